import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../build/index.ts';
import { type Holder, self, stillRuns } from '../tools/lock.ts';
import { pinnedNode, root } from '../tools/paths.ts';
import { capture } from '../tools/processes.ts';
import { Refusal } from '../tools/ui.ts';
import { databaseUrl, ensureDatabase } from './databases.ts';
import { stopLeftover } from './leftover.ts';
import { settle } from './place.ts';
import { startServer } from './server.ts';

const prefix = 'soc-test-';
const template = 'soc_template';

/** Keys for data that live as long as one test run. */
export const throwawayKeys = `1:${Buffer.alloc(32, 1).toString('base64')}`;

/** The addresses of a throw-away server. */
export interface TemporaryServer {
  /** A database with the newest schema, when it was asked for. */
  readonly ownerUrl: string;
  readonly superuserUrl: string;
}

/** Does some work with a throw-away PostgreSQL, and leaves nothing behind. */
export async function withTemporaryServer<T>(
  migrated: boolean,
  work: (server: TemporaryServer) => Promise<T>,
): Promise<T> {
  if (migrated) await build(['api'], 'quiet');
  await sweep();
  const home = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(home, 0o755);
  writeFileSync(join(home, 'holder.json'), JSON.stringify(self()));
  const { server } = await startServer(settle(home), 'throwaway');
  try {
    await ensureDatabase(server, template);
    const ownerUrl = databaseUrl(server, template);
    if (migrated) await migrate(ownerUrl);
    return await work({ ownerUrl, superuserUrl: databaseUrl(server, 'postgres', 'postgres') });
  } finally {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

/**
 * Builds the schema with the very command that production runs. It is loaded by itself, so that a test of one room
 * does not wait for the whole application.
 */
async function migrate(address: string): Promise<void> {
  const command = join(root, 'apps/api/dist/commands/migrate.js');
  const script = `require('reflect-metadata'); require(${JSON.stringify(command)}).migrateCommand()`;
  const { code, output } = await capture(pinnedNode, ['--eval', script], {
    cwd: join(root, 'apps/api'),
    env: { ...process.env, DATABASE_URL: address, MASTER_KEYS: throwawayKeys },
  });
  if (code !== 0) throw new Refusal(`${output}\nThe migrations failed (code ${code}).`);
}

/** Removes servers of runs that were killed before they could clear up. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(prefix))) {
    const home = join(tmpdir(), name);
    const holder = readHolder(home);
    if (!holder || stillRuns(holder)) continue;
    await stopLeftover(join(home, 'postgres'));
    rmSync(home, { recursive: true, force: true });
  }
}

function readHolder(home: string): Holder | null {
  try {
    return JSON.parse(readFileSync(join(home, 'holder.json'), 'utf8')) as Holder;
  } catch {
    // Half made, or another user's.
    return null;
  }
}
