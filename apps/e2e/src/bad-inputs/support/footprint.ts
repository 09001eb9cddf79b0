import { setTimeout as pause } from 'node:timers/promises';
import { askAsOwner } from '../../owner-database';

/** Tables that may change although nothing was done: what was asked is audited, and tries are counted. */
const BOOKKEEPING: ReadonlySet<string> = new Set([
  'audit_event', // every act, every refused change, every look at personal data
  'sign_in_attempt', // failures by account and address
  'sign_in_session', // when a session was seen last
  'search_tally', // how often somebody searched of late
  'idempotency_key', // the answer of an act that found nothing to change is kept like any other
  'outbox', // rows are marked when they were delivered, and go after a while
]);

/** What the tables hold: by name, their rows counted and hashed. */
export type Footprint = Readonly<Record<string, string>>;

const tables = async (): Promise<readonly string[]> =>
  (
    await askAsOwner<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
    )
  )
    .map(({ name }) => name)
    .filter((name) => !BOOKKEEPING.has(name));

/** Every row of every table in one figure each: an insert, an update and a delete all show. */
export const footprint = async (): Promise<Footprint> => {
  const parts = (await tables()).map(
    (name) =>
      `select '${name}' as name, count(*) || ' rows, ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as held from "${name}" t`,
  );
  const rows = await askAsOwner<{ name: string; held: string }>(parts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, held }) => [name, held]));
};

/** The footprint once the product has finished what it does by itself: notices, scans, indexes. */
export const settledFootprint = async (): Promise<Footprint> => {
  let last = await footprint();
  for (let tries = 0; tries < 60; tries += 1) {
    await pause(500);
    const next = await footprint();
    if (JSON.stringify(next) === JSON.stringify(last)) return next;
    last = next;
  }
  throw new Error('The product never came to rest.');
};

/** The tables that are not as they were. */
export const changedTables = (before: Footprint, after: Footprint): readonly string[] =>
  Object.keys(after).filter((name) => after[name] !== before[name]);
