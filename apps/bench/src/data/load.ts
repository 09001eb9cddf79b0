import type pg from 'pg';
import { makeHasher } from '../product';
import { step } from '../say';
import { helpers, OFFICERS, PASSWORDS, UNITS } from './directory.sql';
import { EXCHANGE_STEPS } from './exchanges.sql';
import { withoutIndexes } from './indexes';
import { fillMessages } from './messages';
import { fillSubjects } from './subjects';

/** The one password of all officers. */
export const PASSWORD = 'Masurare-2026-dunarea';

const FILLED = ['exchange', 'exchange_message', 'exchange_move', 'subject', 'subject_identifier'] as const;

/** Fills a migrated and seeded database; the connection is the superuser's. */
export const load = async (client: pg.Client, exchanges: number, seed: number): Promise<void> => {
  // Foreign keys and triggers rest: the generator makes both ends, and a million checks one by one cost minutes.
  await client.query(`set session_replication_role = replica; set synchronous_commit = off;
    set work_mem = '128MB'; set timezone = 'UTC'`);
  await step('units and officers', async () => {
    await client.query(helpers(seed));
    await client.query(UNITS);
    for (const sql of OFFICERS) await client.query(sql);
    await client.query(PASSWORDS, [await makeHasher().hash(PASSWORD)]);
  });
  await withoutIndexes(client, FILLED, async () => {
    await step('exchanges', async () => {
      await client.query(EXCHANGE_STEPS.PLAN.replaceAll('$1', String(exchanges)));
      await client.query(EXCHANGE_STEPS.EXCHANGES);
    });
    await step('persons, sealed one by one', () => fillSubjects(client, exchanges, seed));
    await step('messages', () => fillMessages(client));
    await step('moves', async () => {
      await client.query(EXCHANGE_STEPS.MOVE_OF);
      await client.query(EXCHANGE_STEPS.MOVES);
    });
  });
  await step('statistics', async () => {
    await client.query('drop schema bench_load cascade');
    await client.query('set session_replication_role = origin');
    await client.query('vacuum analyze');
  });
};
