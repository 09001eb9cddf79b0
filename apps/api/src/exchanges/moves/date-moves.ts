import { Injectable } from '@nestjs/common';
import { proposedDate } from '@soc-coop/contracts';
import type { ExchangeMoveInput, ProposeDateInput } from '@soc-coop/dto';
import type { Actor } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import { DeadlinesService } from '../deadlines/deadlines.service';
import type { ExchangeRow } from '../records/exchange.row';
import { type MoveInHand, MoveMaker } from './move-maker';

/** Agreeing on another day for the answer: the replier proposes, the requester agrees or lets it be. */
@Injectable()
export class DateMoves {
  constructor(
    private readonly moves: MoveMaker,
    private readonly deadlines: DeadlinesService,
  ) {}

  /**
   * Proposes another day; the deadline stays until the requester agrees. A later proposal takes the place of this one.
   * @throws DomainError what every move can throw, and exchange.dateNotAhead, exchange.dateTooFar,
   *   exchange.dateNotWorkingDay, exchange.dateUnchanged, exchange.calendarMissing
   */
  async propose(actor: Actor, input: ProposeDateInput): Promise<string> {
    return this.moves.make(actor, 'PROPOSE_DATE', input, async ({ exchange }) => {
      await this.deadlines.requireProposable(calendarOf(exchange), input.date, exchange.dueOn);
      return { date: input.date };
    });
  }

  /**
   * Agrees to the day that is proposed: it becomes the due day.
   * @throws DomainError what every move can throw, and exchange.noDateProposed, exchange.proposalLapsed
   */
  async agree(actor: Actor, input: ExchangeMoveInput): Promise<string> {
    return this.moves.make(actor, 'AGREE_DATE', input, async (hand) => {
      const date = await this.pending(hand);
      return { date, patch: { dueKind: 'ANSWER', dueOn: date } };
    });
  }

  private async pending({ exchange, history }: MoveInHand): Promise<string> {
    const date = proposedDate(await history());
    if (date === null) throw new DomainError('exchange.noDateProposed');
    // A day that has passed would make the case overdue in the moment it is agreed.
    if (date < this.deadlines.today(calendarOf(exchange)))
      throw new DomainError('exchange.proposalLapsed', { date });
    return date;
  }
}

const calendarOf = ({ replyingCountry, requestingCountry }: ExchangeRow) =>
  replyingCountry ?? requestingCountry;
