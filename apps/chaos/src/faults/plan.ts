import type { SeededRandom } from '@soc-coop/testing';

/** What can be killed. */
export const VICTIMS = ['api', 'worker', 'postgres'] as const;
export type Victim = (typeof VICTIMS)[number];

/** One kill of the plan. */
export interface PlannedKill {
  readonly victim: Victim;
  /** How many operations are acknowledged between the last healing and the kill. */
  readonly afterOperations: number;
  /** How long it stays dead. */
  readonly deadMs: number;
}

const NEAR = [8, 40] as const;
const FAR = [400, 1_000] as const;
const FAR_SHARE = 0.5;

/**
 * The kills of a run, without end: the seed decides. Every victim falls once in each round, in an order of its own,
 * so that a short run misses none.
 * @param far now and then lets many hundred operations pass: what only much work leaves behind is hit too
 */
export function* planKills(
  random: SeededRandom,
  victims: readonly Victim[] = VICTIMS,
  far = false,
): Generator<PlannedKill, never> {
  for (;;)
    for (const victim of random.shuffle(victims)) {
      const [least, most] = far && random.next() < FAR_SHARE ? FAR : NEAR;
      yield { victim, afterOperations: random.integer(least, most), deadMs: random.integer(0, 600) };
    }
}
