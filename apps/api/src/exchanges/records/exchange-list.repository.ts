import { Injectable } from '@nestjs/common';
import type { Country, ExchangeQueue, ExchangeSort } from '@soc-coop/contracts';
import { DEFAULT_SORT, LIMITS } from '@soc-coop/contracts';
import { Database, prepared, rowsAsJson, withInstants } from '../../platform/database';
import { type AccountRow, type PredicatePlace, selectAccounts, type SqlPredicate } from '../../access';
import { SELECT_UNITS, type UnitRow } from '../../directory';
import type { CursorKey } from '../../platform/paging';
import type { CutOffs } from '../deadlines/cut-offs';
import { EXCHANGE_COLUMNS } from './exchange.columns';
import type { ExchangeListRow } from './exchange.row';
import { isPlain, type ListFilter, narrow, type Viewpoint } from './list-filter';
import { LIST_SORTS, type ListSort } from './list-sort';

/** Which list, whose, and which page of it. */
export interface ListRequest {
  readonly queue: ExchangeQueue;
  /** The acting unit; null for those who see more than one unit. */
  readonly unitId: string | null;
  /** Whose own work stands in NEEDS_ME beside the unit's, and whether the person approves drafts. */
  readonly mine: { readonly accountId: string | null; readonly approves: boolean };
  /** The country of those who look over a whole country. */
  readonly country: string | null;
  readonly filter: ListFilter;
  readonly sort: ExchangeSort;
  /** Today and the last near day of each replier's country; lists that press are cut by them. */
  readonly cutOffs: Readonly<Record<Country, CutOffs>>;
  /** The day the roles of people are judged by. */
  readonly today: string;
  /** The policy as a condition: pages and counts are cut after the rights, never before. */
  readonly rights: (place: PredicatePlace) => SqlPredicate;
}

/** The literal lists of the partial indexes: written exactly as in the migration, or the planner cannot use them. */
const REPLIER_TURN = `e.state in ('SENT', 'FORWARDED', 'ACCEPTED', 'REOPENED')`;
const REQUESTER_TURN = `e.state in ('CLARIFICATION', 'ANSWERED', 'REFUSED')`;
const UNSENT = `e.state in ('DRAFT', 'PENDING_APPROVAL')`;
/** A proposed day or a wish to reopen that waits for a side's yes or no, whoever's turn it is otherwise. */
const REQUESTER_DECIDES = `e.decision_by = 'REQUESTER'`;
const REPLIER_DECIDES = `e.decision_by = 'REPLIER'`;
/** Discarded drafts were never anybody else's business and stand in no list. */
const KEPT = `e.state <> 'DELETED'`;

/** How each queue asks, for one unit ($1); each branch walks one index. */
const BRANCHES: Readonly<Record<ExchangeQueue, readonly string[]>> = {
  NEEDS_ME: [
    `e.replying_unit_id = $1 and ${REPLIER_TURN}`,
    `e.requesting_unit_id = $1 and ${REQUESTER_TURN}`,
    `e.requesting_unit_id = $1 and ${REQUESTER_DECIDES}`,
    `e.replying_unit_id = $1 and ${REPLIER_DECIDES}`,
  ],
  // What waits for one's own decision needs oneself first, although the other side has its turn as well.
  WAITING: [
    `e.requesting_unit_id = $1 and ${REPLIER_TURN} and e.decision_by is null`,
    `e.replying_unit_id = $1 and ${REQUESTER_TURN}`,
    `e.requesting_unit_id = $1 and ${REPLIER_DECIDES}`,
    `e.replying_unit_id = $1 and ${REQUESTER_DECIDES} and e.state = 'CLOSED'`,
  ],
  DUE_SOON: [`e.replying_unit_id = $1 and ${REPLIER_TURN}`, `e.requesting_unit_id = $1 and ${REPLIER_TURN}`],
  OVERDUE: [`e.replying_unit_id = $1 and ${REPLIER_TURN}`, `e.requesting_unit_id = $1 and ${REPLIER_TURN}`],
  DRAFTS: [`e.requesting_unit_id = $1 and ${UNSENT}`],
  ALL: [
    `e.requesting_unit_id = $1 and ${KEPT}`,
    `e.replying_unit_id = $1 and e.sent_at is not null and ${KEPT}`,
  ],
};

/** Drafts with a second officer: as literal as the partial index wants it. */
const WITH_APPROVAL = `${UNSENT} and e.request_approval is not null`;

/**
 * Corrections with a second officer, where the case is not in the list already because it is the unit's turn: as
 * literal as the partial indexes want it.
 */
const REQUEST_CORRECTION = `e.requesting_unit_id = $1 and e.request_correction_approval is not null
  and ${REPLIER_TURN} and e.decision_by is distinct from 'REQUESTER'`;
const ANSWER_CORRECTION = `e.replying_unit_id = $1 and e.answer_correction_approval is not null
  and e.state in ('CLARIFICATION', 'ANSWERED')`;

/** A correction waits for whoever approves and had no hand in it, and comes back to whoever wrote it. */
const corrections = (me: string, approves: boolean): readonly string[] =>
  (
    [
      [REQUEST_CORRECTION, 'request_correction_approval', 'REQUEST_CORRECTION'],
      [ANSWER_CORRECTION, 'answer_correction_approval', 'ANSWER_CORRECTION'],
    ] as const
  ).flatMap(([own, stage, part]) => {
    const hand = `exists (select from exchange_draft d where d.exchange_id = e.id and d.part = '${part}' and ${me} = any(d.writers))`;
    return [
      `${own} and e.${stage} = 'SENT_BACK' and ${hand}`,
      ...(approves ? [`${own} and e.${stage} = 'PENDING' and not ${hand}`] : []),
    ];
  });

/** What waits for one person and not for the whole unit: drafts and corrections to approve, and those that came back. */
const personal = ({ queue, mine }: ListRequest, params: unknown[]): readonly string[] => {
  if (queue !== 'NEEDS_ME' || mine.accountId === null) return [];
  const me = `$${params.push(mine.accountId)}::uuid`;
  const own = `e.requesting_unit_id = $1 and ${WITH_APPROVAL}`;
  return [
    `${own} and e.request_approval in ('SENT_BACK', 'APPROVED') and e.requester_handler_id = ${me}`,
    ...(mine.approves ? [`${own} and e.request_approval = 'PENDING' and e.author_id <> ${me}`] : []),
    ...corrections(me, mine.approves),
  ];
};

/** For those whose reach is wider than a unit, row-level security alone says which rows there are. */
const WIDE: Readonly<Record<ExchangeQueue, readonly string[]>> = {
  NEEDS_ME: [`$1::uuid is null and ${REPLIER_TURN}`, `$1::uuid is null and ${REPLIER_DECIDES}`],
  WAITING: [`$1::uuid is null and ${REQUESTER_TURN}`, `$1::uuid is null and ${REQUESTER_DECIDES}`],
  DUE_SOON: [`$1::uuid is null and ${REPLIER_TURN}`],
  OVERDUE: [`$1::uuid is null and ${REPLIER_TURN}`],
  DRAFTS: [`$1::uuid is null and ${UNSENT}`],
  ALL: [`$1::uuid is null and ${KEPT}`],
};

/** What a page shows beside its rows; what nobody asked for is not read. */
export interface ListLook {
  readonly total: boolean;
  readonly units: boolean;
  readonly people: boolean;
}

/** What the asker has of a list already: it is not told again where it still holds. */
export interface KnownRows {
  /** The number of the directory its names are from; null knows no names, and so no rows. */
  readonly epoch: string | null;
  readonly ids: readonly string[];
  /** The mark of each row, as it was read. */
  readonly marks: readonly string[];
}

/** One row of a page: which, and which of its states. */
export interface MarkedRow {
  readonly id: string;
  readonly mark: string;
}

/** Which rows a page has, and in which state; equal where nothing of the page changed. */
export interface ListGlance {
  /** The ids and marks of its rows in order, as `markedRows` reads them; null for an empty page. */
  readonly marked: string | null;
  /** Counted to one past the cap; null where nobody asked. */
  readonly counted: number | null;
  /** The number of the directory the names are from. */
  readonly epoch: string;
}

/** A page as one statement gives it: which rows, and what the asker does not know of them. */
export interface ListRead extends ListGlance {
  /** The rows that are not known, or not in this state, in no order. */
  readonly rows: readonly ExchangeListRow[];
  /** The offices and people of `rows`. */
  readonly units: readonly UnitRow[];
  readonly people: readonly AccountRow[];
}

interface ListAnswer extends Omit<ListRead, 'units' | 'people'> {
  readonly units: readonly UnitRow[] | null;
  readonly people: readonly AccountRow[] | null;
}

/** The parts of a query that both the page and the count share. */
interface Source {
  readonly branches: readonly string[];
  readonly params: unknown[];
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
  async read(
    request: ListRequest,
    after: CursorKey | null,
    size: number,
    { total, units, people }: ListLook,
    known: KnownRows,
  ): Promise<ListRead> {
    const { params, ctes, columns } = this.glanced(request, after, size, total);
    const text = `${ctes},
      fresh as materialized (${freshOf(known, params)})
      ${columns},
      ${rowsAsJson('select * from fresh')} as rows,
      ${units ? namedIn(UNITS_OF_ROWS, `${SELECT_UNITS} where unit.id`) : 'null::json'} as units,
      ${people ? namedIn(PEOPLE_OF_ROWS, `${selectAccounts(`$${params.push(request.today)}`)} where a.id`) : 'null::json'} as people`;
    const read = await this.one<ListAnswer>(request, text, params);
    withInstants(read.rows, LIST_INSTANTS);
    return { ...read, units: read.units ?? [], people: read.people ?? [] };
  }

  /**
   * The same page without its rows, for whoever has them: whether they still hold is in it. Preparing to tell rows
   * costs a fifth of the statement also where none are told.
   */
  async glance(
    request: ListRequest,
    after: CursorKey | null,
    size: number,
    { total }: ListLook,
  ): Promise<ListGlance> {
    const { params, ctes, columns } = this.glanced(request, after, size, total);
    return this.one<ListGlance>(request, `${ctes} ${columns}`, params);
  }

  private async one<Row>(request: ListRequest, text: string, params: unknown[]): Promise<Row> {
    const row = await this.database.one<Row>(isUsual(request) ? prepared(text) : text, params);
    if (row === null) throw new Error('a list without an answer');
    return row;
  }

  private glanced(
    request: ListRequest,
    after: CursorKey | null,
    size: number,
    total: boolean,
  ): { readonly params: unknown[]; readonly ctes: string; readonly columns: string } {
    const { branches, params } = this.source(request);
    const picked = this.picked(request, branches, after, size, params);
    const all = cappedCountOf(request, branches);
    const counted = !total ? 'null::int' : after === null ? countedBeyond(`$${params.length}`, all) : all;
    const ctes = `with picked as materialized (${picked}),
      directory as materialized (select epoch::text from directory_epoch)`;
    const columns = `select (select string_agg(id || ' ' || mark, ',' order by ${orderOf(LIST_SORTS[request.sort], 'picked')}) from picked) as marked,
      ${counted} as counted, (select epoch from directory) as epoch`;
    return { params, ctes, columns };
  }

  private picked(
    request: ListRequest,
    branches: readonly string[],
    after: CursorKey | null,
    size: number,
    params: unknown[],
  ): string {
    const sort = LIST_SORTS[request.sort];
    const cursor = after === null ? '' : this.cursor(sort, after, params);
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
  }

  /** How many rows each of these lists has, counted to one past the cap: one statement, however many lists. */
  async counts(requests: readonly ListRequest[]): Promise<readonly number[]> {
    const params: unknown[] = [];
    const counted = requests.map((request) => {
      const { branches, params: own } = this.source(request);
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

  private source(request: ListRequest): Source {
    const { queue, unitId, filter, cutOffs, rights } = request;
    const params: unknown[] = [unitId];
    const within = rights({ alias: 'e', from: params.length + 1 });
    params.push(...within.params);
    const narrowed = ` and ${within.sql}${narrow(filter, viewpointOf(request), params)}${pressing(queue, cutOffs, params)}`;
    const branches = unitId === null ? WIDE[queue] : [...BRANCHES[queue], ...personal(request, params)];
    return { branches: branches.map((branch) => `${branch}${narrowed}`), params };
  }

  /** Row comparison, not `or`: only this form walks the index to the place (96 times cheaper on a late page). */
  private cursor(sort: ListSort, [key, id]: CursorKey, params: unknown[]): string {
    params.push(key, id);
    const [keyAt, idAt] = [params.length - 1, params.length];
    const beyond = sort.descending ? '<' : '>';
    return ` and (${sort.key('e')}, e.id) ${beyond} ($${keyAt}::${sort.type}, $${idAt}::uuid)`;
  }
}

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

/** The rows of a page in order. */
export const markedRows = ({ marked }: Pick<ListRead, 'marked'>): readonly MarkedRow[] =>
  marked === null
    ? []
    : marked.split(',').map((row) => {
        const [id = '', mark = ''] = row.split(' ');
        return { id, mark };
      });

/** Names are looked up where there is a row that needs them. */
const namedIn = (ids: string, select: string): string =>
  `case when exists (select from fresh) then ${rowsAsJson(`${select} in (${ids})`)} end`;

/** Whose names stand on a page. */
const UNITS_OF_ROWS = `select "requestingUnitId" from fresh union select "replyingUnitId" from fresh`;
const PEOPLE_OF_ROWS = `select "requesterHandlerId" from fresh union select "replierHandlerId" from fresh`;

/** True for the few shapes of statement that come all day; others are planned anew, for their words decide how. */
export const isUsual = ({ filter, sort, queue }: ListRequest): boolean =>
  isPlain(filter) && sort === DEFAULT_SORT[queue];

const viewpointOf = ({ unitId, country, mine }: ListRequest): Viewpoint => ({
  accountId: mine.accountId,
  unit: unitId !== null,
  country,
});

const cappedCountOf = ({ filter }: ListRequest, branches: readonly string[]): string => {
  const counted = branches
    .map((branch) => `select e.id from exchange e ${join(filter)} where ${branch}`)
    .join(' union all ');
  return `(select count(*)::int from (select 1 from (${counted}) c limit ${LIMITS.countCap + 1}) capped)`;
};

/** A first page that nothing follows holds the whole list: only a longer one is counted. `most` rows are looked for. */
const countedBeyond = (most: string, all: string): string =>
  `(select case when count(*) < ${most} then count(*)::int else ${all} end from picked)`;

const join = ({ names }: ListFilter): string =>
  names === null ? '' : 'join subject s on s.exchange_id = e.id';

/**
 * Cuts a list to deadlines that are near or over. The first range is one the index is walked by; each country's own
 * days decide within it.
 */
const pressing = (queue: ExchangeQueue, { RO, BG }: ListRequest['cutOffs'], params: unknown[]): string => {
  if (queue !== 'DUE_SOON' && queue !== 'OVERDUE') return '';
  const place = (day: string): string => `$${params.push(day)}::date`;
  const [ro, bg] = [place(RO.today), place(BG.today)];
  const own = `case e.replying_country when 'RO' then ${ro} else ${bg} end`;
  if (queue === 'OVERDUE') return ` and e.due_on < greatest(${ro}, ${bg}) and e.due_on < ${own}`;
  const [soonRo, soonBg] = [place(RO.soonUntil), place(BG.soonUntil)];
  return ` and e.due_on >= least(${ro}, ${bg}) and e.due_on <= greatest(${soonRo}, ${soonBg})
    and e.due_on >= ${own}
    and e.due_on <= case e.replying_country when 'RO' then ${soonRo} else ${soonBg} end`;
};
