import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../build/index.ts';
import { ensureDatabase } from '../postgres/databases.ts';
import { stopLeftover } from '../postgres/leftover.ts';
import { type Place, settle } from '../postgres/place.ts';
import { startServer } from '../postgres/server.ts';
import { settings } from '../postgres/settings.ts';
import { pinnedNode, root } from '../tools/paths.ts';
import { inherit } from '../tools/processes.ts';
import { Refusal } from '../tools/ui.ts';

const program = join(root, 'apps/chaos/dist/main.js');
const database = 'chaos';
const port = 5432;

/**
 * Runs the faults of apps/chaos on a PostgreSQL of their own in a temporary folder. They start and kill that server
 * themselves; here it is made, and whatever is left of it is cleared away.
 * @returns the exit code of the run
 */
export async function runChaos(words: readonly string[]): Promise<number> {
  const startedAt = Date.now();
  await build(['api', 'chaos']);
  if (!existsSync(program)) throw new Refusal(`${program} is missing.`);
  const home = mkdtempSync(join(tmpdir(), 'soc-chaos-'));
  // The server may run as another account, which must be able to enter.
  chmodSync(home, 0o755);
  const place = settle(home);
  try {
    await makeServer(place);
    const code = await inherit(pinnedNode, [program, ...words], {
      cwd: root,
      env: {
        ...process.env,
        CHAOS_HOME: home,
        CHAOS_STARTED_AT: String(startedAt),
        CHAOS_POSTGRES: JSON.stringify(describe(place)),
      },
    });
    if (code === 0 && !words.includes('--keep')) rmSync(home, { recursive: true, force: true });
    return code;
  } finally {
    await stopLeftover(place.dataDir);
    rmSync(place.dataDir, { recursive: true, force: true });
  }
}

/** The cluster and the role that owns the schema; the run starts the server again as it likes. */
async function makeServer(place: Place): Promise<void> {
  const { server } = await startServer(place, 'throwaway');
  try {
    await ensureDatabase(server, database);
  } finally {
    await server.stop();
  }
}

/** What the run needs to start the server: with everything a careful operator has set, because promises hang on it. */
function describe({ binaries, dataDir, socketDir, logFile, account }: Place): object {
  return {
    program: binaries.postgres,
    args: settings(socketDir, 'durable', { max_connections: '120' }),
    dataDir,
    socketDir,
    logFile,
    port,
    ...account,
  };
}
