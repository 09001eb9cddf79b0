import { pauseBefore } from './backoff';

describe('the pause before the next attempt', () => {
  it('grows to a minute and no further', () => {
    expect([0, 1, 2, 5, 9, 200].map((attempt) => pauseBefore(attempt, () => 1))).toEqual([
      1_000, 2_000, 4_000, 32_000, 60_000, 60_000,
    ]);
  });

  it('differs from page to page, and is never nothing', () => {
    expect(pauseBefore(3, () => 0)).toBe(4_000);
    expect(pauseBefore(3, () => 0.5)).toBe(6_000);
  });
});
