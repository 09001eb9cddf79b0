import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../build/index.ts';
import { databaseUrl, ensureDatabase } from '../postgres/databases.ts';
import { settle } from '../postgres/place.ts';
import { type Server, startServer } from '../postgres/server.ts';
import { stopLeftover } from '../postgres/leftover.ts';
import { pinnedNode, root } from '../tools/paths.ts';
import { type Holder, self, stillRuns } from '../tools/lock.ts';
import { capture } from '../tools/processes.ts';
import { Refusal } from '../tools/ui.ts';

const prefix = 'soc-test-';
const template = 'soc_template';

/**
 * `soc database temporary [--migrated]`: a throw-away server for tests. Prints one line of JSON with the addresses
 * and lives until its standard input closes, so that it cannot outlive the test run, however that ends.
 */
export async function database(words: readonly string[]): Promise<number> {
  if (words[0] !== 'temporary') throw new Refusal('soc database temporary [--migrated]');
  const migrated = words.includes('--migrated');
  if (migrated) await build(['api'], 'quiet');
  await sweep();
  const home = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(home, 0o755);
  writeFileSync(join(home, 'holder.json'), JSON.stringify(self()));
  const place = await settle(home);
  const { server } = await startServer(place, 'throwaway');
  try {
    await ensureDatabase(server, template);
    if (migrated) await migrate(server);
    process.stdout.write(
      `${JSON.stringify({
        ownerUrl: databaseUrl(server, template),
        superuserUrl: databaseUrl(server, 'postgres', 'postgres'),
      })}\n`,
    );
    await inputClosed();
  } finally {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
  return 0;
}

/** Builds the schema with the very migrations that production runs; no other part of the API is loaded. */
async function migrate(server: Server): Promise<void> {
  const module = join(root, 'apps/api/dist/platform/database/migrate.js');
  const script = `require(${JSON.stringify(module)}).migrate(process.env.DATABASE_URL)`;
  const { code, output } = await capture(pinnedNode, ['--eval', script], {
    env: { ...process.env, DATABASE_URL: databaseUrl(server, template) },
  });
  if (code !== 0) throw new Refusal(`${output}\nThe migrations failed (code ${code}).`);
}

/** Ends with the input, or with a signal: the server is taken down in order in either case. */
async function inputClosed(): Promise<void> {
  // Ctrl+C reaches the test run too; it closes our input when it is done.
  process.on('SIGINT', () => undefined);
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve);
    process.stdin.resume().once('end', resolve).once('close', resolve).once('error', () => resolve());
  });
  process.stdin.destroy();
}

/** Removes servers of test runs that were killed together with this command. */
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
    // Not ours, or of another user.
    return null;
  }
}
