import { Injectable } from '@nestjs/common';
import type { Refusal } from '@soc-coop/contracts';
import { UnitsService } from '../../directory';
import type { Actor } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import type { ApprovedPart, Draft, DraftContent, DraftKey } from '../records/draft';
import { DraftRepository } from '../records/draft.repository';
import type { ExchangeRow } from '../records/exchange.row';
import { ContentCheck } from '../types/content-check';
import { type ApprovalStanding, approvalHash } from './approval.rules';
import { sideOf } from './officer';

/** Drafts on their way out: where the type or the unit asks for a second pair of eyes, nothing leaves without it. */
@Injectable()
export class OutgoingDrafts {
  constructor(
    private readonly drafts: DraftRepository,
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
   * Lets exactly that leave which was approved, where an approval is asked for.
   * @throws DomainError exchange.approvalAskedByType, exchange.approvalAskedByUnit, exchange.approvedOtherwise
   */
  async requireApproved(exchange: ExchangeRow, part: ApprovedPart, content: DraftContent): Promise<void> {
    const asked = (await this.asked(exchange))[part];
    if (asked === null) return;
    const stage = part === 'REQUEST' ? exchange.requestApproval : exchange.answerApproval;
    const approved = (await this.drafts.find({ exchangeId: exchange.id, part }))?.approvedSha256 ?? null;
    if (stage !== 'APPROVED' || approved === null) throw new DomainError(asked.code, asked.params);
    if (approved !== approvalHash(exchange, part, content))
      throw new DomainError('exchange.approvedOtherwise');
  }

  /** How an officer stands to the approvals of an exchange; `draft` is the one the officer's side is writing. */
  async standing(actor: Actor, exchange: ExchangeRow, draft: Draft | null): Promise<ApprovalStanding> {
    const side = sideOf(actor, exchange);
    const me = actor.kind === 'client' ? actor.actingFor : actor;
    const id = me?.kind === 'staff' ? me.accountId : null;
    const handler = side === 'REQUESTER' ? exchange.requesterHandlerId : exchange.replierHandlerId;
    return {
      state: exchange.state,
      asked: await this.asked(exchange),
      stage: { REQUEST: exchange.requestApproval, ANSWER: exchange.answerApproval },
      wrote: id !== null && hadAHand(id, exchange, draft),
      inCharge: id !== null && side !== null && handler === id,
    };
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

/** Whoever opened the request, or ever wrote in or submitted the draft, has a hand in it. */
const hadAHand = (id: string, exchange: ExchangeRow, draft: Draft | null): boolean =>
  draft !== null &&
  ((exchange.sentAt === null && exchange.authorId === id) ||
    draft.savedBy === id ||
    draft.submittedBy === id ||
    draft.writers.includes(id));
