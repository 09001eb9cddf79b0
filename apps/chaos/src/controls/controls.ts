import type { Postgres } from '../servers/postgres';
import { type Control, preloadOf } from './control';

/**
 * Commits are acknowledged before they are written. The writer is slowed down as far as it can be, so that a kill
 * after any short burst of work finds something unwritten, on a busy machine too.
 */
const acknowledgeEarly = async (postgres: Postgres, database: string): Promise<void> => {
  await postgres.ask('postgres', async (client) => {
    await client.query(`alter database ${database} set synchronous_commit = off`);
    await client.query(`alter system set wal_writer_delay = '10s'`);
    await client.query(`alter system set wal_writer_flush_after = '1GB'`);
    await client.query('select pg_reload_conf()');
    // Sessions that were opened before keep what they had.
    await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [
      database,
    ]);
  });
};

/** The server is the others' too. */
const acknowledgeInTime = (postgres: Postgres): Promise<void> =>
  postgres.ask('postgres', async (client) => {
    await client.query('alter system reset all');
    await client.query('select pg_reload_conf()');
  });

/** The negative controls, in the order they are run. */
export const CONTROLS: readonly Control[] = [
  {
    name: 'idempotency-off',
    what: 'a repeated key is acted on again',
    run: { preload: preloadOf('idempotency-off'), leastKills: 1, victims: ['api'] },
    breaks: ['nothing happens twice', 'nothing refused is left'],
  },
  {
    name: 'save-over',
    what: 'save() writes over what somebody else has changed meanwhile',
    run: { preload: preloadOf('save-over'), leastKills: 1, victims: ['api'] },
    breaks: ['one change for one version'],
  },
  {
    name: 'outbox-after-commit',
    what: 'signals are written after the commit instead of with it',
    run: { preload: preloadOf('outbox-after-commit'), victims: ['api', 'postgres'] },
    breaks: ['moves, audit and outbox are the same'],
  },
  {
    name: 'early-acknowledgement',
    what: 'the database acknowledges what it has not written (synchronous_commit = off)',
    run: { sabotage: acknowledgeEarly, repair: acknowledgeInTime, victims: ['postgres'] },
    breaks: ['nothing acknowledged is lost'],
  },
];
