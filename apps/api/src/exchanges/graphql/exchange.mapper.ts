import { type ApprovalStage, proposedDate, reopeningAskedBy } from '@soc-coop/contracts';
import { maskIdentifier } from '@soc-coop/domain';
import { subjectWarnings } from '@soc-coop/forms';
import { isJsonObject } from '@soc-coop/forms';
import { filledCitation } from '../../agreements';
import { toDraftFileModel, toFileModel } from '../attachments/graphql/file.mapper';
import type { Draft } from '../records/draft';
import type { MoveRow } from '../records/exchange.row';
import type { ExchangeView, SeenMessage } from '../records/exchange.view';
import type { SubjectBlock } from '../subjects/subject';
import { identifiersOf, isIdentifierType, type Person } from '../subjects/subject-register';
import { isInsteadOf, mayBeAskedAnew } from '../related-cases';
import type { KnownNames } from '../read-plans/known-names';
import { pseudonymOf, typeOf } from './exchange-core';
import { filledPerson, filledSides, filledUnit, filledUnitOrNone } from './filled-names';
import { handlerOn } from './handlers';
import type { ExchangeModel } from './exchange.model';
import { knownModel } from './known-models';
import type {
  ExchangeDraftModel,
  ExchangeMessageModel,
  ExchangeMoveRecordModel,
} from './exchange-parts.models';
import type { IdentifierMaskModel, SubjectModel } from './subject.model';

const masked = (block: SubjectBlock): IdentifierMaskModel[] => {
  const warnings = isJsonObject(block) ? subjectWarnings(block) : [];
  return identifiersOf(block).map(({ type, country, value }, at) => ({
    type,
    country,
    masked: isIdentifierType(type) ? maskIdentifier(type, value) : '•'.repeat(value.length),
    warnings: warnings
      .filter(({ path }) => path.startsWith(`identifiers.${at}.`))
      .map(({ code }) => ({ code, params: {} })),
  }));
};

const toSubjectModel = (exchangeId: string, { row, block }: Person, persons: boolean): SubjectModel => {
  const hidden = { id: exchangeId, pseudonym: pseudonymOf(exchangeId), name: null };
  if (!persons) return { ...hidden, birthDate: null, sex: null, identifiers: [], details: null };
  const { familyName, givenName, patronymic, familyNameLatin, givenNameLatin } = row;
  const { identifiers: _identifiers, ...details } = block;
  return {
    ...hidden,
    name: { familyName, givenName, patronymic, familyNameLatin, givenNameLatin },
    birthDate: row.birthDate,
    sex: row.sex,
    identifiers: masked(block),
    details,
  };
};

const toMessageModel = (
  row: SeenMessage,
  { persons, names, files }: Pick<ExchangeView, 'persons' | 'names' | 'files'>,
): ExchangeMessageModel => ({
  files: files?.sent.filter(({ messageId }) => messageId === row.id).map(toFileModel),
  author: filledPerson(names, row.authorId),
  authorUnit: filledUnit(names, row.authorUnitId),
  id: row.id,
  kind: row.kind,
  version: row.version,
  language: row.language,
  content: persons ? row.content : null,
  contentSha256: row.contentSha256,
  completeness: row.completeness,
  qualityMark: row.qualityMark,
  sentAt: row.sentAt,
  authorId: row.authorId,
  authorUnitId: row.authorUnitId,
});

const toMoveModel = (
  row: MoveRow,
  sequence: number,
  { persons, citation, names }: ExchangeView,
): ExchangeMoveRecordModel => ({
  unit: filledUnit(names, row.unitId),
  account: filledPerson(names, row.accountId),
  toUnit: filledUnitOrNone(names, row.toUnitId),
  toAccount: filledPerson(names, row.toAccountId),
  id: row.id,
  sequence,
  move: row.move,
  by: row.side,
  at: row.at,
  reasonCode: row.reasonCode,
  note: persons ? row.note : null,
  agreementVersion: row.agreementVersionId === null ? null : (citation?.versionNo ?? null),
  clause: row.agreementClause,
  messageId: row.messageId,
  date: row.date,
  stateAfter: row.stateAfter,
  internal: row.internal,
  contentSha256: row.contentSha256,
  toUnitId: row.toUnitId,
  toAccountId: row.toAccountId,
  accountId: row.accountId,
  unitId: row.unitId,
});

const toDraftModel = (
  draft: Draft,
  stage: ApprovalStage | null,
  names: KnownNames | undefined,
): ExchangeDraftModel => ({
  savedBy: filledPerson(names, draft.savedBy),
  submittedBy: filledPerson(names, draft.submittedBy),
  approvedBy: filledPerson(names, draft.approvedBy),
  content: draft.content,
  subject: draft.subject,
  version: draft.version,
  savedAt: draft.savedAt,
  stage,
  completeness: (draft.marks ?? draft.said)?.completeness ?? null,
  qualityMark: (draft.marks ?? draft.said)?.qualityMark ?? null,
  note: (draft.marks ?? draft.said)?.note ?? null,
  submittedAt: draft.submittedAt,
  approvedAt: draft.approvedAt,
  savedById: draft.savedBy,
  submittedById: draft.submittedBy,
  approvedById: draft.approvedBy,
});

/** What the viewer's side is writing; it holds the person too. */
const draftsOf = (view: ExchangeView): Pick<ExchangeModel, 'draft' | 'correctionDraft'> => {
  const { row, persons } = view;
  return {
    draft:
      view.draft === null || !persons
        ? null
        : toDraftModel(
            view.draft,
            row.sentAt === null ? row.requestApproval : row.answerApproval,
            view.names,
          ),
    correctionDraft:
      view.correction === null || !persons
        ? null
        : toDraftModel(
            view.correction,
            view.side === 'REPLIER' ? row.answerCorrectionApproval : row.requestCorrectionApproval,
            view.names,
          ),
  };
};

type Asides = Pick<ExchangeModel, 'draftFiles' | 'deadlineChanges' | 'insteadOf' | 'askedAnew'>;

/** What was read of the case beside its record; left out, the fields' resolvers ask. */
const asidesOf = ({ files, deadlineChanges, row, side }: ExchangeView): Asides => ({
  draftFiles: files?.drafted.map(toDraftFileModel),
  deadlineChanges: deadlineChanges === undefined ? undefined : [...deadlineChanges],
  insteadOf: isInsteadOf(row, side) ? undefined : null,
  askedAnew: mayBeAskedAnew(row, side) ? undefined : null,
});

/** An exchange whole, as its viewer may see it; the same model as long as nothing of the view has changed. */
export const toExchangeModel = (view: ExchangeView): ExchangeModel => knownModel(view, makeModel);

const makeModel = (view: ExchangeView): ExchangeModel => {
  const { row, persons } = view;
  const message = (item: SeenMessage): ExchangeMessageModel => toMessageModel(item, view);
  const request = view.messages.filter(({ kind }) => kind === 'REQUEST').at(-1);
  return {
    ...filledSides(row, view.side, view.names),
    author: filledPerson(view.names, row.authorId),
    ownHandler: filledPerson(view.names, handlerOn(view.ownSide, row)),
    ...asidesOf(view),
    id: row.id,
    number: row.number,
    state: row.state,
    stateSince: row.stateSince,
    version: row.version,
    side: view.side,
    type: typeOf(row),
    urgency: row.urgency,
    urgencyReason: persons ? row.urgencyReason : null,
    nationalFileNumber: persons ? row.nationalFileNumber : null,
    language: row.language,
    deadline: view.deadline,
    decisionBy: row.decisionBy,
    proposedDate: proposedDate(view.moves),
    reopeningAskedBy: reopeningAskedBy(view.moves),
    createdAt: row.createdAt,
    sentAt: row.sentAt,
    closedAt: row.closedAt,
    subject: view.person === null ? null : toSubjectModel(row.id, view.person, persons),
    request: request === undefined ? null : message(request),
    requests: view.messages.filter(({ kind }) => kind === 'REQUEST').map(message),
    answers: view.messages.filter(({ kind }) => kind === 'ANSWER').map(message),
    ...draftsOf(view),
    // Counted by what the viewer sees: a gap would tell of moves inside the other side.
    timeline: view.moves.map((move, at) => toMoveModel(move, at + 1, view)),
    moves: view.allowances.map(({ move, allowed, refusals }) => ({ move, allowed, refusals: [...refusals] })),
    row,
    ownSide: view.ownSide,
    citation: filledCitation(view.citation, view.locale),
    citationFacts: view.citation,
  };
};
