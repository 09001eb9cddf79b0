import { fromDayNumber, isoDateOf, type IsoDate, toDayNumber } from './iso-date';

/**
 * Orthodox Easter Sunday in the Gregorian calendar, which both countries keep as public holiday: the Julian
 * reckoning (Meeus), moved by the difference of the two calendars.
 * @param year 1583 or later, when the Gregorian calendar exists
 */
export const orthodoxEaster = (year: number): IsoDate => {
  if (!Number.isInteger(year) || year < 1583 || year > 9999)
    throw new RangeError('year must be 1583 to 9999');
  const a = year % 4;
  const b = year % 7;
  const moon = (19 * (year % 19) + 15) % 30;
  const sunday = (2 * a + 4 * b - moon + 34) % 7;
  const marchBased = moon + sunday + 114;
  const julianDay = isoDateOf(year, Math.floor(marchBased / 31), (marchBased % 31) + 1);
  return fromDayNumber(toDayNumber(julianDay) + julianLag(year));
};

/** Days the Julian calendar lags behind between March and the next February: 13 from 1900 to 2099. */
const julianLag = (year: number): number => Math.floor(year / 100) - Math.floor(year / 400) - 2;
