import { localDateIn } from './local-date';

describe('localDateIn', () => {
  it.each([
    ['Europe/Bucharest', '2026-06-30T20:59:59Z', '2026-06-30'],
    ['Europe/Bucharest', '2026-06-30T21:00:00Z', '2026-07-01'], // summer: UTC+3
    ['Europe/Sofia', '2026-12-31T21:59:59Z', '2026-12-31'],
    ['Europe/Sofia', '2026-12-31T22:00:00Z', '2027-01-01'], // winter: UTC+2
    ['Europe/Bucharest', '2026-03-29T00:59:59Z', '2026-03-29'], // the night the clocks change
    ['UTC', '2026-01-01T00:00:00Z', '2026-01-01'],
  ])('%s at %s is %s', (zone, instant, date) => {
    expect(localDateIn(zone, new Date(instant))).toBe(date);
  });

  it('refuses an unknown zone and an invalid instant', () => {
    expect(() => localDateIn('Europe/Nowhere', new Date(0))).toThrow(RangeError);
    expect(() => localDateIn('UTC', new Date(NaN))).toThrow(RangeError);
  });
});
