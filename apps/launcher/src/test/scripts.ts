import type { Workspace } from '../build/workspaces.ts';

/** What every workspace answers, so that nobody has to look up how this one is tested. */
const wanted = ['build', 'lint', 'typecheck', 'test', 'test:medium'];

/** One line per script that a workspace lacks. */
export function checkScripts(workspaces: readonly Workspace[]): string[] {
  return workspaces.flatMap((workspace) =>
    wanted
      .filter((script) => !workspace.scripts.includes(script))
      .map((script) => `${workspace.path}/package.json has no script "${script}"`),
  );
}
