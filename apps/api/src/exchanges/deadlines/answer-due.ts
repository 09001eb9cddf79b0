import { Injectable } from '@nestjs/common';
import type { Urgency } from '@soc-coop/contracts';
import type { Citation, CoverageAnswer } from '../../agreements';
import { DomainError } from '../../platform/errors';
import type { ExchangeRow } from '../records/exchange.row';
import { DeadlinesService } from './deadlines.service';

/** The day an answer is due, when the replier begins to work on it: on acceptance, and once more on reopening. */
@Injectable()
export class AnswerDue {
  constructor(private readonly deadlines: DeadlinesService) {}

  /**
   * Counted from today in the replier's working days, by the terms the request was sent under.
   * @throws DomainError exchange.notCovered, exchange.calendarMissing
   */
  async from(
    { replyingCountry, typeCode, urgency }: ExchangeRow,
    coverage: CoverageAnswer | undefined,
  ): Promise<string> {
    if (replyingCountry === null || coverage?.covered !== true)
      throw new DomainError('exchange.notCovered', { type: typeCode });
    return this.deadlines.dueAfter(replyingCountry, answerDays(coverage.citation, urgency));
  }
}

const answerDays = (terms: Citation, urgency: Urgency): number =>
  ({
    NORMAL: terms.answerWorkingDays,
    URGENT: terms.urgentWorkingDays,
    IMMEDIATE: terms.immediateWorkingDays,
  })[urgency];
