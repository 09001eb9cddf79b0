import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { errorCode } from '../tools/errors.ts';

/** Every file below the given folders and files, as sorted paths; missing ones and tool folders are left out. */
export async function filesBelow(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(paths.map(walk));
  return found.flat().sort();
}

/** The content hash of one file. */
export async function hashFile(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

/** One hash over the names and contents of many files, and over any further facts that decide a result. */
export async function hashAll(
  base: string,
  paths: readonly string[],
  facts: readonly string[] = [],
): Promise<string> {
  const hash = createHash('sha256').update(facts.join('\n'));
  for (const path of paths) hash.update(`\0${relative(base, path)}\0${await hashFile(path)}`);
  return hash.digest('hex');
}

/** Reads a JSON file that this package wrote; anything unreadable counts as absent. */
export async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
}

/** Writes a file whole or not at all: a reader never sees half of it. */
export async function writeWhole(path: string, content: string, mode?: number): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, content, mode === undefined ? {} : { mode });
  await rename(draft, path);
}

async function walk(path: string): Promise<string[]> {
  const entries = await entriesOf(path);
  if (entries === null) return [path];
  const inner = entries
    .filter((entry) => !['node_modules', 'dist', '.cache'].includes(entry.name))
    .map(async (entry) => {
      const place = join(path, entry.name);
      return entry.isDirectory() ? walk(place) : [place];
    });
  return (await Promise.all(inner)).flat();
}

/** What a folder holds; nothing when it is missing, null when it is a file. */
async function entriesOf(path: string): Promise<Dirent[] | null> {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch (error) {
    if (errorCode(error) === 'ENOTDIR') return null;
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
