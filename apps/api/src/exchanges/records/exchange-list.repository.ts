import { Injectable } from '@nestjs/common';
import type { ExchangeQueue, ExchangeState } from '@soc-coop/contracts';
import { LIMITS } from '@soc-coop/contracts';
import { Database } from '../../platform/database';
import type { PredicatePlace, SqlPredicate } from '../../access';
import type { CursorKey } from '../../platform/paging';
import { EXCHANGE_COLUMNS } from './exchange.columns';
import type { ExchangeListRow } from './exchange.row';

/** What a list is narrowed to; everything given must hold. */
export interface ListFilter {
  readonly type: string | null;
  readonly state: ExchangeState | null;
  readonly unit: string | null;
  readonly number: string | null;
  /** Keys a name is found by, made by `searchKey` and `nameKey`; any of them will do. */
  readonly names: readonly string[] | null;
}

/** Which list, whose, and which page of it. */
export interface ListRequest {
  readonly queue: ExchangeQueue;
  /** The acting unit; null for those who see more than one unit. */
  readonly unitId: string | null;
  readonly filter: ListFilter;
  /** The policy as a condition: pages and counts are cut after the rights, never before. */
  readonly rights: (place: PredicatePlace) => SqlPredicate;
}

/** The literal lists of the partial indexes: written exactly as in the migration, or the planner cannot use them. */
const REPLIER_TURN = `e.state in ('SENT', 'FORWARDED', 'ACCEPTED', 'REOPENED')`;
const REQUESTER_TURN = `e.state in ('CLARIFICATION', 'ANSWERED', 'REFUSED')`;
const UNSENT = `e.state in ('DRAFT', 'PENDING_APPROVAL')`;
/** Discarded drafts were never anybody else's business and stand in no list. */
const KEPT = `e.state <> 'DELETED'`;

/** How each queue asks, for one unit ($1); each branch walks one index. */
const BRANCHES: Readonly<Record<ExchangeQueue, readonly string[]>> = {
  NEEDS_ME: [
    `e.replying_unit_id = $1 and ${REPLIER_TURN}`,
    `e.requesting_unit_id = $1 and ${REQUESTER_TURN}`,
  ],
  WAITING: [`e.requesting_unit_id = $1 and ${REPLIER_TURN}`, `e.replying_unit_id = $1 and ${REQUESTER_TURN}`],
  DRAFTS: [`e.requesting_unit_id = $1 and ${UNSENT}`],
  ALL: [
    `e.requesting_unit_id = $1 and ${KEPT}`,
    `e.replying_unit_id = $1 and e.sent_at is not null and ${KEPT}`,
  ],
};

/** For those whose reach is wider than a unit, row-level security alone says which rows there are. */
const WIDE: Readonly<Record<ExchangeQueue, string>> = {
  NEEDS_ME: `$1::uuid is null and ${REPLIER_TURN}`,
  WAITING: `$1::uuid is null and ${REQUESTER_TURN}`,
  DRAFTS: `$1::uuid is null and ${UNSENT}`,
  ALL: `$1::uuid is null and ${KEPT}`,
};

/** Lists where time presses go by due day; the others show the newest first. */
const BY_DUE: Readonly<Record<ExchangeQueue, boolean>> = {
  NEEDS_ME: true,
  WAITING: true,
  DRAFTS: false,
  ALL: false,
};

/** True where a queue goes by due day; its cursor then holds the day instead of the instant of opening. */
export const isByDue = (queue: ExchangeQueue): boolean => BY_DUE[queue];

/** The parts of a query that both the page and the count share. */
interface Source {
  readonly branches: readonly string[];
  readonly params: unknown[];
}

/** Reads lists of exchanges: keyset pages, literal predicates, capped counts (docs/adr/0009). */
@Injectable()
export class ExchangeListRepository {
  constructor(private readonly database: Database) {}

  /** Up to `size + 1` rows after a cursor; the extra one says that more follow. */
  async page(request: ListRequest, after: CursorKey | null, size: number): Promise<ExchangeListRow[]> {
    const { branches, params } = this.source(request);
    const byDue = BY_DUE[request.queue];
    const order = byDue ? 'due_on, id' : 'created_at desc, id desc';
    const cursor = after === null ? '' : this.cursor(byDue, after, params);
    params.push(size + 1);
    const picked = branches
      .map(
        (branch) => `(select e.id, e.due_on, e.created_at from exchange e ${join(request.filter)}
          where ${branch}${cursor} order by ${order.replace(/\b(due_on|id|created_at)\b/g, 'e.$1')}
          limit $${params.length})`,
      )
      .join(' union all ');
    return this.database.query<ExchangeListRow>(
      `with picked as (select * from (${picked}) p order by ${order} limit $${params.length})
       select ${EXCHANGE_COLUMNS}, s.family_name as "familyName", s.given_name as "givenName",
         s.family_name_latin as "familyNameLatin", s.given_name_latin as "givenNameLatin"
       from picked join exchange e using (id) left join subject s on s.exchange_id = e.id
       order by ${byDue ? 'e.due_on, e.id' : 'e.created_at desc, e.id desc'}`,
      params,
    );
  }

  /** How many rows the whole list has, counted to one past the cap. */
  async count(request: ListRequest): Promise<number> {
    const { branches, params } = this.source(request);
    const counted = branches
      .map((branch) => `select e.id from exchange e ${join(request.filter)} where ${branch}`)
      .join(' union all ');
    const row = await this.database.one<{ count: number }>(
      `select count(*)::int as count from (select 1 from (${counted}) c limit ${LIMITS.countCap + 1}) capped`,
      params,
    );
    return row?.count ?? 0;
  }

  private source({ queue, unitId, filter, rights }: ListRequest): Source {
    const params: unknown[] = [unitId];
    const within = rights({ alias: 'e', from: params.length + 1 });
    params.push(...within.params);
    const narrowed = ` and ${within.sql}${narrow(filter, params)}`;
    const branches = unitId === null ? [WIDE[queue]] : BRANCHES[queue];
    return { branches: branches.map((branch) => `${branch}${narrowed}`), params };
  }

  /** Row comparison, not `or`: only this form walks the index to the place (96 times cheaper on a late page). */
  private cursor(byDue: boolean, [key, id]: CursorKey, params: unknown[]): string {
    params.push(key, id);
    const [keyAt, idAt] = [params.length - 1, params.length];
    return byDue
      ? ` and (e.due_on, e.id) > ($${keyAt}::date, $${idAt}::uuid)`
      : ` and (e.created_at, e.id) < ($${keyAt}::timestamptz, $${idAt}::uuid)`;
  }
}

const join = ({ names }: ListFilter): string =>
  names === null ? '' : 'join subject s on s.exchange_id = e.id';

const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

const narrow = (filter: ListFilter, params: unknown[]): string => {
  const conditions: string[] = [];
  const add = (condition: (place: string) => string, value: unknown): void => {
    if (value === null) return;
    params.push(value);
    conditions.push(condition(`$${params.length}`));
  };
  add((place) => `e.type_code = ${place}`, filter.type);
  add((place) => `e.state = ${place}`, filter.state);
  add((place) => `${place}::uuid in (e.requesting_unit_id, e.replying_unit_id)`, filter.unit);
  add((place) => `e.number = ${place}`, filter.number);
  add((place) => `s.search_key like any(${place})`, filter.names?.map(likePattern) ?? null);
  return conditions.map((condition) => ` and ${condition}`).join('');
};
