import { transformFile } from '@swc/core';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { cacheDir, root } from '../tools/paths.ts';
import { filesBelow, hashAll, hashFile, readJson, writeWhole } from './stamp.ts';
import type { Workspace } from './workspaces.ts';

const test = /\.(spec|e2e)\.ts$/;

interface Stamp {
  /** SWC's configuration and version: what decides the result besides the file. */
  readonly recipe: string;
  readonly files: Readonly<Record<string, string>>;
}

/** What a compilation has to do. */
export interface CompilePlan {
  readonly workspace: Workspace;
  readonly stamp: Stamp;
  /** Names, below `src`, of what changed. */
  readonly stale: readonly string[];
  /** Files in `dist` that have no source any more. */
  readonly strangers: readonly string[];
}

/** Compares a workspace's `src` with what was compiled last, by content. */
export async function planCompilation(workspace: Workspace): Promise<CompilePlan> {
  const source = sourceOf(workspace);
  const recipe = await hashAll(root, [
    join(root, '.swcrc'),
    join(root, 'node_modules/@swc/core/package.json'),
  ]);
  const before = asStamp(await readJson(stampFileOf(workspace)));
  const files: Record<string, string> = {};
  for (const path of await filesBelow([source])) {
    if (!test.test(path)) files[relative(source, path)] = await hashFile(path);
  }
  const stale = Object.entries(files)
    .filter(
      ([name, hash]) =>
        before?.recipe !== recipe || before.files[name] !== hash || !existsSync(outputOf(workspace, name)),
    )
    .map(([name]) => name);
  return {
    workspace,
    stamp: { recipe, files },
    stale,
    strangers: await strangersIn(workspace, Object.keys(files)),
  };
}

/** Compiles what the plan names, file by file, from `src` to `dist`, and takes away what has no source any more. */
export async function compile({ workspace, stamp, stale, strangers }: CompilePlan): Promise<void> {
  for (const name of stale) await emit(join(sourceOf(workspace), name), outputOf(workspace, name));
  await Promise.all(strangers.map((path) => rm(path, { force: true })));
  await writeWhole(stampFileOf(workspace), JSON.stringify(stamp));
}

function sourceOf(workspace: Workspace): string {
  return join(workspace.folder, 'src');
}

function stampFileOf(workspace: Workspace): string {
  return join(cacheDir, 'build', `${workspace.name}.json`);
}

function outputOf(workspace: Workspace, name: string): string {
  return join(workspace.folder, 'dist', isCode(name) ? name.replace(/\.ts$/, '.js') : name);
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

async function strangersIn(workspace: Workspace, names: readonly string[]): Promise<string[]> {
  const wanted = new Set(names.map((name) => outputOf(workspace, name)));
  const target = join(workspace.folder, 'dist');
  const present = await readdir(target, { recursive: true, withFileTypes: true }).catch(() => []);
  return (
    present
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      // Packages in one file are made after this (packages.ts).
      .filter((path) => !path.startsWith(join(target, 'node_modules')))
      .filter((path) => !wanted.has(path.replace(/\.js\.map$/, '.js')))
  );
}

function asStamp(value: unknown): Stamp | null {
  if (typeof value !== 'object' || value === null || !('recipe' in value) || !('files' in value)) return null;
  return value as Stamp;
}
