import { join } from 'node:path';
import { errorCode } from '../tools/errors.ts';
import { type Lock, waitForLock } from '../tools/lock.ts';
import { cacheDir } from '../tools/paths.ts';
import { done, Refusal, since, working } from '../tools/ui.ts';
import { packPackages, planPackages } from './packages.ts';
import { compile, planCompilation } from './swc.ts';
import { bundle, planBundle } from './vite.ts';
import { withNeeds, type Workspace } from './workspaces.ts';

const lockFile = join(cacheDir, 'build.lock');

/** Whether a build says what it did, or only what it takes long for. */
export type Voice = 'normal' | 'quiet';

/**
 * Builds the named workspaces and what they need, only what changed. One build at a time per checkout: a second
 * one waits, then finds most of its work done.
 */
export async function build(names: readonly string[], voice: Voice = 'normal'): Promise<void> {
  const wanted = withNeeds(names);
  const lock = await claimCheckout();
  const mine = lock !== null;
  try {
    await buildCode(wanted.filter(ofKind('swc')), voice, mine);
    for (const workspace of wanted.filter(({ packs }) => packs)) await buildPackages(workspace, voice, mine);
    for (const workspace of wanted.filter(ofKind('vite'))) await buildBundle(workspace, voice, mine);
  } finally {
    await lock?.release();
  }
}

function ofKind(kind: Workspace['kind']): (workspace: Workspace) => boolean {
  return (workspace) => workspace.kind === kind;
}

/** Null in a checkout that this user may only read: what is built there can be run, not changed. */
async function claimCheckout(): Promise<Lock | null> {
  try {
    return await waitForLock(lockFile);
  } catch (error) {
    if (['EACCES', 'EROFS', 'EPERM'].includes(errorCode(error) ?? '')) return null;
    throw error;
  }
}

async function buildCode(workspaces: readonly Workspace[], voice: Voice, mine: boolean): Promise<void> {
  const started = performance.now();
  const changed: string[] = [];
  for (const workspace of workspaces) {
    const plan = await planCompilation(workspace);
    if (plan.stale.length + plan.strangers.length === 0) continue;
    if (!mine) throw readOnly(workspace);
    await compile(plan);
    changed.push(workspace.name);
  }
  if (voice === 'quiet') return;
  if (changed.length > 0) done('build', `${changed.join(', ')}, ${since(started)}`);
  else if (workspaces.length > 0) done('build', 'nothing changed');
}

async function buildPackages(workspace: Workspace, voice: Voice, mine: boolean): Promise<void> {
  const started = performance.now();
  const plan = await planPackages(workspace);
  if (!plan.stale) return;
  if (!mine) throw readOnly(workspace);
  const slow = setTimeout(() => say(voice, () => working('build packages', 'into one file')), 1500);
  await packPackages(plan).finally(() => clearTimeout(slow));
  say(voice, () => done('build packages', since(started)));
}

/** Whoever builds quietly says something else on the same stream, and somebody reads it. */
function say(voice: Voice, words: () => void): void {
  if (voice === 'normal') words();
}

async function buildBundle(workspace: Workspace, voice: Voice, mine: boolean): Promise<void> {
  const started = performance.now();
  const plan = await planBundle(workspace);
  if (!plan.stale) {
    if (voice === 'normal') done(`build ${workspace.name}`, 'nothing changed');
    return;
  }
  if (!mine) throw readOnly(workspace);
  const slow = setTimeout(() => working(`build ${workspace.name}`, 'bundling'), 1500);
  await bundle(plan).finally(() => clearTimeout(slow));
  done(`build ${workspace.name}`, since(started));
}

function readOnly(workspace: Workspace): Refusal {
  return new Refusal(
    `${workspace.path} has to be built, and this user may not write to the project.\n` +
      'Start or build it once as the user that owns it.',
  );
}
