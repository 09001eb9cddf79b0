import { join } from 'node:path';
import { cacheDir } from '../tools/paths.ts';
import { withLock } from '../tools/lock.ts';
import { done, say, since, working } from '../tools/ui.ts';
import { bundle } from './vite.ts';
import { compile } from './swc.ts';
import { withNeeds, type Workspace } from './workspaces.ts';

/** Whether a build says what it did, or only what it takes long for. */
export type Voice = 'normal' | 'quiet';

/**
 * Builds the named workspaces and what they need, only what changed. One build at a time per checkout: a second
 * one waits, then finds most of its work done.
 */
export async function build(names: readonly string[], voice: Voice = 'normal'): Promise<void> {
  await withLock(join(cacheDir, 'build.lock'), async () => {
    const wanted = withNeeds(names);
    await buildCode(
      wanted.filter((one) => one.kind === 'swc'),
      voice,
    );
    for (const workspace of wanted.filter((one) => one.kind === 'vite')) await buildBundle(workspace, voice);
  });
}

async function buildCode(workspaces: readonly Workspace[], voice: Voice): Promise<void> {
  const started = performance.now();
  const changed: string[] = [];
  for (const workspace of workspaces) {
    if ((await compile(workspace)) > 0) changed.push(workspace.name);
  }
  if (voice === 'quiet') return;
  if (changed.length > 0) done('build', `${changed.join(', ')}, ${since(started)}`);
  else if (workspaces.length > 0) done('build', 'nothing changed');
}

async function buildBundle(workspace: Workspace, voice: Voice): Promise<void> {
  const started = performance.now();
  const slow = setTimeout(() => working(`build ${workspace.name}`, 'bundling'), 1500);
  try {
    if (await bundle(workspace)) done(`build ${workspace.name}`, since(started));
    else if (voice === 'normal') done(`build ${workspace.name}`, 'nothing changed');
  } finally {
    clearTimeout(slow);
  }
}

/** Says that a workspace has no build step, for `soc build` inside one. */
export function sayUnbuilt(workspace: Workspace): void {
  say(`  ${workspace.path} runs from its sources: nothing to build.`);
}
