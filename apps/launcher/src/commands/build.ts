import { build } from '../build/index.ts';
import { workspaceOf, workspaces } from '../build/workspaces.ts';
import { Refusal, say } from '../tools/ui.ts';

/** `soc build [workspace …]`: the named ones, the one of this folder, or all. */
export async function buildCommand(words: readonly string[]): Promise<number> {
  const all = workspaces();
  const here = workspaceOf(process.cwd());
  const names = words.length > 0 ? words.map(bareName) : here ? [here.name] : all.map((one) => one.name);
  const unknown = names.filter((name) => !all.some((one) => one.name === name));
  if (unknown.length > 0) throw new Refusal(`There is no workspace ${unknown.join(', ')}.`);
  await build(names);
  if (here?.kind === 'none' && words.length === 0)
    say(`  ${here.path} runs from its sources: nothing to build.`);
  return 0;
}

function bareName(word: string): string {
  return word.replace(/^@soc-coop\//, '').replace(/^(apps|libs)\//, '');
}
