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

/** Climbs from a third of the closed-loop rate until answers are late, then holds 70 % of the last good rate. */
export const findKnee = async (
  server: Running,
  work: Work,
  closedLoop: number,
  seconds: { readonly each: number; readonly hold: number },
): Promise<Knee> => {
  const ladder: { perSecond: number; p99: number; failed: number }[] = [];
  let knee = closedLoop / 3;
  for (let rate = closedLoop / 3; rate < closedLoop * 3; rate *= STEP) {
    const { p99, failed } = await holdSteady(server, work, rate, seconds.each);
    ladder.push({ perSecond: rounded(rate), p99, failed });
    if (p99 > IN_TIME_MS || failed > 0) break;
    knee = rate;
  }
  const heldPerSecond = rounded(knee * SHARE);
  say(
    `  ✓ ${'the knee'.padEnd(34)}${Math.round(knee)} per second; holding ${heldPerSecond} for ${seconds.hold} s`,
  );
  const held = await holdSteady(server, work, heldPerSecond, seconds.hold);
  return { kneePerSecond: rounded(knee), ladder, heldPerSecond, held };
};
