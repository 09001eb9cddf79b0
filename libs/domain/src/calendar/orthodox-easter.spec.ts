import { easterSundays } from '@soc-coop/reference';

import { weekdayOf } from './iso-date';
import { orthodoxEaster } from './orthodox-easter';

describe('orthodoxEaster', () => {
  it.each(easterSundays)('agrees with the table for $year', ({ year, date }) => {
    expect(orthodoxEaster(year)).toBe(date);
  });

  it.each([
    [1916, '1916-04-23'],
    [1983, '1983-05-08'],
    [2000, '2000-04-30'],
    [2010, '2010-04-04'],
    [2021, '2021-05-02'],
    [2023, '2023-04-16'],
    [2078, '2078-05-08'],
  ])('%i', (year, date) => {
    expect(orthodoxEaster(year)).toBe(date);
  });

  it('is always a Sunday, within the limits of the reckoning', () => {
    for (let year = 1900; year <= 2099; year += 1) {
      const easter = orthodoxEaster(year);
      expect(weekdayOf(easter)).toBe(7);
      expect(easter.slice(5) >= '04-04' && easter.slice(5) <= '05-08').toBe(true);
    }
  });

  it.each([1582, 10_000, 2024.5, NaN])('refuses %d', (year) => {
    expect(() => orthodoxEaster(year)).toThrow(RangeError);
  });
});
