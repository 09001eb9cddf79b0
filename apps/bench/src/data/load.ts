import type pg from 'pg';
import { KEY_ID, makeHasher, typeWords } from '../product';
import { step } from '../say';
import { BULK_SETTINGS } from './bulk';
import { helpers, OFFICERS, PASSWORDS, UNITS } from './directory.sql';
import { EXCHANGE_STEPS, MESSAGE_PLAN } from './exchanges.sql';
import { withoutIndexes } from './indexes';
import { sealAll } from './seal';
import { PEERS_SEARCH, SEARCH_ROWS } from './search.sql';

/** The one password of all officers. */
export const PASSWORD = 'Masurare-2026-dunarea';

const FILLED = [
  ...['exchange', 'exchange_message', 'exchange_move', 'exchange_key', 'exchange_search'],
  ...['subject', 'subject_identifier'],
] as const;

/** Where the rows go: the superuser's address and a connection to it. */
export interface Target {
  readonly url: string;
  readonly client: pg.Client;
}

/** Fills a migrated and seeded database. */
export const load = async ({ url, client }: Target, exchanges: number, seed: number): Promise<void> => {
  await client.query(BULK_SETTINGS);
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
      await client.query(EXCHANGE_STEPS.MOVE_OF);
      await client.query(EXCHANGE_STEPS.NOTE_PLAN);
      await client.query(MESSAGE_PLAN);
    });
    await step('persons and contents, each sealed', () => sealAll(url, exchanges, seed));
    await step('moves', () => client.query(EXCHANGE_STEPS.MOVES));
    await step('rows to search', () => client.query(SEARCH_ROWS, [typeWords('EX02'), KEY_ID]));
  });
  await step('the index of the plain idea', () => client.query(PEERS_SEARCH));
  await step('statistics', async () => {
    await client.query('drop schema bench_load cascade');
    await client.query('set session_replication_role = origin');
    await client.query('vacuum analyze');
  });
};
