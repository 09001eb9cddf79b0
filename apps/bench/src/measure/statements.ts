import { withClient } from '../data/connection';
import { askOnce } from '../operations/ask';
import type { Running } from '../contenders/contender';
import type { Work } from '../run/session';
import { rounded } from './figures';

/** What one call costs the database. */
export interface DatabaseCost {
  /** Execution time of all statements of one call, in milliseconds (pg_stat_statements). */
  readonly perCallMs: number;
  /** The dearest statement's share of it. */
  readonly dearestMs: number;
  /** How that statement begins; its values are not in it. */
  readonly dearest: string;
  readonly statementsPerCall: number;
}

const COST = `select sum(total_exec_time) as total, max(total_exec_time) as dearest,
    (array_agg(query order by total_exec_time desc))[1] as query, sum(calls)::int as calls
  from pg_stat_statements s join pg_database d on d.oid = s.dbid
  where d.datname = current_database() and toplevel and query not ilike '%pg_stat_statements%'`;

interface CostRow {
  readonly total: number;
  readonly dearest: number;
  readonly query: string;
  readonly calls: number;
}

/** Calls one by one, so that nothing waits for anything, and reads what the database counted. */
export const databaseCost = async (
  server: Running,
  { operation, turns }: Work,
  calls: number,
  superuserUrl: string,
): Promise<DatabaseCost> => {
  const once = async (): Promise<void> => {
    const call = turns.next();
    await askOnce(server, operation, call);
    turns.done(call, true);
  };
  for (let at = 0; at < Math.ceil(calls / 4); at += 1) await once();
  return withClient(superuserUrl, async (client) => {
    await client.query('select pg_stat_statements_reset()');
    for (let at = 0; at < calls; at += 1) await once();
    const { rows } = await client.query<CostRow>(COST);
    const { total = 0, dearest = 0, query = '', calls: statements = 0 } = rows[0] ?? {};
    return {
      perCallMs: rounded(total / calls),
      dearestMs: rounded(dearest / calls),
      dearest: query.replace(/\s+/g, ' ').slice(0, 80),
      statementsPerCall: rounded(statements / calls),
    };
  });
};
