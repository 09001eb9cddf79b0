import { build } from '../build/index.ts';
import { workspaces } from '../build/workspaces.ts';
import { runGates } from '../test/run-gates.ts';
import { gatesNamed } from '../test/gates.ts';

/** `soc gates [name …]`: the static gates, all of them or those whose name begins with one of the words. */
export async function gates(words: readonly string[]): Promise<number> {
  await build(workspaces().map((one) => one.name));
  const tally = await runGates(gatesNamed(words));
  return tally.failed > 0 ? 1 : 0;
}
