import { FakeClock } from '@soc-coop/testing';
import { Logger } from '../log';
import { ClockWatch, ClockWrong } from './clock-watch';

const HOUR_MS = 3_600_000;
const START = new Date('2026-11-23T08:00:00Z');

const watched = () => {
  const lines: string[] = [];
  const logger = new Logger('info', { write: (line: string) => void lines.push(line) });
  const clock = new FakeClock(START);
  const watch = new ClockWatch(clock, logger);
  /** The database says its time, and the answer takes a while. */
  const hear = (databaseAheadMs: number, tookMs = 2): void => {
    const asked = watch.now();
    watch.compare(asked, new Date(asked + databaseAheadMs), asked + tookMs);
  };
  return { watch, hear, lines };
};

describe('the clock of a process beside that of the database', () => {
  it('is right within a minute, either way', () => {
    const { watch, hear, lines } = watched();
    for (const apart of [0, 59_000, -60_000]) {
      hear(apart);
      expect(() => watch.require()).not.toThrow();
    }
    expect(lines).toEqual([]);
  });

  it('is wrong beyond: told once, and what acts by the clock is refused', () => {
    const { watch, hear, lines } = watched();
    hear(-48 * HOUR_MS);
    hear(-48 * HOUR_MS);
    expect(() => watch.require()).toThrow(ClockWrong);
    expect(watch.aheadSeconds).toBe(48 * 3_600);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('172800 s ahead of that of the database');
    hear(HOUR_MS);
    expect(watch.aheadSeconds).toBeCloseTo(-3_600, 0);
    hear(0);
    expect(watch.isRight).toBe(true);
    expect(lines.at(-1)).toContain('agree again');
  });

  it('blames no clock for an answer that was long under way', () => {
    const { watch, hear } = watched();
    hear(90_000, 120_000);
    expect(watch.isRight).toBe(true);
  });
});
