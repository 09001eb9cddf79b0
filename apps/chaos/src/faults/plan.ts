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

/**
 * The kills of a run, without end: the seed decides. Every victim falls once in each round, in an order of its own,
 * so that a short run misses none.
 */
export function* planKills(
  random: SeededRandom,
  victims: readonly Victim[] = VICTIMS,
): Generator<PlannedKill, never> {
  for (;;)
    for (const victim of random.shuffle(victims))
      yield { victim, afterOperations: random.integer(8, 40), deadMs: random.integer(0, 600) };
}
