import { Injectable } from '@nestjs/common';
import type { ExchangeMoveInput, ReasonedMoveInput } from '@soc-coop/dto';
import type { Actor } from '../../platform/context';
import { DeadlinesService } from '../deadlines/deadlines.service';
import { type ExchangeRow, NOTHING_DUE } from '../records/exchange.row';
import { MoveMaker } from './move-maker';

/** Nothing is awaited any more. */
const NOTHING_AWAITED = { dueKind: null, dueOn: NOTHING_DUE } as const;

/** The moves that are made of words: asking back, reminding, taking back. What is said is part of the fact. */
@Injectable()
export class SpokenMoves {
  constructor(
    private readonly moves: MoveMaker,
    private readonly deadlines: DeadlinesService,
  ) {}

  /** Asks the requester back; until it answers the clock stands still. */
  async askClarification(actor: Actor, input: ReasonedMoveInput): Promise<string> {
    // The due day stays as it is: the answer to the question moves it by the days that passed.
    return this.moves.make(actor, 'ASK_CLARIFICATION', input, async () => ({ patch: { dueKind: null } }));
  }

  /** Answers the question of the other side; the clock goes on. */
  async answerClarification(actor: Actor, input: ExchangeMoveInput): Promise<string> {
    return this.moves.make(actor, 'ANSWER_CLARIFICATION', input, async ({ exchange }) => ({
      patch: { dueKind: 'ANSWER', dueOn: await this.dueAfterPause(exchange) },
    }));
  }

  /** Reminds the replier; the deadline stays. */
  async remind(actor: Actor, input: ExchangeMoveInput): Promise<string> {
    return this.moves.make(actor, 'REMIND', input, async () => ({}));
  }

  /**
   * Says with a coded reason why the answer takes longer.
   * @throws DomainError exchange.noReminder where nobody asked.
   */
  async replyToReminder(actor: Actor, input: ReasonedMoveInput): Promise<string> {
    return this.moves.make(actor, 'REPLY_TO_REMINDER', input, async () => ({}));
  }

  /** Declares a sent request void with a coded reason. */
  async invalidate(actor: Actor, input: ReasonedMoveInput): Promise<string> {
    return this.moves.make(actor, 'INVALIDATE', input, async () => ({ patch: NOTHING_AWAITED }));
  }

  /** Takes a sent request back. */
  async withdraw(actor: Actor, input: ExchangeMoveInput): Promise<string> {
    return this.moves.make(actor, 'WITHDRAW', input, async () => ({ patch: NOTHING_AWAITED }));
  }

  private async dueAfterPause({
    replyingCountry,
    requestingCountry,
    dueOn,
    stateSince,
  }: ExchangeRow): Promise<string> {
    return this.deadlines.dueAfterPause(replyingCountry ?? requestingCountry, dueOn, stateSince);
  }
}
