import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, pinnedNode, root } from '../tools/paths.ts';
import { capture } from '../tools/processes.ts';
import { Refusal } from '../tools/ui.ts';
import { filesBelow, hashAll, readJson, writeWhole } from './stamp.ts';
import { withNeeds, type Workspace } from './workspaces.ts';

/**
 * Bundles a web application when any of its sources, of the libraries it uses or of the locked packages changed.
 * @returns whether it was built
 */
export async function bundle(workspace: Workspace): Promise<boolean> {
  const stampFile = join(cacheDir, 'build', `${workspace.name}.json`);
  const wanted = await fingerprint(workspace);
  const result = join(workspace.folder, 'dist', 'index.html');
  if (existsSync(result) && (await readJson(stampFile)) === wanted) return false;

  const vite = join(workspace.folder, 'node_modules', 'vite', 'bin', 'vite.js');
  const { code, output } = await capture(pinnedNode, [vite, 'build', '--logLevel', 'warn'], {
    cwd: workspace.folder,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (code !== 0) throw new Refusal(`${output}\n${workspace.path} could not be built.`);
  await writeWhole(stampFile, JSON.stringify(wanted));
  return true;
}

async function fingerprint(workspace: Workspace): Promise<string> {
  const libraries = withNeeds([workspace.name]).filter((one) => one.name !== workspace.name);
  const inputs = [
    join(root, 'pnpm-lock.yaml'),
    join(root, 'tsconfig.base.json'),
    workspace.folder,
    ...libraries.flatMap((one) => ['src', 'data', 'locales', 'package.json'].map((part) => join(one.folder, part))),
  ];
  const files = (await filesBelow(inputs)).filter((path) => !/\.(spec|e2e)\.ts$|\.tsbuildinfo$/.test(path));
  return hashAll(root, files);
}
