import { withClient } from '../data/connection';
import type { CountRows } from './compare';

/** What a reminder writes. Versions count too: a change that raises none, or two, shows. */
const COUNTS = `select (select count(*) from exchange_move)::int as moves, (select count(*) from outbox)::int as signals,
  (select count(*) from audit_event where action = 'exchange.remind')::int as events,
  (select count(*) from idempotency_key where outcome is not null)::int as keys,
  (select sum(version) from exchange)::int as versions`;

/** Counts the rows of the tables a reminder writes to. */
export const rowCounter =
  (url: string): CountRows =>
  async () =>
    withClient(url, async (client) => {
      const { rows } = await client.query<Record<string, number>>(COUNTS);
      return rows[0] ?? {};
    });
