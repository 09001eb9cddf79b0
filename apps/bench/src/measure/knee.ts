import type { Running } from '../contenders/contender';
import type { Work } from '../run/session';
import { say } from '../say';
import { rounded } from './figures';
import { holdSteady, type Steady } from './open-loop';

/** Where a server's answers begin to be late, and how it does a good way before. */
export interface Knee {
  /** The highest offered rate at which 99 of 100 answers came in time and none failed. */
  readonly kneePerSecond: number;
  readonly ladder: readonly { readonly perSecond: number; readonly p99: number; readonly failed: number }[];
  readonly heldPerSecond: number;
  readonly held: Steady;
}

/** An answer is in time within this. */
export const IN_TIME_MS = 500;
const SHARE = 0.7;
const STEP = 1.2;

/** Offers a rate for some seconds. */
type Hold = (perSecond: number, seconds: number) => Promise<Steady>;

const isInTime = ({ p99, failed }: Steady): boolean => p99 <= IN_TIME_MS && failed === 0;

/**
 * Begins at a third of the closed-loop rate, climbs until answers are late or, where they are late at once, goes down
 * until they are not; then holds 70 % of the last good rate. The first rate is offered once before it counts: other
 * work came in between, and what the process knew of these pages is minutes old.
 */
export const climb = async (
  hold: Hold,
  closedLoop: number,
  seconds: { readonly each: number; readonly hold: number },
): Promise<Knee> => {
  const ladder: { perSecond: number; p99: number; failed: number }[] = [];
  const good = async (rate: number): Promise<boolean> => {
    const steady = await hold(rate, seconds.each);
    ladder.push({ perSecond: rounded(rate), p99: steady.p99, failed: steady.failed });
    return isInTime(steady);
  };
  const [lowest, highest] = [closedLoop / 30, closedLoop * 3];
  let knee = closedLoop / 3;
  await hold(knee, seconds.each);
  if (await good(knee)) {
    while (knee * STEP < highest && (await good(knee * STEP))) knee *= STEP;
  } else {
    do knee /= STEP;
    while (knee > lowest && !(await good(knee)));
  }
  const heldPerSecond = rounded(knee * SHARE);
  say(
    `  ✓ ${'the knee'.padEnd(34)}${Math.round(knee)} per second; holding ${heldPerSecond} for ${seconds.hold} s`,
  );
  return {
    kneePerSecond: rounded(knee),
    ladder,
    heldPerSecond,
    held: await hold(heldPerSecond, seconds.hold),
  };
};

/** The knee of a server at some work. */
export const findKnee = (
  server: Running,
  work: Work,
  closedLoop: number,
  seconds: { readonly each: number; readonly hold: number },
): Promise<Knee> =>
  climb((perSecond, long) => holdSteady(server, work, perSecond, long), closedLoop, seconds);
