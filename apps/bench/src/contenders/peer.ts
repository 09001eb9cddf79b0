import { join } from 'node:path';
import type { Officer } from '../operations/operation';
import { root } from '../settings';
import type { Contender, ContenderName, Place, Words } from './contender';
import { serve } from './process';
import { signToken } from './token';

const SECRET = 'a secret of measurements, known to everybody';
const HOURS = 6;

/** The authorization header of each officer, signed once: signing is the client's work, not the server's. */
const bearers = (officers: readonly Officer[]): ((officer: Officer) => Record<string, string>) => {
  const exp = Math.floor(Date.now() / 1000) + HOURS * 3_600;
  const known = new Map(
    officers.map(({ accountId, unitId }) => [
      accountId,
      `Bearer ${signToken({ account: accountId, unit: unitId, exp }, SECRET)}`,
    ]),
  );
  return ({ accountId }) => ({ authorization: known.get(accountId) ?? '' });
};

/** What differs from peer to peer. */
interface PeerParts {
  readonly name: ContenderName;
  readonly title: string;
  /** Its program below `contenders`. */
  readonly program: string;
  readonly words: (credentials: (officer: Officer) => Record<string, string>) => Words;
}

/** A server we compare ourselves with: same database, as the owner, without row-level security. */
export const peer = ({ name, title, program, words }: PeerParts): Contender => ({
  name,
  title,
  start: async ({ port, databaseUrl, logFile, officers }: Place) => {
    const served = await serve({
      program: join(root, 'apps/bench/dist/contenders', program),
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'production',
        PORT: String(port),
        DATABASE_URL: databaseUrl,
        TOKEN_SECRET: SECRET,
      },
      readyUrl: `http://127.0.0.1:${port}/ready`,
      logFile,
    });
    return { name, port, ...words(bearers(officers)), ...served };
  },
});
