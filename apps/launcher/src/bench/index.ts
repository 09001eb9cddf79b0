import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../build/index.ts';
import { databaseUrl, ensureDatabase } from '../postgres/databases.ts';
import { settle } from '../postgres/place.ts';
import { type Server, startServer } from '../postgres/server.ts';
import type { MoreSettings } from '../postgres/settings.ts';
import { takeLock } from '../tools/lock.ts';
import { cacheDir, pinnedNode, root } from '../tools/paths.ts';
import { inherit } from '../tools/processes.ts';
import { Refusal } from '../tools/ui.ts';

const program = join(root, 'apps/bench/dist/main.js');
const database = 'bench_template';

/** The data are thrown away, their measurements are not: the server runs as a careful operator would set it up. */
const settings: MoreSettings = {
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track': 'all',
  max_connections: '120',
  max_wal_size: '8GB',
  maintenance_work_mem: '512MB',
};

/** Memory follows the size of the data; every contender has the same server. */
const memory = (quick: boolean): MoreSettings =>
  quick
    ? { shared_buffers: '512MB', effective_cache_size: '2GB' }
    : { shared_buffers: '4GB', effective_cache_size: '12GB' };

/**
 * Runs the measurements on a PostgreSQL of their own, which keeps its data between runs in `.cache/bench`.
 * @returns the exit code of the measurements
 */
export async function runBench(words: readonly string[]): Promise<number> {
  await build(['api', 'bench']);
  const quick = words.includes('--quick');
  const home = join(cacheDir, 'bench', quick ? 'quick' : 'full');
  mkdirSync(home, { recursive: true });
  const lock = await takeLock(join(home, 'bench.lock'));
  if ('pid' in lock) throw new Refusal(`Another measurement runs on ${home} (process ${lock.pid}).`);
  try {
    const { server } = await startServer(settle(home), 'durable', { ...memory(quick), ...settings });
    try {
      await ensureDatabase(server, database);
      return await measure(server, home, words);
    } finally {
      await server.stop();
    }
  } finally {
    await lock.release();
  }
}

async function measure(server: Server, home: string, words: readonly string[]): Promise<number> {
  if (!existsSync(program)) throw new Refusal(`${program} is missing.`);
  return inherit(pinnedNode, ['--max-old-space-size=2048', program, ...words], {
    cwd: root,
    env: {
      ...process.env,
      BENCH_HOME: home,
      BENCH_SERVER_PID: String(server.pid),
      BENCH_OWNER_URL: databaseUrl(server, database),
      BENCH_SUPERUSER_URL: databaseUrl(server, 'postgres', 'postgres'),
    },
  });
}
