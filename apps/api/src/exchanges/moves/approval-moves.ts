import { Injectable } from '@nestjs/common';
import type { MoveInService } from '@soc-coop/contracts';
import type { AnswerExchangeInput, ExchangeMoveInput } from '@soc-coop/dto';
import type { Actor } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import type { Draft, DraftContent } from '../records/draft';
import { DraftRepository } from '../records/draft.repository';
import type { ExchangePatch } from '../records/exchange.repository';
import type { MessageHead } from '../records/exchange.row';
import { MessageRepository } from '../records/message.repository';
import { ContentCheck } from '../types/content-check';
import { approvalRefusals, marksOf } from './approval.rules';
import { type MoveEffect, type MoveInHand, MoveMaker } from './move-maker';
import { OutgoingDrafts } from './outgoing-drafts';
import { addresseeMissing } from './send-exchange';

type ApprovedPart = MessageHead['kind'];

/** The stage of a part, as a change of the exchange. */
const stageOf = (part: ApprovedPart, stage: 'PENDING' | 'APPROVED' | 'SENT_BACK'): ExchangePatch =>
  part === 'REQUEST' ? { requestApproval: stage } : { answerApproval: stage };

/** The second pair of eyes: a draft is submitted, then approved or sent back; the other side hears of none of it. */
@Injectable()
export class ApprovalMoves {
  constructor(
    private readonly moves: MoveMaker,
    private readonly outgoing: OutgoingDrafts,
    private readonly drafts: DraftRepository,
    private readonly messages: MessageRepository,
    private readonly check: ContentCheck,
  ) {}

  /**
   * Submits a request for approval; it is whole and valid, so that what is approved can be sent.
   * @throws DomainError what every move can throw, exchange.approvalNotAsked, exchange.contentInvalid,
   *   exchange.confirmationMissing, exchange.unitNotCompetent, file.quarantined, file.infected
   */
  async submit(actor: Actor, input: ExchangeMoveInput): Promise<string> {
    return this.moves.make(actor, 'SUBMIT', input, async (hand) => {
      const draft = await this.allowed(actor, 'SUBMIT', 'REQUEST', hand);
      const { replyingUnitId } = hand.exchange;
      if (replyingUnitId === null) throw addresseeMissing();
      if (draft === null) throw new DomainError('exchange.contentInvalid', { problems: [] });
      await this.check.requestMayLeave({ ...hand.exchange, replyingUnitId }, draft);
      return this.submitted('REQUEST', hand, draft);
    });
  }

  /**
   * Approves a submitted request: exactly this may be sent, with exactly these files.
   * @throws DomainError what every move can throw, exchange.approvalNotPending, exchange.ownDraft,
   *   exchange.submittedOtherwise
   */
  async approve(actor: Actor, input: ExchangeMoveInput): Promise<string> {
    return this.moves.make(actor, 'APPROVE', input, (hand) =>
      this.approved(actor, 'APPROVE', 'REQUEST', hand),
    );
  }

  /** Sends a submitted or approved request back to be written on. */
  async sendBack(actor: Actor, input: ExchangeMoveInput): Promise<string> {
    return this.moves.make(actor, 'SEND_BACK', input, (hand) =>
      this.sentBack(actor, 'SEND_BACK', 'REQUEST', hand),
    );
  }

  /**
   * Submits an answer for approval, with all it says about itself; from here on it is locked.
   * @throws DomainError what every move can throw, exchange.approvalNotAsked, exchange.approvalPending,
   *   exchange.contentInvalid, file.quarantined, file.infected
   */
  async submitAnswer(actor: Actor, input: AnswerExchangeInput): Promise<string> {
    return this.moves.make(actor, 'SUBMIT_ANSWER', input, async (hand) => {
      const known = await this.allowed(actor, 'SUBMIT_ANSWER', 'ANSWER', hand);
      const { exchange, officer, at } = hand;
      const content = this.check.answerMayLeave(exchange, await this.requestOf(exchange.id), input);
      const draft = { content, subject: {}, marks: marksOf(input) };
      const save = {
        exchangeId: exchange.id,
        part: 'ANSWER',
        unitId: officer.unitId,
        by: officer.accountId,
        at,
      } as const;
      if (known === null) await this.drafts.insert(save, draft);
      else await this.drafts.replace(save, known.version, draft);
      return this.submitted('ANSWER', hand, draft);
    });
  }

  /** Approves a submitted answer: exactly this may be sent. */
  async approveAnswer(actor: Actor, input: ExchangeMoveInput): Promise<string> {
    return this.moves.make(actor, 'APPROVE_ANSWER', input, (hand) =>
      this.approved(actor, 'APPROVE_ANSWER', 'ANSWER', hand),
    );
  }

  /** Sends a submitted or approved answer back to be written on. */
  async sendAnswerBack(actor: Actor, input: ExchangeMoveInput): Promise<string> {
    return this.moves.make(actor, 'SEND_ANSWER_BACK', input, (hand) =>
      this.sentBack(actor, 'SEND_ANSWER_BACK', 'ANSWER', hand),
    );
  }

  /** The draft the move is about, once nothing of the second pair of eyes stands against the move. */
  private async allowed(
    actor: Actor,
    move: MoveInService,
    part: ApprovedPart,
    { exchange }: MoveInHand,
  ): Promise<Draft | null> {
    const draft = await this.outgoing.find({ exchangeId: exchange.id, part });
    const standing = await this.outgoing.standing(actor, exchange, { draft, correction: null });
    const [refusal] = approvalRefusals(move, standing);
    if (refusal !== undefined) throw new DomainError(refusal.code, refusal.params);
    return draft;
  }

  private async submitted(
    part: ApprovedPart,
    { exchange, officer, at }: MoveInHand,
    draft: DraftContent,
  ): Promise<MoveEffect> {
    const contentSha256 = await this.outgoing.submit(exchange, { part, draft }, officer, at);
    return { patch: stageOf(part, 'PENDING'), contentSha256 };
  }

  private async approved(actor: Actor, move: MoveInService, part: ApprovedPart, hand: MoveInHand) {
    const draft = await this.allowed(actor, move, part, hand);
    if (draft === null) throw new DomainError('exchange.approvalNotPending');
    const contentSha256 = await this.outgoing.asSubmitted(hand.exchange, { part, draft });
    const key = { exchangeId: hand.exchange.id, part };
    await this.drafts.approve(key, hand.officer.accountId, hand.at, contentSha256);
    return { patch: stageOf(part, 'APPROVED'), contentSha256 };
  }

  private async sentBack(actor: Actor, move: MoveInService, part: ApprovedPart, hand: MoveInHand) {
    await this.allowed(actor, move, part, hand);
    await this.drafts.sendBack({ exchangeId: hand.exchange.id, part });
    return { patch: stageOf(part, 'SENT_BACK') };
  }

  private async requestOf(exchangeId: string): Promise<Record<string, unknown>> {
    const messages = await this.messages.of(exchangeId);
    const request = messages.filter(({ kind }) => kind === 'REQUEST').at(-1);
    if (request === undefined) throw new DomainError('exchange.notFound');
    return request.content;
  }
}
