import { runChaos } from '../chaos/index.ts';

/** `soc chaos [--short] [--minutes <n>] [--seed <n>] [--only <scenario>] [--keep]`: the faults of apps/chaos. */
export async function chaos(words: readonly string[]): Promise<number> {
  return runChaos(words);
}
