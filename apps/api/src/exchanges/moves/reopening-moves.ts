import { Injectable } from '@nestjs/common';
import type { ExchangeMoveInput, ReasonedMoveInput } from '@soc-coop/dto';
import type { Actor } from '../../platform/context';
import { AnswerDue } from '../deadlines/answer-due';
import { MoveMaker } from './move-maker';

/** Reopening takes two: one side asks, the other one agrees or declines. */
@Injectable()
export class ReopeningMoves {
  constructor(
    private readonly moves: MoveMaker,
    private readonly answerDue: AnswerDue,
  ) {}

  /**
   * Asks the other side to reopen a closed exchange, with a coded reason.
   * @throws DomainError what every move can throw, and exchange.reopeningAsked while an answer is awaited.
   */
  async ask(actor: Actor, input: ReasonedMoveInput): Promise<string> {
    return this.moves.make(actor, 'ASK_REOPENING', input, async () => ({}));
  }

  /**
   * Agrees: the replier answers once more, by the terms the request was sent under, counted from today.
   * @throws DomainError what every move can throw, and exchange.noReopeningAsked, exchange.ownReopening
   */
  async agree(actor: Actor, input: ExchangeMoveInput): Promise<string> {
    return this.moves.make(actor, 'AGREE_REOPENING', input, async ({ exchange, standing }) => ({
      patch: {
        closedAt: null,
        dueKind: 'ANSWER',
        dueOn: await this.answerDue.from(exchange, standing?.coverage),
      },
    }));
  }

  /**
   * Declines with a coded reason; the exchange stays closed and may be asked for again.
   * @throws DomainError what every move can throw, and exchange.noReopeningAsked, exchange.ownReopening
   */
  async decline(actor: Actor, input: ReasonedMoveInput): Promise<string> {
    return this.moves.make(actor, 'DECLINE_REOPENING', input, async () => ({}));
  }
}
