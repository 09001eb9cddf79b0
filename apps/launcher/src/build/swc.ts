import { transformFile } from '@swc/core';
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { existsSync } from 'node:fs';
import { cacheDir, root } from '../tools/paths.ts';
import { filesBelow, hashAll, hashFile, readJson, writeWhole } from './stamp.ts';
import type { Workspace } from './workspaces.ts';

const test = /\.(spec|e2e)\.ts$/;

interface Stamp {
  readonly recipe: string;
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Compiles a workspace's `src` file by file into `dist`: only files whose content (or whose recipe, the SWC
 * configuration and version) changed, and takes away what has no source any more.
 * @returns how many files were written or removed
 */
export async function compile(workspace: Workspace): Promise<number> {
  const source = join(workspace.folder, 'src');
  const target = join(workspace.folder, 'dist');
  const stampFile = join(cacheDir, 'build', `${workspace.name}.json`);
  const recipe = await hashAll(root, [join(root, '.swcrc'), join(root, 'node_modules/@swc/core/package.json')]);
  const before = asStamp(await readJson(stampFile));

  const files: Record<string, string> = {};
  let changes = 0;
  for (const path of await filesBelow([source])) {
    if (test.test(path)) continue;
    const name = relative(source, path);
    files[name] = await hashFile(path);
    const output = join(target, outputName(name));
    const same = before?.recipe === recipe && before.files[name] === files[name];
    if (same && existsSync(output)) continue;
    await emit(path, output);
    changes += 1;
  }
  changes += await removeStrangers(target, new Set(Object.keys(files).map(outputName)));
  if (changes > 0 || before === null) await writeWhole(stampFile, JSON.stringify({ recipe, files } satisfies Stamp));
  return changes;
}

function outputName(name: string): string {
  return isCode(name) ? name.replace(/\.ts$/, '.js') : name;
}

function isCode(name: string): boolean {
  return name.endsWith('.ts') && !name.endsWith('.d.ts');
}

async function emit(path: string, output: string): Promise<void> {
  if (!isCode(path)) {
    await mkdir(dirname(output), { recursive: true });
    return copyFile(path, output);
  }
  const { code, map } = await transformFile(path, { configFile: join(root, '.swcrc'), sourceFileName: path });
  const name = output.slice(dirname(output).length + 1);
  if (map !== undefined) await writeWhole(`${output}.map`, map);
  await writeWhole(output, `${code}\n//# sourceMappingURL=${name}.map\n`);
}

async function removeStrangers(target: string, wanted: ReadonlySet<string>): Promise<number> {
  const present = await readdir(target, { recursive: true, withFileTypes: true }).catch(() => []);
  const strangers = present
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !wanted.has(relative(target, path).replace(/\.js\.map$/, '.js')));
  await Promise.all(strangers.map((path) => rm(path, { force: true })));
  return strangers.length;
}

function asStamp(value: unknown): Stamp | null {
  if (typeof value !== 'object' || value === null || !('recipe' in value) || !('files' in value)) return null;
  return value as Stamp;
}
