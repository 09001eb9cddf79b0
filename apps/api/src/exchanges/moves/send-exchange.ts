import { Injectable } from '@nestjs/common';
import type { ExchangeMoveInput } from '@soc-coop/dto';
import type { Citation } from '../../agreements';
import type { Actor } from '../../platform/context';
import { newId } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import { DeadlinesService } from '../deadlines/deadlines.service';
import { ExchangeNumbers } from '../numbers/exchange-numbers';
import type { DraftContent } from '../records/draft';
import type { ExchangeRow } from '../records/exchange.row';
import { SubjectRegister } from '../subjects/subject-register';
import { ContentCheck } from '../types/content-check';
import { MessageWriter } from './message-writer';
import { type MoveEffect, type MoveInHand, MoveMaker } from './move-maker';
import { OutgoingDrafts } from './outgoing-drafts';

/** A request that may leave: whole, valid, addressed and covered. */
interface Sendable {
  readonly exchange: ExchangeRow & { readonly replyingUnitId: string };
  readonly draft: DraftContent;
  readonly citation: Citation;
}

/** Sends a request: from here on it has a number, cannot be changed and belongs to both sides. */
@Injectable()
export class SendExchange {
  constructor(
    private readonly moves: MoveMaker,
    private readonly drafts: OutgoingDrafts,
    private readonly check: ContentCheck,
    private readonly register: SubjectRegister,
    private readonly messages: MessageWriter,
    private readonly numbers: ExchangeNumbers,
    private readonly deadlines: DeadlinesService,
  ) {}

  /**
   * @throws DomainError what every move can throw, and exchange.contentInvalid, exchange.confirmationMissing,
   *   exchange.unitNotCompetent, exchange.calendarMissing, and where a second officer is asked for:
   *   exchange.approvalAskedByUnit, exchange.approvalAskedByType, exchange.approvedOtherwise
   */
  async send(actor: Actor, input: ExchangeMoveInput): Promise<string> {
    return this.moves.make(actor, 'SEND', input, async (hand) => this.leave(hand, await this.sendable(hand)));
  }

  private async sendable({ exchange, standing }: MoveInHand): Promise<Sendable> {
    const { replyingUnitId } = exchange;
    const draft = await this.drafts.find({ exchangeId: exchange.id, part: 'REQUEST' });
    if (draft === null) throw new DomainError('exchange.contentInvalid', { problems: [] });
    if (replyingUnitId === null) throw addresseeMissing();
    await this.drafts.requireApproved(exchange, 'REQUEST', draft);
    // The policy has let the move pass, so the case is covered; the type does not know that.
    if (standing?.coverage.covered !== true)
      throw new DomainError('exchange.notCovered', { type: exchange.typeCode });
    const settled = await this.check.requestMayLeave({ ...exchange, replyingUnitId }, draft);
    return {
      exchange: { ...exchange, replyingUnitId },
      draft: settled,
      citation: standing.coverage.citation,
    };
  }

  private async leave(hand: MoveInHand, { exchange, draft, citation }: Sendable): Promise<MoveEffect> {
    const dueOn = await this.acceptanceDue(exchange, citation);
    const number = await this.numbers.next(exchange);
    const messageId = newId(hand.at.getTime());
    await this.register.keep(exchange.id, draft.subject);
    await this.messages.write({
      id: messageId,
      exchange: { ...exchange, number },
      officer: hand.officer,
      kind: 'REQUEST',
      side: 'REQUESTER',
      toUnitId: exchange.replyingUnitId,
      content: draft.content,
      subject: draft.subject,
      quality: null,
      at: hand.at,
    });
    this.drafts.remove({ exchangeId: exchange.id, part: 'REQUEST' });
    return {
      messageId,
      patch: {
        number,
        sentAt: hand.at,
        agreementVersionId: citation.versionId,
        agreementTermId: citation.termId,
        agreementClause: citation.clause,
        dueKind: 'ACCEPT',
        dueOn,
        requesterHandlerId: hand.officer.accountId,
        requestApproval: null,
      },
    };
  }

  /** The day by which the replying unit must accept, in its own working days. */
  private async acceptanceDue({ replyingCountry }: ExchangeRow, terms: Citation): Promise<string> {
    if (replyingCountry === null) throw addresseeMissing();
    return this.deadlines.dueAfter(replyingCountry, terms.acceptWorkingDays);
  }
}

/** A request needs somebody it goes to. */
export const addresseeMissing = (): DomainError =>
  new DomainError('exchange.contentInvalid', {
    problems: [{ path: 'replyingUnit', code: 'required', params: {} }],
  });
