import { workspaceOf, workspaces } from '../build/workspaces.ts';
import { typecheckCommand } from '../test/gates.ts';
import { pinnedNode, root } from '../tools/paths.ts';
import { inherit } from '../tools/processes.ts';

/** `soc typecheck`: the workspace of this folder, or all of them. */
export async function typecheck(): Promise<number> {
  const here = workspaceOf(process.cwd());
  for (const workspace of here ? [here] : workspaces()) {
    const code = await inherit(pinnedNode, typecheckCommand(workspace), { cwd: root });
    if (code !== 0) return code;
  }
  return 0;
}
