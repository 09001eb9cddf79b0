import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { apiProgram, masterKeys } from '../product';
import { say, step } from '../say';
import { root, type Settings, withDatabase } from '../settings';
import { withClient } from './connection';
import { load } from './load';

const run = promisify(execFile);
/** What decides about the rows: the schema, the generator, and how the product seals and spells. */
const SOURCES = ['apps/api/dist/migrations', 'apps/bench/dist/data'] as const;
const FILLED = 'filled';

/** The database a run measures: a copy, so that what one run writes never reaches the next. */
export interface BenchDatabase {
  readonly ownerUrl: string;
  readonly superuserUrl: string;
  /** Identifies schema and generator; equal marks mean equal data. */
  readonly mark: string;
  drop(): Promise<void>;
}

const markOf = ({ seed }: Settings): string => {
  const hash = createHash('sha256').update(`seed ${seed}`);
  for (const folder of SOURCES)
    for (const name of readdirSync(join(root, folder)).sort())
      if (name.endsWith('.js')) hash.update(name).update(readFileSync(join(root, folder, name)));
  return hash.digest('hex').slice(0, 10);
};

/** The environment of the API's commands and of its server. */
export const apiEnvironment = (ownerUrl: string): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  NODE_ENV: 'production',
  DATABASE_URL: ownerUrl,
  MASTER_KEYS: masterKeys,
  DEMO: 'false',
});

/** Runs `migrate` or `seed` of the built product. */
const command = async (name: string, ownerUrl: string): Promise<void> => {
  await run(process.execPath, [apiProgram, name], { cwd: root, env: apiEnvironment(ownerUrl) });
};

/** Fills the kept database when there is none that fits, and gives a fresh copy of it. */
export const prepare = async (settings: Settings, exchanges = settings.exchanges): Promise<BenchDatabase> => {
  const mark = markOf(settings);
  const kept = `bench_${exchanges}_${mark}`;
  const working = `bench_work_${exchanges}`;
  const at = (url: string, database: string): string => withDatabase(url, database);
  await withClient(settings.superuserUrl, async (client) => {
    const { rows } = await client.query<{ name: string; note: string | null }>(
      `select datname as name, shobj_description(oid, 'pg_database') as note from pg_database
       where datname like 'bench\\_%' and datname <> 'bench_template'`,
    );
    const found = rows.some(({ name, note }) => name === kept && note === FILLED) && !settings.fresh;
    const stale = rows.filter(({ name }) => (name === kept ? !found : isOlder(name, exchanges)));
    for (const { name } of stale) await client.query(`drop database "${name}" with (force)`);
    if (found) {
      say(`  ✓ data kept from an earlier run (${kept})`);
      return;
    }
    await client.query(`create database "${kept}" owner soc_owner`);
    await step('schema and reference data', async () => {
      await command('migrate', at(settings.ownerUrl, kept));
      await command('seed', at(settings.ownerUrl, kept));
    });
    await withClient(at(settings.superuserUrl, kept), async (inside) => {
      await inside.query('create extension if not exists pg_stat_statements');
      await load({ url: at(settings.superuserUrl, kept), client: inside }, exchanges, settings.seed);
    });
    await client.query(`comment on database "${kept}" is '${FILLED}'`);
  });
  await withClient(settings.superuserUrl, async (client) => {
    await client.query(`drop database if exists "${working}" with (force)`);
    await step('a copy to work on', async () => {
      await client.query(
        `create database "${working}" template "${kept}" strategy file_copy owner soc_owner`,
      );
    });
  });
  return {
    mark,
    ownerUrl: at(settings.ownerUrl, working),
    superuserUrl: at(settings.superuserUrl, working),
    drop: () =>
      withClient(settings.superuserUrl, async (client) => {
        await client.query(`drop database if exists "${working}" with (force)`);
      }),
  };
};

/** A database of the same size with another mark fits no more; other sizes are other measurements' data. */
const isOlder = (name: string, exchanges: number): boolean => name.startsWith(`bench_${exchanges}_`);
