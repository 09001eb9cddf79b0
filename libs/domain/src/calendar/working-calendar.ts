import {
  addDays,
  fromDayNumber,
  isoDateOf,
  type IsoDate,
  toDayNumber,
  weekdayOfNumber,
  yearOf,
} from './iso-date';

/**
 * Thrown when a question touches a year for which no holidays are entered: a guess would be a wrong deadline.
 * Kept as a code so that the reader is told in his or her language which year is missing.
 */
export class CalendarMissing extends Error {
  readonly code = 'calendar.missing';

  constructor(readonly year: number) {
    super(`the holidays of ${year} are not entered`);
    this.name = 'CalendarMissing';
  }
}

/** Working days of one country: Monday to Friday without its public holidays, and the weekend days worked instead. */
export interface WorkingCalendar {
  /** Years the calendar can answer for, ascending. */
  readonly years: readonly number[];
  /** @throws CalendarMissing | NotADate */
  isWorkingDay(date: IsoDate): boolean;
  /** The day itself when it is a working day, else the next one: where a term that ends on a day off ends. */
  nextWorkingDay(date: IsoDate): IsoDate;
  /**
   * The `count`-th working day after `from`. The day a term starts on is not counted (Regulation 1182/71),
   * whether it is a working day or not; a count of 0 gives `from` back.
   */
  addWorkingDays(from: IsoDate, count: number): IsoDate;
  /** Working days after `from` up to and including `to`; negative when `to` is earlier (days overdue). */
  workingDaysBetween(from: IsoDate, to: IsoDate): number;
}

const FRIDAY = 5;

/**
 * Builds the calendar of one country from its holidays. A year counts as entered when it has at least one holiday.
 * Holidays on weekends are harmless; a moved holiday must be in the list as a day of its own.
 * @param workingWeekends days of a weekend that are worked in exchange for another day; a holiday on one wins.
 */
export const makeWorkingCalendar = (
  holidayDates: Iterable<IsoDate>,
  workingWeekends: Iterable<IsoDate> = [],
): WorkingCalendar => {
  const dates = [...holidayDates];
  const holidays = new Set(dates.map(toDayNumber));
  const worked = new Set([...workingWeekends].map(toDayNumber));
  const years = [...new Set(dates.map(yearOf))].sort((a, b) => a - b);
  const spans = years.map(
    (year) => [toDayNumber(isoDateOf(year, 1, 1)), toDayNumber(isoDateOf(year, 12, 31))] as const,
  );

  const isWorkingNumber = (dayNumber: number): boolean => {
    const isEntered = spans.some(([first, last]) => first <= dayNumber && dayNumber <= last);
    if (!isEntered) throw new CalendarMissing(yearOf(fromDayNumber(dayNumber)));
    return (weekdayOfNumber(dayNumber) <= FRIDAY || worked.has(dayNumber)) && !holidays.has(dayNumber);
  };

  const countAfter = (from: number, to: number): number => {
    let count = 0;
    for (let day = from + 1; day <= to; day += 1) count += isWorkingNumber(day) ? 1 : 0;
    return count;
  };

  const isWorkingDay = (date: IsoDate): boolean => isWorkingNumber(toDayNumber(date));

  return {
    years,
    isWorkingDay,
    nextWorkingDay: (date) => {
      let day = date;
      while (!isWorkingDay(day)) day = addDays(day, 1);
      return day;
    },
    addWorkingDays: (from, count) => {
      if (!Number.isSafeInteger(count) || count < 0)
        throw new RangeError('count must be a whole number from 0');
      let day = toDayNumber(from);
      for (let left = count; left > 0; left -= isWorkingNumber(day) ? 1 : 0) day += 1;
      return fromDayNumber(day);
    },
    workingDaysBetween: (from, to) => {
      const [start, end] = [toDayNumber(from), toDayNumber(to)];
      return start <= end ? countAfter(start, end) : 0 - countAfter(end, start);
    },
  };
};
