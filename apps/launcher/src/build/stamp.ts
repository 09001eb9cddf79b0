import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** Every file below the given folders and files, as sorted paths; missing ones and tool folders are left out. */
export async function filesBelow(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(paths.map(walk));
  return found.flat().sort();
}

/** The content hash of one file. */
export async function hashFile(path: string): Promise<string> {
  return createHash('sha256').update(await readFile(path)).digest('hex');
}

/** One hash over the names and contents of many files, and over any further facts that decide a result. */
export async function hashAll(base: string, paths: readonly string[], facts: readonly string[] = []): Promise<string> {
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
  const entries = await readdir(path, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOTDIR') return null;
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (entries === null) return [path];
  const inner = entries
    .filter((entry) => !['node_modules', 'dist', '.cache'].includes(entry.name))
    .map((entry) => (entry.isDirectory() ? walk(join(path, entry.name)) : [join(path, entry.name)]));
  return (await Promise.all(inner)).flat();
}
