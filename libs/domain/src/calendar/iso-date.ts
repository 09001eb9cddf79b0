/**
 * A calendar day as `YYYY-MM-DD`. Days are strings and numbers here, never `Date`: a day has no time zone,
 * so none can shift it.
 */
export type IsoDate = string;

/** Thrown where a day was needed and something else was given. */
export class NotADate extends RangeError {
  readonly code = 'calendar.notADate';

  constructor() {
    super('not a calendar day of the form YYYY-MM-DD');
    this.name = 'NotADate';
  }
}

const ISO_DATE = /^(?!0000)([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Number of days of a month (1 to 12) in the Gregorian calendar; 0 for a month that does not exist. */
const daysInMonth = (year: number, month: number): number =>
  (DAYS_IN_MONTH[month - 1] ?? 0) + (month === 2 && isLeapYear(year) ? 1 : 0);

/** Tells whether year, month and day name a day that exists. */
export const dayExists = (year: number, month: number, day: number): boolean =>
  day >= 1 && day <= daysInMonth(year, month);

/** Tells whether a text is an existing day written `YYYY-MM-DD`, from year 0001 to 9999. */
export const isIsoDate = (text: string): boolean => {
  const parts = ISO_DATE.exec(text);
  return parts !== null && dayExists(Number(parts[1]), Number(parts[2]), Number(parts[3]));
};

/** Writes year, month and day as `YYYY-MM-DD`. */
export const isoDateOf = (year: number, month: number, day: number): IsoDate =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** @throws NotADate */
export const yearOf = (date: IsoDate): number => {
  if (!isIsoDate(date)) throw new NotADate();
  return Number(date.slice(0, 4));
};

const DAYS_PER_ERA = 146_097; // 400 Gregorian years
const DAYS_BEFORE_1970 = 719_468; // from 0000-03-01

/**
 * Days since 1970-01-01, after Howard Hinnant's `days_from_civil`: years begin in March, so the leap day comes
 * last and month lengths follow one formula.
 * @throws NotADate
 */
export const toDayNumber = (date: IsoDate): number => {
  if (!isIsoDate(date)) throw new NotADate();
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_BEFORE_1970;
};

/** The day a number of days after 1970-01-01; the inverse of `toDayNumber`. */
export const fromDayNumber = (dayNumber: number): IsoDate => {
  const shifted = dayNumber + DAYS_BEFORE_1970;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return isoDateOf(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day);
};

/** The day `days` later (earlier when negative). */
export const addDays = (date: IsoDate, days: number): IsoDate => fromDayNumber(toDayNumber(date) + days);

/** Calendar days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => toDayNumber(to) - toDayNumber(from);

/** Day of the week: 1 Monday to 7 Sunday (ISO 8601). */
export const weekdayOf = (date: IsoDate): number => weekdayOfNumber(toDayNumber(date));

/** Day of the week of a day number; 1970-01-01 was a Thursday. */
export const weekdayOfNumber = (dayNumber: number): number => ((((dayNumber + 3) % 7) + 7) % 7) + 1;
