import { CALENDAR_LIMITS, type CalendarAction } from '@soc-coop/contracts';
import { addDays, weekdayOf, yearOf } from '@soc-coop/domain';
import { DomainError } from '../../../platform/errors';
import type { CalendarDays } from '../calendar.repository';
import type { CalendarEntry } from './calendar-day.row';

/** What is about to be done to a calendar. */
export interface IntendedChange {
  readonly before: CalendarEntry | null;
  readonly after: CalendarEntry | null;
}

const FRIDAY = 5;

export const actionOf = ({ before, after }: IntendedChange): CalendarAction => {
  if (before === null) return 'ADD';
  return after === null ? 'REMOVE' : 'CHANGE';
};

/** The earlier of the days a change speaks of: what was due before it is not touched. */
export const firstDayOf = ({ before, after }: IntendedChange): string =>
  [before?.day, after?.day].filter((day) => day !== undefined).sort()[0] ?? '';

const without = (days: readonly string[], entry: CalendarEntry | null, working: boolean): string[] => {
  if (entry?.working !== working) return [...days];
  // Two holidays may fall on one day: only one of them goes.
  const at = days.indexOf(entry.day);
  return days.filter((_, index) => index !== at);
};

const replaced = (
  { off, worked }: CalendarDays,
  gone: CalendarEntry | null,
  come: CalendarEntry | null,
): CalendarDays => ({
  off: [...without(off, gone, false), ...(come?.working === false ? [come.day] : [])],
  worked: [...without(worked, gone, true), ...(come?.working === true ? [come.day] : [])],
});

/** The days once a change is made. */
export const daysAfter = (days: CalendarDays, { before, after }: IntendedChange): CalendarDays =>
  replaced(days, before, after);

/** The days as they were before a change that has been made. */
export const daysBefore = (days: CalendarDays, { before, after }: IntendedChange): CalendarDays =>
  replaced(days, after, before);

/**
 * What the calendar itself says against a change.
 * @throws DomainError calendar.notWeekend, calendar.yearNotEntered, calendar.reasonMissing
 */
export const assertPossible = (
  change: IntendedChange,
  days: CalendarDays,
  reason: string | null,
  today: string,
): void => {
  const { after } = change;
  if (after?.working === true && weekdayOf(after.day) <= FRIDAY)
    throw new DomainError('calendar.notWeekend', { day: after.day });
  assertYears(change, days);
  const longPast = firstDayOf(change) < addDays(today, -CALENDAR_LIMITS.pastDaysWithoutReason);
  if ((longPast || actionOf(change) !== 'ADD') && (reason ?? '').trim() === '')
    throw new DomainError('calendar.reasonMissing', { days: CALENDAR_LIMITS.pastDaysWithoutReason });
};

/** A year with one day would look as if it were known whole, and one without any as if it were not known. */
const assertYears = (change: IntendedChange, days: CalendarDays): void => {
  const known = new Set(days.off.map(yearOf));
  const then = new Set(daysAfter(days, change).off.map(yearOf));
  for (const entry of [change.before, change.after]) {
    const year = entry === null ? null : yearOf(entry.day);
    if (year !== null && (!known.has(year) || !then.has(year)))
      throw new DomainError('calendar.yearNotEntered', { year });
  }
};
