import {
  EXCHANGE_HANDLERS,
  EXCHANGE_SORTS,
  EXCHANGE_STATES,
  type ExchangeQueue,
  type ExchangeSort,
  type ExportFormat,
  LIST_COLUMNS,
  LIST_LIMITS,
  type ListColumn,
  PAGE_SIZES,
  URGENCIES,
} from '@soc-coop/contracts';
import type { ExchangeFilter } from '../../gql/graphql';

/** The filters of a list, as they are called in addresses. */
export const LIST_FILTERS = [
  'type',
  'unit',
  'state',
  'urgency',
  'handler',
  'dueFrom',
  'dueTo',
  'sentFrom',
  'sentTo',
  'waitingDays',
] as const satisfies readonly (keyof ExchangeFilter)[];
/** Those that stand behind "more filters". */
export const MORE_FILTERS = ['dueFrom', 'dueTo', 'sentFrom', 'sentTo', 'waitingDays'] as const;

/** What an address says of a list. */
export interface ListQuery {
  readonly filter: ExchangeFilter;
  /** Null for the queue's own way. */
  readonly sort: ExchangeSort | null;
  readonly size: number;
  /** Null where the reader's own choice holds. */
  readonly columns: readonly ListColumn[] | null;
}

type Query = Readonly<Record<string, unknown>>;

const text = (query: Query, name: string): string => {
  const value = query[name];
  return typeof value === 'string' ? value : '';
};

const oneOf = <T extends string>(values: readonly T[], wanted: string): T | undefined =>
  values.find((value) => value === wanted);

const DAY = /^[12]\d{3}-\d{2}-\d{2}$/;

const day = (query: Query, name: string): string | undefined => {
  const value = text(query, name);
  const at = new Date(`${value}T00:00:00Z`);
  const real = DAY.test(value) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
  return real ? value : undefined;
};

const days = (query: Query): number | undefined => {
  const value = Number(text(query, 'waitingDays'));
  return Number.isInteger(value) && value >= 1 && value <= LIST_LIMITS.waitingDays ? value : undefined;
};

const given = (filter: {
  [Name in keyof ExchangeFilter]: ExchangeFilter[Name] | undefined;
}): ExchangeFilter => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));

const columnsIn = (query: Query): ListColumn[] | null => {
  const named = text(query, 'columns');
  if (named === '') return null;
  const known = named.split(',').flatMap((name) => oneOf(LIST_COLUMNS, name) ?? []);
  return known.length === 0 ? null : [...new Set(known)];
};

/** Reads a list from an address. What somebody typed into it wrongly is as if it were not there. */
export const readListQuery = (query: Query): ListQuery => ({
  filter: given({
    type: /^[A-Z0-9]{2,10}$/.exec(text(query, 'type'))?.[0],
    unit: /^[0-9a-f-]{36}$/.exec(text(query, 'unit'))?.[0],
    state: oneOf(EXCHANGE_STATES, text(query, 'state')),
    urgency: oneOf(URGENCIES, text(query, 'urgency')),
    handler: oneOf(EXCHANGE_HANDLERS, text(query, 'handler')),
    dueFrom: day(query, 'dueFrom'),
    dueTo: day(query, 'dueTo'),
    sentFrom: day(query, 'sentFrom'),
    sentTo: day(query, 'sentTo'),
    waitingDays: days(query),
  }),
  sort: oneOf(EXCHANGE_SORTS, text(query, 'sort')) ?? null,
  size: PAGE_SIZES.find((size) => String(size) === text(query, 'size')) ?? PAGE_SIZES[0],
  columns: columnsIn(query),
});

/** What a view shows, whoever keeps it. */
export interface ViewShown {
  readonly queue: ExchangeQueue;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly sort?: ExchangeSort | null | undefined;
  readonly columns?: readonly ListColumn[];
  readonly pageSize?: number;
}

/** The address of a view: what it leaves to the list's own way is left out. */
export const viewQuery = ({ queue, filter, sort, columns, pageSize }: ViewShown): Record<string, string> => {
  const filters = LIST_FILTERS.flatMap((name): [string, string][] => {
    const value = filter[name];
    return typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [];
  });
  return {
    ...(queue === 'NEEDS_ME' ? {} : { queue: queue.toLowerCase() }),
    ...Object.fromEntries(filters),
    ...(sort ? { sort } : {}),
    ...(columns?.length ? { columns: columns.join(',') } : {}),
    ...(pageSize !== undefined && pageSize !== PAGE_SIZES[0] ? { size: String(pageSize) } : {}),
  };
};

/** Where a list is fetched as a file. It holds codes and days only: an address stands in logs. */
export const exportAddress = (
  queue: ExchangeQueue,
  { filter, sort }: ListQuery,
  columns: readonly ListColumn[],
  format: ExportFormat,
): string => {
  const { queue: _queue, ...rest } = viewQuery({ queue, filter: { ...filter }, sort, columns });
  return `/api/v1/exports/exchanges?${new URLSearchParams({ queue, format, ...rest }).toString()}`;
};
