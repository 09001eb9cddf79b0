import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The repository's root, seen from this file. */
export const REPOSITORY = path.resolve(__dirname, '../../../..');

/** A throw-away copy of the house with a few files in it, for showing that a gate bites. */
export interface FixtureTree {
  readonly root: string;
  remove(): Promise<void>;
}

/**
 * Writes files below `.cache/`, so that the tools find the repository's `node_modules` above them.
 * @param files contents by path, e.g. `{ 'apps/api/src/x.ts': '…' }`
 */
export const plantTree = async (files: Readonly<Record<string, string>>): Promise<FixtureTree> => {
  const cache = path.join(REPOSITORY, '.cache');
  await mkdir(cache, { recursive: true });
  const root = await mkdtemp(path.join(cache, 'fixture-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), content);
  }
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
};

/** Makes `@soc-coop/<library>` resolve inside the tree, as pnpm's links do in the repository. */
export const linkLibraries = async (root: string): Promise<void> => {
  await mkdir(path.join(root, 'node_modules'), { recursive: true });
  await symlink('../libs', path.join(root, 'node_modules/@soc-coop'));
};

/** Runs one of the repository's tools in a tree and gives what it printed, whatever its exit code. */
export const runTool = (tool: string, args: readonly string[], cwd: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const binary = path.join(REPOSITORY, 'node_modules', tool);
    execFile(
      process.execPath,
      [binary, ...args],
      { cwd, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (stdout === '') reject(new Error(`${tool} printed nothing: ${stderr || (error?.message ?? '')}`));
        else resolve(stdout);
      },
    );
  });
