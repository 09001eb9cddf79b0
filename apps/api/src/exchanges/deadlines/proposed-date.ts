import { LIMITS } from '@soc-coop/contracts';
import type { Country } from '@soc-coop/contracts';
import type { WorkingCalendar } from '@soc-coop/domain';
import { DomainError } from '../../platform/errors';

/** What a proposed day is held against. */
export interface ProposalGround {
  readonly country: Country;
  readonly calendar: WorkingCalendar;
  readonly today: string;
  readonly dueOn: string;
}

/**
 * Refuses a day that cannot be proposed for an answer: it must lie ahead, on a day the replier's offices work, within
 * reach, and be another than the one that is due.
 * @throws DomainError exchange.dateNotAhead, exchange.dateTooFar, exchange.dateNotWorkingDay, exchange.dateUnchanged
 */
export const assertProposable = (date: string, { country, calendar, today, dueOn }: ProposalGround): void => {
  const days = LIMITS.proposalWorkingDays;
  if (date <= today) throw new DomainError('exchange.dateNotAhead', { date });
  // Before the calendar is asked about the day itself: a year nobody has entered yet is simply too far.
  if (date > calendar.addWorkingDays(today, days))
    throw new DomainError('exchange.dateTooFar', { date, days });
  if (!calendar.isWorkingDay(date)) throw new DomainError('exchange.dateNotWorkingDay', { date, country });
  if (date === dueOn) throw new DomainError('exchange.dateUnchanged', { date });
};
