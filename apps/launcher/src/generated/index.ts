import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { filesBelow } from '../build/stamp.ts';
import { throwawayKeys, withTemporaryServer } from '../postgres/temporary.ts';
import { pinnedNode, root } from '../tools/paths.ts';
import { capture } from '../tools/processes.ts';
import { Refusal } from '../tools/ui.ts';

/** Files that are made from the code and committed, so that a reader and a diff see them. */
const places = ['apps/api/schema.graphql', 'openapi/soc-coop.json', 'apps/web/src/gql', 'apps/web/data'].map(
  (path) => join(root, path),
);

/** Writes every generated file: the API's documents from the real application, the web's typed documents from those. */
export async function generate(): Promise<void> {
  await withTemporaryServer(true, async ({ ownerUrl }) => {
    await run([join(root, 'apps/api/dist/main.js'), 'emit'], {
      DATABASE_URL: ownerUrl,
      MASTER_KEYS: throwawayKeys,
      LOG_LEVEL: 'error',
      DEMO: 'false',
    });
  });
  const codegen = join(root, 'apps/web/scripts/codegen.mjs');
  if (existsSync(codegen)) await run([codegen], {});
}

/**
 * Generates everything and compares it with what was there, which is put back.
 * @returns the paths that differ
 */
export async function drift(): Promise<string[]> {
  const before = await read();
  try {
    await generate();
    const after = await read();
    const paths = new Set([...before.keys(), ...after.keys()]);
    return [...paths]
      .filter((path) => before.get(path) !== after.get(path))
      .map((path) => relative(root, path));
  } finally {
    await restore(before);
  }
}

async function read(): Promise<Map<string, string>> {
  const paths = await filesBelow(places);
  const entries = await Promise.all(
    paths.map(async (path): Promise<[string, string]> => [path, await readFile(path, 'utf8')]),
  );
  return new Map(entries);
}

async function restore(before: ReadonlyMap<string, string>): Promise<void> {
  const now = await read();
  for (const path of now.keys()) if (!before.has(path)) await rm(path);
  for (const [path, text] of before) {
    if (now.get(path) === text) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

async function run(words: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const { code, output } = await capture(pinnedNode, words, { cwd: root, env: { ...process.env, ...env } });
  if (code !== 0)
    throw new Refusal(
      `${stripVTControlCharacters(output).trim()}\n${relative(root, words[0] ?? '')} failed (code ${code}).`,
    );
}
