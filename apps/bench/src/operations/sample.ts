import type pg from 'pg';
import { withClient } from '../data/connection';
import type { Call, Officer, OperationName } from './operation';

interface CaseRow extends Officer {
  readonly id: string;
  readonly version: number;
}

const OFFICER = `(select m.account_id from membership m where m.unit_id = e.requesting_unit_id and m.role = 'CASEWORKER'
  order by m.account_id limit 1)`;

/** Units in proportion to the cases that wait for them: those with much work ask often. */
const INBOXES = `
  select a.id as "accountId", a.email, m.unit_id as "unitId" from (
    select e.replying_unit_id as unit_id from exchange e where e.state in ('SENT', 'ACCEPTED')
    order by hashtextextended(e.id::text, 7) limit 60) waiting
  cross join lateral (select account_id, unit_id from membership where membership.unit_id = waiting.unit_id
    and role = 'CASEWORKER' order by account_id limit 1) m
  join account a on a.id = m.account_id`;

/** A common name, a rare one, whole names, a number: what officers type, about cases of their own unit. */
const SEARCHES = `
  select o."accountId", o.email, o."unitId", (array[s.family_name, s.given_name || ' ' || s.family_name, e.number,
    left(s.family_name, 4)])[1 + (row_number() over ()) % 4] as text
  from (${INBOXES}) o cross join lateral (
    select id, number from exchange where replying_unit_id = o."unitId" and sent_at is not null
    order by hashtextextended(id::text, 13) limit 3) e
  join subject s on s.exchange_id = e.id`;

/** The same units every time, whatever was written before. */
const casesWhere = (condition: string, limit: number): string => `
  select e.id, e.version, e.requesting_unit_id as "unitId", a.id as "accountId", a.email
  from (select * from exchange e where ${condition} order by hashtextextended(e.id::text, 11) limit ${limit}) e
  join account a on a.id = ${OFFICER}`;

/** A run that is cut off leaves as many cases in doubt as it had connections: there must be plenty. */
const REMINDED = 6_000;

const LONG = `e.version = 30 and e.state in ('CLOSED', 'ACCEPTED', 'ANSWERED')`;
const REMINDABLE = `e.state in ('SENT', 'ACCEPTED') and e.version = 5`;

const officerOf = ({ accountId, unitId, email }: Officer): Officer => ({ accountId, unitId, email });

const caseCalls = async (client: pg.Client, condition: string, limit: number): Promise<Call[]> => {
  const { rows } = await client.query<CaseRow>(casesWhere(condition, limit));
  return rows.map((row) => ({ officer: officerOf(row), id: row.id, version: row.version }));
};

/** The three units with most to do: their page is full at every size of the data. */
const BUSIEST = `
  select m.account_id as "accountId", a.email, m.unit_id as "unitId" from (
    select replying_unit_id as unit_id from exchange where state in ('SENT', 'ACCEPTED')
    group by 1 order by count(*) desc, 1 limit 3) busy
  cross join lateral (select account_id, unit_id from membership where membership.unit_id = busy.unit_id
    and role = 'CASEWORKER' order by account_id limit 1) m
  join account a on a.id = m.account_id`;

/** The inboxes of the busiest units, to see how a full page's cost grows with the data. */
export const busiestInboxes = async (url: string): Promise<readonly Call[]> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<Officer>(BUSIEST);
    return rows.map((row) => ({ officer: officerOf(row) }));
  });

/** The calls of every operation, drawn once from the data and the same for all contenders. */
export const sampleCalls = async (url: string): Promise<Record<OperationName, readonly Call[]>> =>
  withClient(url, async (client) => {
    const inbox = await client.query<Officer>(INBOXES);
    const searches = await client.query<Officer & { readonly text: string }>(SEARCHES);
    return {
      inbox: inbox.rows.map((row) => ({ officer: officerOf(row) })),
      case: await caseCalls(client, LONG, 200),
      remind: await caseCalls(client, REMINDABLE, REMINDED),
      search: searches.rows.map((row) => ({ officer: officerOf(row), text: row.text })),
    };
  });
