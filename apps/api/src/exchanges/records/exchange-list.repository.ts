import { Injectable } from '@nestjs/common';
import { LIMITS } from '@soc-coop/contracts';
import { type AccountRow, selectAccounts } from '../../access';
import { SELECT_UNITS, type UnitRow } from '../../directory';
import {
  Database,
  prepared,
  type PreparedStatement,
  rowsAsJson,
  withInstants,
} from '../../platform/database';
import type { CursorKey } from '../../platform/paging';
import { EXCHANGE_COLUMNS } from './exchange.columns';
import type { ExchangeListRow } from './exchange.row';
import { join, sourceOf } from './list-branches';
import {
  isUsual,
  type KnownRows,
  type ListGlance,
  type ListLook,
  type ListPlace,
  type ListRead,
  type ListRequest,
} from './list-request';
import { LIST_SORTS, type ListSort } from './list-sort';

/** A glance that is ready to be asked, as often as wanted: nothing it says depends on anything but its place. */
export interface ReadyGlance {
  readonly statement: PreparedStatement | string;
  readonly params: readonly unknown[];
}

interface ListAnswer extends Omit<ListRead, 'units' | 'people'> {
  readonly units: readonly UnitRow[] | null;
  readonly people: readonly AccountRow[] | null;
}

/** Reads lists of exchanges: keyset pages, literal predicates, capped counts (docs/adr/0009). */
@Injectable()
export class ExchangeListRepository {
  constructor(private readonly database: Database) {}

  /**
   * Up to `size + 1` rows after a cursor (the extra one says that more follow), how many there are, and the names of
   * the offices and people on the page: one statement, whatever is looked at and known. Which rows there are is asked
   * of the database every time, under its row-level policies; only their columns are left out where they are known.
   */
  async read(place: ListPlace, { total, units, people }: ListLook, known: KnownRows): Promise<ListRead> {
    const { request } = place;
    const { params, ctes, columns } = glanced(place, total);
    const text = `${ctes},
      fresh as materialized (${freshOf(known, params)})
      ${columns},
      ${rowsAsJson('select * from fresh')} as rows,
      ${units ? namedIn(UNITS_OF_ROWS, `${SELECT_UNITS} where unit.id`) : 'null::json'} as units,
      ${people ? namedIn(PEOPLE_OF_ROWS, `${selectAccounts(`$${params.push(request.today)}`)} where a.id`) : 'null::json'} as people`;
    const read = await this.one<ListAnswer>({ statement: statementOf(request, text), params });
    withInstants(read.rows, LIST_INSTANTS);
    return { ...read, units: read.units ?? [], people: read.people ?? [] };
  }

  /**
   * The same page without its rows, for whoever has them: whether they still hold is in it. Preparing to tell rows
   * costs a fifth of the statement also where none are told.
   */
  async glance(ready: ReadyGlance): Promise<ListGlance> {
    return this.one<ListGlance>(ready);
  }

  private async one<Row>({ statement, params }: ReadyGlance): Promise<Row> {
    const row = await this.database.one<Row>(statement, params);
    if (row === null) throw new Error('a list without an answer');
    return row;
  }

  /** How many rows each of these lists has, counted to one past the cap: one statement, however many lists. */
  async counts(requests: readonly ListRequest[]): Promise<readonly number[]> {
    const params: unknown[] = [];
    const counted = requests.map((request) => {
      const { branches, params: own } = sourceOf(request);
      const before = params.length;
      params.push(...own);
      return cappedCountOf(request, branches).replace(
        /\$(\d+)/g,
        (_, at: string) => `$${before + Number(at)}`,
      );
    });
    const text = `select array[${counted.join(',\n  ')}] as counts`;
    const usual = requests.every(isUsual);
    const row = await this.database.one<{ counts: number[] }>(usual ? prepared(text) : text, params);
    return row?.counts ?? requests.map(() => 0);
  }
}

/** Words that come all day are planned once per connection. */
const statementOf = (request: ListRequest, text: string): PreparedStatement | string =>
  isUsual(request) ? prepared(text) : text;

/** Gets a glance at a page ready; `total` also counts the list. */
export const readyGlance = (place: ListPlace, total: boolean): ReadyGlance => {
  const { params, ctes, columns } = glanced(place, total);
  return { statement: statementOf(place.request, `${ctes} ${columns}`), params };
};

/** What a glance and a reading share. */
const glanced = (
  place: ListPlace,
  total: boolean,
): { readonly params: unknown[]; readonly ctes: string; readonly columns: string } => {
  const { request, after } = place;
  const { branches, params } = sourceOf(request);
  const picked = pickedOf(place, branches, params);
  const all = cappedCountOf(request, branches);
  const counted = !total ? 'null::int' : after === null ? countedBeyond(`$${params.length}`, all) : all;
  const ctes = `with picked as materialized (${picked}),
      directory as materialized (select epoch::text from directory_epoch)`;
  const columns = `select (select string_agg(id || ' ' || mark, ',' order by ${orderOf(LIST_SORTS[request.sort], 'picked')}) from picked) as marked,
      ${counted} as counted, (select epoch from directory) as epoch`;
  return { params, ctes, columns };
};

const pickedOf = (
  { request, after, size }: ListPlace,
  branches: readonly string[],
  params: unknown[],
): string => {
  const sort = LIST_SORTS[request.sort];
  const cursor = after === null ? '' : beyond(sort, after, params);
  params.push(size + 1);
  const picked = branches
    .map(
      (
        branch,
      ) => `(select e.id, e.xmin::text as mark, e.due_on, e.created_at, e.number from exchange e ${join(request.filter)}
          where ${branch}${cursor} order by ${orderOf(sort, 'e')}
          limit $${params.length})`,
    )
    .join(' union all ');
  return `select * from (${picked}) p order by ${orderOf(sort, 'p')} limit $${params.length}`;
};

/** Row comparison, not `or`: only this form walks the index to the place (96 times cheaper on a late page). */
const beyond = (sort: ListSort, [key, id]: CursorKey, params: unknown[]): string => {
  params.push(key, id);
  const [keyAt, idAt] = [params.length - 1, params.length];
  return ` and (${sort.key('e')}, e.id) ${sort.descending ? '<' : '>'} ($${keyAt}::${sort.type}, $${idAt}::uuid)`;
};

const orderOf = (sort: ListSort, alias: string): string => {
  const way = sort.descending ? ' desc' : '';
  return `${sort.key(alias)}${way}, ${alias}.id${way}`;
};

const LIST_INSTANTS = [
  'stateSince',
  'createdAt',
  'sentAt',
  'closedAt',
] as const satisfies (keyof ExchangeListRow)[];

/**
 * The rows of the page that the asker does not know as they are. The mark is the transaction that wrote the row
 * (`xmin`): no write can forget to raise it. Names of another directory than today's make all rows unknown.
 */
const freshOf = ({ epoch, ids, marks }: KnownRows, params: unknown[]): string => {
  const place = (value: unknown): string => `$${params.push(value)}`;
  const known = `unnest(${place(arrayOf(ids))}::uuid[], ${place(arrayOf(marks))}::text[]) as known (id, mark)`;
  return `select ${EXCHANGE_COLUMNS}, s.family_name as "familyName", s.given_name as "givenName",
      s.family_name_latin as "familyNameLatin", s.given_name_latin as "givenNameLatin"
    from picked join exchange e using (id) left join subject s on s.exchange_id = e.id
    where not exists (select from ${known} where known.id = picked.id and known.mark = picked.mark
      and (select epoch from directory) = ${place(epoch)}::text)`;
};

/** Ids and numbers of transactions as PostgreSQL writes an array of them: nothing in them needs quotes. */
const arrayOf = (values: readonly string[]): string => `{${values.join(',')}}`;

/** Names are looked up where there is a row that needs them. */
const namedIn = (ids: string, select: string): string =>
  `case when exists (select from fresh) then ${rowsAsJson(`${select} in (${ids})`)} end`;

/** Whose names stand on a page. */
const UNITS_OF_ROWS = `select "requestingUnitId" from fresh union select "replyingUnitId" from fresh`;
const PEOPLE_OF_ROWS = `select "requesterHandlerId" from fresh union select "replierHandlerId" from fresh`;

const cappedCountOf = ({ filter }: ListRequest, branches: readonly string[]): string => {
  const counted = branches
    .map((branch) => `select e.id from exchange e ${join(filter)} where ${branch}`)
    .join(' union all ');
  return `(select count(*)::int from (select 1 from (${counted}) c limit ${LIMITS.countCap + 1}) capped)`;
};

/** A first page that nothing follows holds the whole list: only a longer one is counted. `most` rows are looked for. */
const countedBeyond = (most: string, all: string): string =>
  `(select case when count(*) < ${most} then count(*)::int else ${all} end from picked)`;
