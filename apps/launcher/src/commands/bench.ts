import { runBench } from '../bench/index.ts';

/** `soc bench [--quick] [--check] [--only <operation>] [--exchanges N] [--rounds N] [--fresh] [--no-docs]`: the measurements of apps/bench. */
export async function bench(words: readonly string[]): Promise<number> {
  return runBench(words);
}
