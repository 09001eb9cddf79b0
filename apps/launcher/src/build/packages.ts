import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { cacheDir, pinnedNode, root } from '../tools/paths.ts';
import { capture } from '../tools/processes.ts';
import { Refusal } from '../tools/ui.ts';
import { bundleOf } from './bundle.ts';
import { CODE, doorTo, ENDING, footer, HOME, loaderOf } from './packages-loader.ts';
import { filesBelow, hashAll, readJson, writeWhole } from './stamp.ts';
import { withNeeds, type Workspace } from './workspaces.ts';

/** Packages that stay where they are: native code, a client that only some stores need, a folder that is served. */
const LOOSE = ['@node-rs/argon2', '@aws-sdk/client-s3', 'swagger-ui-dist'];

/** What packages ask for by name while they run, where no bundler sees it: they must get the same copy. */
const BY_NAME = [
  '@as-integrations/fastify',
  'class-transformer',
  'class-transformer/cjs/storage',
  'class-validator',
];

const here = import.meta.dirname;
const RECIPE = ['packages.ts', 'packages-loader.ts', 'bundle.ts', 'bundle-helpers.ts', 'keep-compiled.ts'];

/** What putting packages into one file has to do. */
export interface PackagesPlan {
  readonly workspace: Workspace;
  readonly names: readonly string[];
  readonly fingerprint: string;
  readonly stale: boolean;
}

/** Compares what decides the packed packages with what was packed last: the lockfile, the libraries, the names. */
export async function planPackages(workspace: Workspace): Promise<PackagesPlan> {
  const names = await namesAskedFor(join(workspace.folder, 'dist'));
  const fingerprint = await fingerprintOf(workspace, names);
  const present = existsSync(join(placeOf(workspace), HOME, CODE));
  const stale = !present || (await readJson(stampFileOf(workspace))) !== fingerprint;
  return { workspace, names, fingerprint, stale };
}

/**
 * Puts every package the compiled code asks for into one file beside it, with a door of the package's own name, so
 * that Node finds it first (docs/adr/0034). What was packed before stays until the new one is whole.
 */
export async function packPackages({ workspace, names, fingerprint }: PackagesPlan): Promise<void> {
  const place = placeOf(workspace);
  const draft = `${place}.${process.pid}.tmp`;
  const code = await bundleOf({ names, loose: LOOSE, from: workspace.folder, ...footer });
  const mark = createHash('sha256').update(code).digest('hex').slice(0, 16);
  await mkdir(join(draft, HOME), { recursive: true });
  await writeWhole(join(draft, HOME, CODE), code);
  await writeWhole(join(draft, HOME, 'index.js'), loaderOf(mark));
  for (const name of names) {
    const door = join(draft, name, 'index.js');
    await writeWhole(door, doorTo(name, relative(dirname(door), join(draft, HOME, 'index.js'))));
  }
  await rm(place, { recursive: true, force: true });
  await rename(draft, place);
  await keepCompiled(workspace, join(place, HOME, `${mark}${ENDING}`)).catch(async (error: unknown) => {
    // Without them everything starts from the packages themselves.
    await rm(place, { recursive: true, force: true });
    throw error;
  });
  await writeWhole(stampFileOf(workspace), JSON.stringify(fingerprint));
}

/** Starts the application once, without a database, and keeps what the engine compiled meanwhile. */
async function keepCompiled(workspace: Workspace, target: string): Promise<void> {
  const words = [join(here, 'keep-compiled.ts'), join(workspace.folder, 'dist'), target];
  // Nothing of this shell's settings decides what is kept.
  const env = { PATH: process.env['PATH'], NODE_ENV: 'production' };
  const { code, output } = await capture(pinnedNode, words, { cwd: root, env });
  if (code !== 0)
    throw new Refusal(`${output.trim()}\n${workspace.path} does not start from its packed packages.`);
}

/** Every package the compiled code asks for by a literal name. */
async function namesAskedFor(dist: string): Promise<string[]> {
  const names = new Set(BY_NAME);
  const files = (await filesBelow([dist])).filter((path) => path.endsWith('.js'));
  for (const path of files)
    for (const [, name = ''] of (await readFile(path, 'utf8')).matchAll(/\brequire\("([^".][^"]*)"\)/g))
      if (!name.startsWith('node:') && !LOOSE.includes(name)) names.add(name);
  return [...names].sort();
}

async function fingerprintOf(workspace: Workspace, names: readonly string[]): Promise<string> {
  const libraries = withNeeds([workspace.name]).filter((one) => one.name !== workspace.name);
  const inputs = [
    join(root, 'pnpm-lock.yaml'),
    ...RECIPE.map((name) => join(here, name)),
    ...libraries.flatMap((one) =>
      ['dist', 'data', 'locales', 'package.json'].map((part) => join(one.folder, part)),
    ),
  ];
  const files = (await filesBelow(inputs)).filter((path) => existsSync(path) && !path.endsWith('.map'));
  return hashAll(root, files, [process.version, ...names]);
}

function placeOf(workspace: Workspace): string {
  return join(workspace.folder, 'dist', 'node_modules');
}

function stampFileOf(workspace: Workspace): string {
  return join(cacheDir, 'build', `${workspace.name}-packages.json`);
}
