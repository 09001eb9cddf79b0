import { Injectable } from '@nestjs/common';
import { type ExchangeSide, type Refusal } from '@soc-coop/contracts';
import { UnitsService } from '../../directory';
import type { Actor, StaffActor } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import { MessageFiles } from '../attachments/message-files';
import { type Draft, type DraftContent, type DraftKey, type DraftPart, MESSAGE_OF } from '../records/draft';
import { DraftRepository } from '../records/draft.repository';
import type { ExchangeRow, MessageHead } from '../records/exchange.row';
import { ContentCheck } from '../types/content-check';
import { type ApprovalStanding, type ApprovedWith, approvalHash, stageOf } from './approval.rules';
import { sideOf } from './officer';

/** A draft as somebody else approves it, and what of it does not stand in the draft. */
interface Judged {
  readonly part: DraftPart;
  readonly draft: DraftContent;
  readonly corrects?: string;
}

/** What one side has lying there: its draft, and what it corrects of what it sent. */
interface Written {
  readonly draft: Draft | null;
  readonly correction: Draft | null;
}

/** Drafts on their way out: where the type or the unit asks for a second pair of eyes, nothing leaves without it. */
@Injectable()
export class OutgoingDrafts {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly files: MessageFiles,
    private readonly units: UnitsService,
    private readonly check: ContentCheck,
  ) {}

  /** The draft of a part, or null. */
  async find(key: DraftKey): Promise<Draft | null> {
    return this.drafts.find(key);
  }

  /** Removes a draft that has been sent. */
  remove(key: DraftKey): void {
    this.drafts.remove(key);
  }

  /**
   * Lets exactly that leave which was approved, files included, where an approval is asked for.
   * @throws DomainError exchange.approvalAskedByType, exchange.approvalAskedByUnit, exchange.approvedOtherwise
   */
  async requireApproved(
    exchange: ExchangeRow,
    part: MessageHead['kind'],
    draft: DraftContent,
  ): Promise<void> {
    const asked = (await this.asked(exchange))[part];
    if (asked === null) return;
    const approved = (await this.drafts.find({ exchangeId: exchange.id, part }))?.approvedSha256 ?? null;
    if (stageOf(exchange, part) !== 'APPROVED' || approved === null)
      throw new DomainError(asked.code, asked.params);
    if (approved !== (await this.hash(exchange, { part, draft })))
      throw new DomainError('exchange.approvedOtherwise');
  }

  /**
   * Lets a correction leave without a second officer where nobody asks for one.
   * @throws DomainError exchange.approvalAskedByType, exchange.approvalAskedByUnit
   */
  async requireNotAsked(exchange: ExchangeRow, kind: MessageHead['kind']): Promise<void> {
    const asked = (await this.asked(exchange))[kind];
    if (asked !== null) throw new DomainError(asked.code, asked.params);
  }

  /**
   * Gives a whole draft to a second officer and says by which hash it is known; the draft lies in the table already.
   * @throws DomainError file.quarantined, file.infected: nobody approves what cannot be opened yet
   */
  async submit(exchange: ExchangeRow, judged: Judged, officer: StaffActor, at: Date): Promise<string> {
    const { approved, addedBy } = await this.filesOf(exchange, judged.part);
    const sha256 = hashOf(exchange, judged, approved);
    const submission = { by: officer.accountId, at, sha256, attachedBy: addedBy };
    await this.drafts.submit({ exchangeId: exchange.id, part: judged.part }, submission);
    return sha256;
  }

  /**
   * The hash of what lies there now, which must be what was submitted.
   * @throws DomainError exchange.submittedOtherwise, file.quarantined, file.infected
   */
  async asSubmitted(exchange: ExchangeRow, judged: Judged & { readonly draft: Draft }): Promise<string> {
    const sha256 = await this.hash(exchange, judged);
    const { submittedSha256 } = judged.draft;
    if (submittedSha256 !== null && submittedSha256 !== sha256)
      throw new DomainError('exchange.submittedOtherwise');
    return sha256;
  }

  /**
   * How an officer stands to the approvals of an exchange; `draft` is the one the officer's side is writing,
   * `correction` what it is correcting.
   */
  async standing(
    actor: Actor,
    exchange: ExchangeRow,
    { draft, correction }: Written,
  ): Promise<ApprovalStanding> {
    const side = sideOf(actor, exchange);
    const me = actor.kind === 'client' ? actor.actingFor : actor;
    const id = me?.kind === 'staff' ? me.accountId : null;
    return {
      state: exchange.state,
      side,
      asked: await this.asked(exchange),
      stage: {
        REQUEST: exchange.requestApproval,
        ANSWER: exchange.answerApproval,
        REQUEST_CORRECTION: exchange.requestCorrectionApproval,
        ANSWER_CORRECTION: exchange.answerCorrectionApproval,
      },
      ...handsOf(id, exchange, { draft, correction }),
      inCharge: id !== null && side !== null && handlerOn(side, exchange) === id,
    };
  }

  private async hash(exchange: ExchangeRow, judged: Judged): Promise<string> {
    return hashOf(exchange, judged, (await this.filesOf(exchange, judged.part)).approved);
  }

  private async filesOf(exchange: ExchangeRow, part: DraftPart) {
    const unitId = MESSAGE_OF[part] === 'REQUEST' ? exchange.requestingUnitId : exchange.replyingUnitId;
    if (unitId === null) throw new DomainError('exchange.notFound');
    return this.files.outgoing({ exchangeId: exchange.id, part, unitId });
  }

  /** Who asks for a second officer, as the refusal without one; the type speaks before the unit. */
  private async asked(exchange: ExchangeRow): Promise<ApprovalStanding['asked']> {
    const { requestingUnitId, replyingUnitId, typeCode } = exchange;
    const { fourEyes } = this.check.definition(exchange);
    const units = await this.units.byIds([
      requestingUnitId,
      ...(replyingUnitId === null ? [] : [replyingUnitId]),
    ]);
    const by = (byType: boolean, unit: (typeof units)[number]): Refusal | null => {
      if (byType) return { code: 'exchange.approvalAskedByType', params: { type: typeCode } };
      if (unit?.fourEyes !== true) return null;
      return { code: 'exchange.approvalAskedByUnit', params: { unit: unit.code } };
    };
    return { REQUEST: by(fourEyes.request, units[0]), ANSWER: by(fourEyes.answer, units[1]) };
  }
}

/** In what of it a person had a hand; nobody had one where nobody acts. */
const handsOf = (
  id: string | null,
  exchange: ExchangeRow,
  { draft, correction }: Written,
): Pick<ApprovalStanding, 'wrote' | 'wroteCorrection'> => ({
  wrote: draft !== null && id !== null && (openedUnsent(id, exchange) || hadAHand(id, draft)),
  wroteCorrection: correction !== null && id !== null && hadAHand(id, correction),
});

const hashOf = (
  exchange: ExchangeRow,
  { part, draft, corrects }: Judged,
  files: ApprovedWith['files'],
): string => approvalHash(exchange, part, draft, { files, ...(corrects === undefined ? {} : { corrects }) });

const handlerOn = (side: ExchangeSide, exchange: ExchangeRow): string | null =>
  side === 'REQUESTER' ? exchange.requesterHandlerId : exchange.replierHandlerId;

/** Whoever opened a request has a hand in its first sending. */
const openedUnsent = (id: string, { sentAt, authorId }: ExchangeRow): boolean =>
  sentAt === null && authorId === id;

/** Whoever ever wrote in a draft, attached to it or submitted it has a hand in it. */
const hadAHand = (id: string, draft: Draft): boolean =>
  draft.savedBy === id || draft.submittedBy === id || draft.writers.includes(id);
