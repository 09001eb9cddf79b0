import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { cacheDir, pinnedNode, root } from '../tools/paths.ts';
import { capture } from '../tools/processes.ts';
import { Refusal } from '../tools/ui.ts';
import { filesBelow, hashAll, readJson, writeWhole } from './stamp.ts';
import { withNeeds, type Workspace } from './workspaces.ts';

const shown = 4_000;

/** What a bundling has to do. */
export interface BundlePlan {
  readonly workspace: Workspace;
  readonly fingerprint: string;
  readonly stale: boolean;
}

/** Compares everything that decides a bundle with what was bundled last: its sources, its libraries, the lockfile. */
export async function planBundle(workspace: Workspace): Promise<BundlePlan> {
  const fingerprint = await fingerprintOf(workspace);
  const present = existsSync(join(workspace.folder, 'dist', 'index.html'));
  const stale = !present || (await readJson(stampFileOf(workspace))) !== fingerprint;
  return { workspace, fingerprint, stale };
}

/** Bundles a web application with Vite. */
export async function bundle({ workspace, fingerprint }: BundlePlan): Promise<void> {
  const vite = join(workspace.folder, 'node_modules', 'vite', 'bin', 'vite.js');
  const { code, output } = await capture(pinnedNode, [vite, 'build', '--logLevel', 'warn'], {
    cwd: workspace.folder,
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  if (code !== 0) throw new Refusal(`${beginning(output)}\n${workspace.path} could not be built.`);
  await writeWhole(stampFileOf(workspace), JSON.stringify(fingerprint));
}

/** The first faults are the ones to mend; a bundler repeats each for every file on the way to it. */
function beginning(output: string): string {
  const plain = stripVTControlCharacters(output).trim();
  return plain.length > shown ? `${plain.slice(0, shown)}\n…` : plain;
}

function stampFileOf(workspace: Workspace): string {
  return join(cacheDir, 'build', `${workspace.name}.json`);
}

async function fingerprintOf(workspace: Workspace): Promise<string> {
  const libraries = withNeeds([workspace.name]).filter((one) => one.name !== workspace.name);
  const inputs = [
    join(root, 'pnpm-lock.yaml'),
    join(root, 'tsconfig.base.json'),
    workspace.folder,
    ...libraries.flatMap((one) =>
      ['src', 'data', 'locales', 'package.json'].map((part) => join(one.folder, part)),
    ),
  ];
  const files = (await filesBelow(inputs)).filter((path) => !/\.(spec|e2e)\.ts$|\.tsbuildinfo$/.test(path));
  return hashAll(root, files);
}
