import { workspaceOf } from '../build/workspaces.ts';
import { pinnedNode, root } from '../tools/paths.ts';
import { inherit } from '../tools/processes.ts';
import { programs } from '../tools/programs.ts';

/** `soc lint [--fix]`: ESLint over the workspace of this folder, or over everything. */
export async function lint(words: readonly string[]): Promise<number> {
  const place = workspaceOf(process.cwd())?.path ?? '.';
  return inherit(pinnedNode, [programs.eslint, '--max-warnings', '0', place, ...words], { cwd: root });
}
