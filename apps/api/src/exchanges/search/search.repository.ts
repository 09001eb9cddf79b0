import { Injectable } from '@nestjs/common';
import { LIMITS } from '@soc-coop/contracts';
import type { PredicatePlace, SqlPredicate } from '../../access';
import { Database } from '../../platform/database';
import type { CursorKey } from '../../platform/paging';
import { EXCHANGE_COLUMNS } from '../records/exchange.columns';
import type { ExchangeListRow } from '../records/exchange.row';
import { containing, type SearchTerm } from './search-terms';

/** What is looked for; everything given must hold. */
export interface SearchCriteria {
  /** A whole number of an exchange where nothing else is looked for, and by one unit; its index finds it at once. */
  readonly number: string | null;
  readonly terms: readonly SearchTerm[];
  readonly blind: readonly string[] | null;
  readonly birthDate: string | null;
  readonly type: string | null;
  /** The types a partner system was registered for; null for people. */
  readonly types: readonly string[] | null;
  readonly states: readonly string[] | null;
  readonly unit: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly except: string | null;
}

/** Criteria that ask for nothing. */
export const ANYTHING: SearchCriteria = {
  number: null,
  terms: [],
  blind: null,
  birthDate: null,
  type: null,
  types: null,
  states: null,
  unit: null,
  from: null,
  to: null,
  except: null,
};

/** A found exchange, with the keys it was found by. */
export interface FoundRow extends ExchangeListRow {
  readonly patronymic: string | null;
  readonly birthDate: string | null;
  readonly sortAt: Date;
  readonly plain: string;
  readonly personal: string;
  readonly blind: readonly string[];
}

/** A page of what was found. */
export interface FoundPage {
  readonly rows: readonly FoundRow[];
  /** How many there are in all, counted to one past the cap. */
  readonly counted: number;
}

interface Counted {
  readonly counted: number;
}

/** The policy as a condition on `exchange e`. */
export type Rights = (place: PredicatePlace) => SqlPredicate;

const CAST = [
  'text[]',
  'text[]',
  'text[]',
  'date',
  'text',
  'text[]',
  'text[]',
  'uuid',
  'date',
  'date',
  'uuid',
  'timestamptz',
  'uuid',
  'int',
];

const valuesOf = (criteria: SearchCriteria, after: CursorKey | null, limit: number): unknown[] => [
  criteria.terms.map(({ exact }) => containing(exact)),
  criteria.terms.map(({ tolerant }) => containing(tolerant)),
  criteria.blind,
  criteria.birthDate,
  criteria.type,
  criteria.types,
  criteria.states,
  criteria.unit,
  criteria.from,
  criteria.to,
  criteria.except,
  after?.[0] ?? null,
  after?.[1] ?? null,
  limit,
];

/** Asks the search function of the database, which applies the reach of the transaction itself. */
@Injectable()
export class SearchRepository {
  constructor(private readonly database: Database) {}

  /**
   * Up to `size + 1` exchanges, the newest first, and how many there are, counted to one past the cap. They are joined
   * to the exchanges under row-level security and the policy's own condition, so that nothing comes out that the case
   * page would refuse.
   */
  async page(
    criteria: SearchCriteria,
    rights: Rights,
    after: CursorKey | null,
    size: number,
  ): Promise<FoundPage> {
    if (after === null)
      return (await this.numbered(criteria, rights)) ?? (await this.firstPage(criteria, rights, size));
    const params: unknown[] = [];
    const found = call(criteria, params, after, size + 1);
    // They leave together.
    const [rows, counted] = await Promise.all([this.joined(found, rights, params), this.count(criteria)]);
    return { rows, counted };
  }

  /**
   * The exchange of that number; null where there is none within reach: the text may stand elsewhere. A number has so
   * many trigrams in common with all others that their index takes a tenth of a second for it.
   */
  private async numbered({ number }: SearchCriteria, rights: Rights): Promise<FoundPage | null> {
    if (number === null) return null;
    const found = `(select s.* from exchange_search s join exchange n on n.id = s.exchange_id where n.number = $1)`;
    const rows = await this.joined(found, rights, [number]);
    return rows.length === 0 ? null : { rows, counted: rows.length };
  }

  /** From the beginning, page and count are one search of two lengths: it is made once, and is most of the cost. */
  private async firstPage(criteria: SearchCriteria, rights: Rights, size: number): Promise<FoundPage> {
    const params: unknown[] = [];
    const all = call(criteria, params, null, LIMITS.countCap + 1);
    const found = `(select *, count(*) over () as counted from ${all}
      order by sort_at desc, exchange_id desc limit $${params.push(size + 1)})`;
    const rows = await this.joined<FoundRow & Counted>(found, rights, params, ', f.counted::int as counted');
    return { rows, counted: rows[0]?.counted ?? (await this.count(criteria)) };
  }

  /** The newest exchanges any of several searches finds, in one statement, each once. */
  async any(searches: readonly SearchCriteria[], rights: Rights, limit: number): Promise<FoundRow[]> {
    const params: unknown[] = [];
    const found = searches
      .map((criteria) => `select * from ${call(criteria, params, null, limit)}`)
      .join(' union ');
    params.push(limit);
    return this.joined(
      `(select * from (${found}) u order by sort_at desc, exchange_id desc limit $${params.length})`,
      rights,
      params,
    );
  }

  private async count(criteria: SearchCriteria): Promise<number> {
    const params: unknown[] = [];
    const row = await this.database.one<{ count: number }>(
      `select count(*)::int as count from ${call(criteria, params, null, LIMITS.countCap + 1)}`,
      params,
    );
    return row?.count ?? 0;
  }

  private async joined<Row extends FoundRow = FoundRow>(
    found: string,
    rights: Rights,
    params: unknown[],
    more = '',
  ): Promise<Row[]> {
    const within = rights({ alias: 'e', from: params.length + 1 });
    return this.database.query<Row>(
      `select ${EXCHANGE_COLUMNS}, s.family_name as "familyName", s.given_name as "givenName", s.patronymic,
         s.family_name_latin as "familyNameLatin", s.given_name_latin as "givenNameLatin",
         f.sort_at as "sortAt", f.plain, f.personal, f.birth_date::text as "birthDate", f.blind${more}
       from ${found} f join exchange e on e.id = f.exchange_id left join subject s on s.exchange_id = e.id
       where ${within.sql} order by f.sort_at desc, f.exchange_id desc`,
      [...params, ...within.params],
    );
  }
}

/** The call of the function, its values added to the statement's. */
const call = (
  criteria: SearchCriteria,
  params: unknown[],
  after: CursorKey | null,
  limit: number,
): string => {
  const places = valuesOf(criteria, after, limit).map((value, at) => {
    params.push(value);
    return `$${params.length}::${CAST[at] ?? 'text'}`;
  });
  return `soc_search_exchanges(${places.join(', ')})`;
};
