import { secondsUntilSearch } from './search-quota';
import type { Tally } from './search-tally.repository';

const NOW = new Date('2026-11-23T10:00:00Z');
const tally = (count: number, secondsAgo: number | null): Tally => ({
  count,
  since: secondsAgo === null ? null : new Date(NOW.getTime() - secondsAgo * 1000),
});
const none = tally(0, null);

describe('a search', () => {
  it.each([
    ['is free for whoever has not searched yet', none, none, 0],
    ['is free below both limits', tally(299, 3_000), tally(59, 50), 0],
    ['waits until the first of a full hour is an hour ago', tally(300, 3_000), none, 600],
    ['waits until the first of a full minute is a minute ago', tally(60, 50), tally(60, 50), 10],
    ['waits for the longer of the two', tally(300, 3_000), tally(60, 50), 600],
  ])('%s', (_, hour, minute, seconds) => {
    expect(secondsUntilSearch({ hour, minute }, 300, NOW)).toBe(seconds);
  });
});
