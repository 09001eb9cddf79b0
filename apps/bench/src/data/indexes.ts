import type pg from 'pg';
import { step } from '../say';

interface Index {
  readonly name: string;
  readonly definition: string;
}

const SECONDARY = `
  select i.relname as name, pg_get_indexdef(x.indexrelid) as definition
  from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
  join pg_namespace n on n.oid = t.relnamespace
  where n.nspname = 'public' and t.relname = any($1)
    and not exists (select from pg_constraint c where c.conindid = x.indexrelid)
  order by i.relname`;

/** Fills tables without their secondary indexes and builds these once, which is many times faster. */
export const withoutIndexes = async <T>(
  client: pg.Client,
  tables: readonly string[],
  fill: () => Promise<T>,
): Promise<T> => {
  const { rows } = await client.query<Index>(SECONDARY, [tables]);
  for (const { name } of rows) await client.query(`drop index ${client.escapeIdentifier(name)}`);
  const value = await fill();
  await step('indexes', async () => {
    for (const { definition } of rows) await client.query(definition);
  });
  return value;
};
