import { maskIdentifier } from '@soc-coop/domain';
import { subjectWarnings } from '@soc-coop/forms';
import { isJsonObject } from '@soc-coop/forms';
import type { Draft } from '../records/draft';
import type { ExchangeListRow, ExchangeRow, MessageRow, MoveRow } from '../records/exchange.row';
import type { ExchangeSummary, ExchangeView } from '../records/exchange.view';
import type { SubjectBlock } from '../subjects/subject';
import { identifiersOf, isIdentifierType, type Person } from '../subjects/subject-register';
import { exchangeType } from '../types/exchange-types';
import type { ExchangeTypeModel } from '../types/exchange-type.model';
import type { ExchangeModel, ExchangeSummaryModel } from './exchange.model';
import type {
  ExchangeDraftModel,
  ExchangeMessageModel,
  ExchangeMoveRecordModel,
} from './exchange-parts.models';
import type { IdentifierMaskModel, SubjectModel, SubjectSummaryModel } from './subject.model';

/** The end of the exchange's id: stable, and it says nothing about the person. */
const pseudonymOf = (exchangeId: string): string => `P-${exchangeId.slice(-8).toUpperCase()}`;

const typeOf = ({ typeCode, formVersion }: ExchangeRow): ExchangeTypeModel => {
  const type = exchangeType(typeCode, formVersion);
  if (type === null) throw new Error(`form ${typeCode} ${formVersion} is pinned but not published`);
  return type;
};

const listedSubject = (row: ExchangeListRow, persons: boolean): SubjectSummaryModel | null => {
  const { familyName, givenName, familyNameLatin, givenNameLatin } = row;
  if (familyName === null) return null;
  const name = {
    familyName,
    givenName: givenName ?? '',
    patronymic: null,
    familyNameLatin: familyNameLatin ?? familyName,
    givenNameLatin: givenNameLatin ?? givenName ?? '',
  };
  return { id: row.id, pseudonym: pseudonymOf(row.id), name: persons ? name : null };
};

/** A row of a list. */
export const toSummaryModel = ({ row, side, persons, deadline }: ExchangeSummary): ExchangeSummaryModel => ({
  id: row.id,
  number: row.number,
  state: row.state,
  stateSince: row.stateSince,
  version: row.version,
  side,
  type: typeOf(row),
  urgency: row.urgency,
  deadline,
  createdAt: row.createdAt,
  sentAt: row.sentAt,
  subject: listedSubject(row, persons),
  row,
});

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

const toMessageModel = (row: MessageRow, persons: boolean): ExchangeMessageModel => ({
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
  persons: boolean,
  agreementVersion: number | null,
): ExchangeMoveRecordModel => ({
  id: row.id,
  sequence: row.sequence,
  move: row.move,
  by: row.side,
  at: row.at,
  reasonCode: row.reasonCode,
  note: persons ? row.note : null,
  agreementVersion: row.agreementVersionId === null ? null : agreementVersion,
  clause: row.agreementClause,
  messageId: row.messageId,
  stateAfter: row.stateAfter,
  accountId: row.accountId,
  unitId: row.unitId,
});

const toDraftModel = ({ content, subject, version, savedAt, savedBy }: Draft): ExchangeDraftModel => ({
  content,
  subject,
  version,
  savedAt,
  savedById: savedBy,
});

/** An exchange whole, as its viewer may see it. */
export const toExchangeModel = (view: ExchangeView): ExchangeModel => {
  const { row, persons } = view;
  const message = (item: MessageRow): ExchangeMessageModel => toMessageModel(item, persons);
  const request = view.messages.filter(({ kind }) => kind === 'REQUEST').at(-1);
  return {
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
    createdAt: row.createdAt,
    sentAt: row.sentAt,
    closedAt: row.closedAt,
    subject: view.person === null ? null : toSubjectModel(row.id, view.person, persons),
    request: request === undefined ? null : message(request),
    answers: view.messages.filter(({ kind }) => kind === 'ANSWER').map(message),
    // What is being written holds the person too.
    draft: view.draft === null || !persons ? null : toDraftModel(view.draft),
    timeline: view.moves.map((move) => toMoveModel(move, persons, view.citation?.versionNo ?? null)),
    moves: view.allowances.map(({ move, allowed, refusals }) => ({ move, allowed, refusals: [...refusals] })),
    row,
    citationFacts: view.citation,
  };
};
