import { type Country, DEFAULT_SORT, type ExchangeQueue, type ExchangeSort } from '@soc-coop/contracts';
import type { AccountRow, PredicatePlace, SqlPredicate } from '../../access';
import type { UnitRow } from '../../directory';
import type { CursorKey } from '../../platform/paging';
import type { CutOffs } from '../deadlines/cut-offs';
import type { ExchangeListRow } from './exchange.row';
import { isPlain, type ListFilter } from './list-filter';

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

/** Which page of which list. */
export interface ListPlace {
  readonly request: ListRequest;
  readonly after: CursorKey | null;
  readonly size: number;
}

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

/** The rows of a page in order. */
export const markedRows = ({ marked }: Pick<ListRead, 'marked'>): readonly MarkedRow[] =>
  marked === null
    ? []
    : marked.split(',').map((row) => {
        const [id = '', mark = ''] = row.split(' ');
        return { id, mark };
      });

/** True for the few shapes of statement that come all day; others are planned anew, for their words decide how. */
export const isUsual = ({ filter, sort, queue }: ListRequest): boolean =>
  isPlain(filter) && sort === DEFAULT_SORT[queue];
