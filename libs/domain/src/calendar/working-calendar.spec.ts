import fc from 'fast-check';

import { holidayDates, holidayYears } from '@soc-coop/reference';

import { addDays, daysBetween, fromDayNumber, NotADate, toDayNumber, weekdayOf } from './iso-date';
import { CalendarMissing, makeWorkingCalendar, type WorkingCalendar } from './working-calendar';

const ro = makeWorkingCalendar(holidayDates('RO'));
const bg = makeWorkingCalendar(holidayDates('BG'));

const workingDaysOf = (calendar: WorkingCalendar, year: number): number =>
  calendar.workingDaysBetween(`${year}-01-01`, `${year}-12-31`) +
  (calendar.isWorkingDay(`${year}-01-01`) ? 1 : 0);

describe('makeWorkingCalendar', () => {
  it('covers the years of the table', () => {
    expect(ro.years).toEqual(holidayYears);
    expect(bg.years).toEqual(holidayYears);
  });

  it('counts the working days of 2026 as published', () => {
    expect(workingDaysOf(bg, 2026)).toBe(248);
    // 261 weekdays less the eleven weekdays that are holidays (1 June counts for two of them)
    expect(workingDaysOf(ro, 2026)).toBe(250);
  });

  it.each([
    ['2026-05-25', 'Culture Day fell on Sunday 24 May'],
    ['2026-09-07', 'Unification Day fell on Sunday 6 September'],
    ['2026-12-28', 'the second day of Christmas fell on Saturday'],
    ['2026-01-02', 'declared for the change to the euro'],
    ['2027-05-04', 'Labour Day fell on Holy Saturday'],
  ])('BG %s is off: %s', (date) => {
    expect(bg.isWorkingDay(date)).toBe(false);
  });

  it.each(['2026-05-25', '2026-09-07', '2026-12-28'])(
    'RO %s is a working day: Romania moves no holiday',
    (date) => {
      expect(ro.isWorkingDay(date)).toBe(true);
    },
  );

  it.each(['2026-01-06', '2026-01-07', '2026-06-01', '2026-11-30', '2026-12-01'])('RO %s is off', (date) => {
    expect(ro.isWorkingDay(date)).toBe(false);
  });

  it('skips Easter in both countries: Thursday 9 April 2026 to Tuesday 14 April is one working day', () => {
    for (const calendar of [ro, bg]) {
      expect(calendar.addWorkingDays('2026-04-09', 1)).toBe('2026-04-14');
      expect(calendar.workingDaysBetween('2026-04-09', '2026-04-14')).toBe(1);
      expect(calendar.nextWorkingDay('2026-04-10')).toBe('2026-04-14');
    }
  });

  it('skips Easter 2027, where Labour Day meets Holy Saturday, one day longer in Bulgaria', () => {
    expect(ro.addWorkingDays('2027-04-29', 1)).toBe('2027-05-04');
    expect(bg.addWorkingDays('2027-04-29', 1)).toBe('2027-05-05');
  });

  it('gives the same term different ends in the two countries', () => {
    expect(ro.addWorkingDays('2026-05-22', 5)).toBe('2026-05-29');
    expect(bg.addWorkingDays('2026-05-22', 5)).toBe('2026-06-01');
    expect(ro.addWorkingDays('2026-12-23', 5)).toBe('2026-12-31');
    expect(bg.addWorkingDays('2026-12-23', 5)).toBe('2027-01-05');
  });

  it('says how many working days are left, and how many a term is overdue', () => {
    expect(bg.workingDaysBetween('2026-05-22', '2026-05-22')).toBe(0);
    expect(bg.workingDaysBetween('2026-05-22', '2026-05-26')).toBe(1);
    expect(bg.workingDaysBetween('2026-05-27', '2026-05-22')).toBe(-2);
  });

  it('refuses a year that is not entered instead of counting it as free of holidays', () => {
    const missing = (ask: () => unknown): unknown => {
      try {
        ask();
      } catch (error) {
        return error;
      }
      return null;
    };
    for (const [ask, year] of [
      [() => ro.addWorkingDays('2030-12-27', 5), 2031],
      [() => bg.addWorkingDays('2030-12-27', 3), 2031],
      [() => ro.isWorkingDay('2031-01-04'), 2031], // a Saturday: still unknown territory
      [() => bg.workingDaysBetween('2023-12-28', '2024-01-03'), 2023],
      [() => ro.nextWorkingDay('2023-12-31'), 2023],
    ] as const) {
      const error = missing(ask);
      expect(error).toBeInstanceOf(CalendarMissing);
      expect(error).toMatchObject({ code: 'calendar.missing', year });
    }
    expect(ro.addWorkingDays('2030-12-24', 2)).toBe('2030-12-30');
  });

  it('refuses what is not a day, or not a count', () => {
    expect(() => ro.isWorkingDay('2026-02-30')).toThrow(NotADate);
    expect(() => makeWorkingCalendar(['2026-1-1'])).toThrow(NotADate);
    for (const count of [-1, 1.5, NaN, Infinity]) {
      expect(() => ro.addWorkingDays('2026-01-05', count)).toThrow(RangeError);
    }
  });
});

describe('laws of working-day arithmetic', () => {
  const day = fc
    .integer({ min: toDayNumber('2024-01-01'), max: toDayNumber('2029-12-31') })
    .map(fromDayNumber);
  const count = fc.integer({ min: 0, max: 120 });
  const calendar = fc.constantFrom(ro, bg);

  it('adding then counting gives the number added', () => {
    fc.assert(
      fc.property(calendar, day, count, (c, from, n) => {
        const to = c.addWorkingDays(from, n);
        expect(c.workingDaysBetween(from, to)).toBe(n);
        if (n > 0) expect(c.isWorkingDay(to)).toBe(true);
      }),
    );
  });

  it('counting then adding gives the day back when it is a working day', () => {
    fc.assert(
      fc.property(calendar, day, fc.integer({ min: 0, max: 200 }), (c, from, distance) => {
        const to = c.nextWorkingDay(addDays(from, distance));
        if (to === from) return;
        expect(c.addWorkingDays(from, c.workingDaysBetween(from, to))).toBe(to);
      }),
    );
  });

  it('grows with the count, and never moves back with the start', () => {
    fc.assert(
      fc.property(calendar, day, count, (c, from, n) => {
        const end = c.addWorkingDays(from, n);
        expect(daysBetween(end, c.addWorkingDays(from, n + 1))).toBeGreaterThan(0);
        expect(daysBetween(end, c.addWorkingDays(addDays(from, 1), n))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('adds up: n then m is n + m', () => {
    fc.assert(
      fc.property(calendar, day, count, count, (c, from, n, m) => {
        expect(c.addWorkingDays(c.addWorkingDays(from, n), m)).toBe(c.addWorkingDays(from, n + m));
      }),
    );
  });

  it('is additive and antisymmetric in the distance', () => {
    fc.assert(
      fc.property(calendar, day, day, day, (c, x, y, z) => {
        expect(c.workingDaysBetween(x, y) + c.workingDaysBetween(y, z)).toBe(c.workingDaysBetween(x, z));
        expect(c.workingDaysBetween(x, y) + c.workingDaysBetween(y, x)).toBe(0);
      }),
    );
  });

  it('agrees with a naive count', () => {
    const off = { ro: new Set(holidayDates('RO')), bg: new Set(holidayDates('BG')) };
    fc.assert(
      fc.property(
        fc.constantFrom('ro' as const, 'bg' as const),
        day,
        fc.integer({ min: 0, max: 60 }),
        (c, from, n) => {
          const naive = Array.from({ length: n }, (_, i) => addDays(from, i + 1)).filter(
            (date) => weekdayOf(date) < 6 && !off[c].has(date),
          ).length;
          expect((c === 'ro' ? ro : bg).workingDaysBetween(from, addDays(from, n))).toBe(naive);
        },
      ),
    );
  });
});
