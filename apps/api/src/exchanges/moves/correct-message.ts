import { Injectable } from '@nestjs/common';
import type { ExchangeSide } from '@soc-coop/contracts';
import type { CorrectMessageInput } from '@soc-coop/dto';
import type { Actor } from '../../platform/context';
import { CORRECTION_OF, MESSAGE_OF } from '../records/draft';
import type { ExchangePatch } from '../records/exchange.repository';
import { Corrections } from './corrections';
import { MoveMaker } from './move-maker';
import { OutgoingDrafts } from './outgoing-drafts';

/** The stage of a side's correction, as a change of the exchange. */
export const correctionStagePatch = (
  side: ExchangeSide,
  stage: 'PENDING' | 'SENT_BACK' | null,
): ExchangePatch =>
  side === 'REQUESTER' ? { requestCorrectionApproval: stage } : { answerCorrectionApproval: stage };

/** Corrects what a side has sent: the next version of its message. The earlier one stays as it is, and readable. */
@Injectable()
export class CorrectMessage {
  constructor(
    private readonly moves: MoveMaker,
    private readonly outgoing: OutgoingDrafts,
    private readonly corrections: Corrections,
  ) {}

  /**
   * The corrected content passes every check the first sending passed. Where a second officer reads what is sent,
   * a correction is submitted instead (`CorrectionApprovals`).
   * @throws DomainError what every move can throw, what `Corrections.judge` throws, and
   *   exchange.approvalAskedByUnit, exchange.approvalAskedByType
   */
  async correct(actor: Actor, input: CorrectMessageInput): Promise<string> {
    return this.moves.make(actor, 'CORRECT', input, async (hand) => {
      const { exchange, officer, side } = hand;
      await this.outgoing.requireNotAsked(exchange, MESSAGE_OF[CORRECTION_OF[side]]);
      const correction = await this.corrections.judge(hand, input);
      const messageId = await this.corrections.leave(hand, correction, officer);
      return { messageId, patch: correctionStagePatch(side, null) };
    });
  }
}
