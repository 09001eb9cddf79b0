import { easterSundays, holidayDates, holidays, holidaysOn, holidayYears } from './holidays';

/** Monday 1 to Sunday 7, by the platform: the domain's own reckoning is tested against it elsewhere. */
const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

describe('holidays', () => {
  it('cover 2024 to 2030 for both countries', () => {
    expect(holidays).toHaveLength(236);
    expect(holidayYears).toEqual([2024, 2025, 2026, 2027, 2028, 2029, 2030]);
    for (const country of ['RO', 'BG'] as const) {
      const years = new Set(holidayDates(country).map((date) => Number(date.slice(0, 4))));
      expect([...years]).toEqual(holidayYears);
    }
  });

  it('are real days, each holiday once', () => {
    for (const { date } of holidays) {
      expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
    }
    const keys = holidays.map(({ country, date, key }) => `${country} ${date} ${key}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const country of ['RO', 'BG'] as const) {
      const dates = holidayDates(country);
      expect([...new Set(dates)].sort()).toEqual(dates);
    }
  });

  it('move Bulgarian holidays off weekends and never Romanian ones', () => {
    const substitutes = holidays.filter(({ kind }) => kind === 'substitute');
    expect(substitutes.every(({ country }) => country === 'BG')).toBe(true);
    for (const { date, inLieuOf, act } of substitutes) {
      expect(weekday(date)).toBeLessThan(6);
      expect(weekday(inLieuOf ?? date)).toBeGreaterThan(5);
      expect(act).toContain('ал. 2');
    }
    expect(holidaysOn('BG', '2026-05-25')).toMatchObject([{ kind: 'substitute', inLieuOf: '2026-05-24' }]);
    expect(holidays.filter(({ kind, inLieuOf }) => kind !== 'substitute' && inLieuOf !== null)).toEqual([]);
  });

  it('share Orthodox Easter', () => {
    for (const { date } of easterSundays) {
      expect(weekday(date)).toBe(7);
      for (const country of ['RO', 'BG'] as const) {
        expect(holidaysOn(country, date).map(({ kind }) => kind)).toContain('movable');
      }
    }
  });

  it('can coincide', () => {
    expect(holidaysOn('RO', '2026-06-01').map(({ key }) => key)).toEqual(['children_day', 'pentecost_2']);
    expect(holidaysOn('BG', '2026-06-01')).toEqual([]);
    expect(holidayDates('RO').filter((date) => date === '2026-06-01')).toHaveLength(1);
  });

  it('rest on an act, and are open to correction where the law may still change', () => {
    expect(holidays.every(({ act }) => act !== '')).toBe(true);
    const open = new Set(holidays.filter((day) => day.openToCorrection).map(({ date }) => date.slice(0, 4)));
    expect([...open].sort()).toEqual(['2027', '2028', '2029', '2030']);
  });
});
