import { RequestTally } from './request-tally';

const MINUTE_MS = 60_000;

/** Requests of one place; gives what the last was told. */
const ask = (tally: RequestTally, place: string, times = 1): { current: number; ttl: number } => {
  let told = { current: 0, ttl: 0 };
  const hear = (_: Error | null, result?: { current: number; ttl: number }): void => {
    if (result !== undefined) told = result;
  };
  for (let at = 0; at < times; at += 1) tally.incr(place, hear, MINUTE_MS);
  return told;
};

describe('the tally of requests', () => {
  let now = 5_000;
  beforeEach(() => {
    now = 5_000;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => jest.restoreAllMocks());

  it('counts each place for itself, and anew when its span is over', () => {
    const tally = new RequestTally();
    expect(ask(tally, 'here', 3)).toEqual({ current: 3, ttl: MINUTE_MS });
    expect(ask(tally, 'there')).toEqual({ current: 1, ttl: MINUTE_MS });
    now += MINUTE_MS - 1;
    expect(ask(tally, 'here')).toEqual({ current: 4, ttl: 1 });
    now += 1;
    expect(ask(tally, 'here')).toEqual({ current: 1, ttl: MINUTE_MS });
  });

  it('does not care what the clock on the wall says', () => {
    const tally = new RequestTally();
    const wall = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 48 * 3_600_000);
    ask(tally, 'here', 10);
    wall.mockRestore();
    expect(ask(tally, 'here').ttl).toBe(MINUTE_MS);
    now += MINUTE_MS;
    expect(ask(tally, 'here').current).toBe(1);
  });

  it('remembers a bounded number of places, and those that ask', () => {
    const tally = new RequestTally();
    ask(tally, 'asks', 2);
    ask(tally, 'silent', 2);
    for (let at = 0; at < 4_999; at += 1) {
      ask(tally, `place ${at}`);
      if (at % 1_000 === 0) ask(tally, 'asks');
    }
    expect(ask(tally, 'asks').current).toBe(8);
    expect(ask(tally, 'silent').current).toBe(1);
  });

  it('keeps the count of a route with a limit of its own apart', () => {
    const tally = new RequestTally();
    ask(tally, 'here', 5);
    expect(ask(tally.child(), 'here').current).toBe(1);
  });
});
