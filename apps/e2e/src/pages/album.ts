import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reader } from './reader';

/** The pictures of the documentation by name, each with the page of the router that it shows. */
const ALBUM = JSON.parse(
  readFileSync(join(__dirname, '..', '..', '..', '..', 'docs', 'screens', 'album.json'), 'utf8'),
) as Readonly<Record<string, string>>;

const taken = new Set<string>();

/** Takes one picture of the album; a picture that does not stand in it would never be found again. */
export async function keep(reader: Reader, name: string, still?: () => Promise<void>): Promise<void> {
  if (!(name in ALBUM)) throw new Error(`docs/screens/album.json knows no picture "${name}".`);
  taken.add(`${name}-${reader.language}`);
  await reader.picture(name, still);
}

/** The pictures of the album that no story has taken so far in one of both languages. */
export const missing = (): string[] =>
  Object.keys(ALBUM)
    .flatMap((name) => ['ro', 'bg'].map((language) => `${name}-${language}`))
    .filter((picture) => !taken.has(picture));
