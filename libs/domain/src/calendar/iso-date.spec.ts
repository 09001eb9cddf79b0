import fc from 'fast-check';

import {
  addDays,
  daysBetween,
  fromDayNumber,
  isIsoDate,
  NotADate,
  toDayNumber,
  weekdayOf,
  yearOf,
} from './iso-date';

const FIRST = toDayNumber('0001-01-01');
const LAST = toDayNumber('9999-12-31');
const dayNumber = fc.integer({ min: FIRST, max: LAST });

describe('iso-date', () => {
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2026-12-31'])('takes %s', (text) => {
    expect(isIsoDate(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '-000001-01-01',
    '300000-01-01',
    '2026-1-1',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '２０２６-01-01',
    'infinity',
    'today',
    '',
  ])('refuses %j', (text) => {
    expect(isIsoDate(text)).toBe(false);
    expect(() => toDayNumber(text)).toThrow(NotADate);
    expect(() => yearOf(text)).toThrow(NotADate);
  });

  it('counts days as the platform does', () => {
    fc.assert(
      fc.property(dayNumber, (day) => {
        const viaPlatform = new Date(day * 86_400_000);
        expect(fromDayNumber(day)).toBe(viaPlatform.toISOString().slice(0, 10));
        expect(weekdayOf(fromDayNumber(day))).toBe(viaPlatform.getUTCDay() || 7);
        expect(toDayNumber(fromDayNumber(day))).toBe(day);
      }),
    );
  });

  it('adds and subtracts', () => {
    expect(addDays('2026-03-28', 1)).toBe('2026-03-29'); // the night the clocks change
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365);
    expect(daysBetween('2027-01-01', '2026-01-01')).toBe(-365);
  });
});
