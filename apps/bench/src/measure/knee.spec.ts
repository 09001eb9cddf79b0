import { climb, IN_TIME_MS } from './knee';
import type { Steady } from './open-loop';

/** A server that is late above a rate; notes what it was offered. */
const server = (bears: number) => {
  const offered: number[] = [];
  const hold = (perSecond: number): Promise<Steady> => {
    offered.push(perSecond);
    const p99 = perSecond > bears ? IN_TIME_MS + 1 : 10;
    return Promise.resolve({
      ...{ offered: 0, answered: 0, failed: 0, p50: 1, p95: 1, p99 },
      ...{ rssFirstMb: 0, rssLastMb: 0, rssSlopeMb: 0 },
    });
  };
  return { offered, hold };
};
const SECONDS = { each: 1, hold: 1 };

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterAll(() => {
  jest.restoreAllMocks();
});

describe('the knee of a server', () => {
  it('is the last rate borne on the way up, and 70 % of it is held', async () => {
    const { offered, hold } = server(150);
    const { kneePerSecond, ladder, heldPerSecond } = await climb(hold, 300, SECONDS);
    expect(kneePerSecond).toBe(144);
    expect(ladder.map(({ p99 }) => p99 <= IN_TIME_MS)).toEqual([true, true, true, false]);
    expect(heldPerSecond).toBe(101);
    expect(offered.at(-1)).toBe(heldPerSecond);
  });

  it('is found on the way down where the first rate is too much already', async () => {
    const { hold } = server(80);
    const { kneePerSecond, ladder } = await climb(hold, 300, SECONDS);
    expect(kneePerSecond).toBeLessThanOrEqual(80);
    expect(ladder.map(({ p99 }) => p99 <= IN_TIME_MS)).toEqual([false, false, true]);
  });

  it('counts nothing of the first seconds', async () => {
    const { offered, hold } = server(1_000);
    const { ladder } = await climb(hold, 300, SECONDS);
    expect(offered.slice(0, 2)).toEqual([100, 100]);
    expect(offered).toHaveLength(ladder.length + 2);
  });
});
