import { type ExchangeQueue, type ExchangeSort, DEFAULT_SORT } from '@soc-coop/contracts';
import { isUuid } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import type { CursorKey } from '../../platform/paging';
import type { ExchangeListRow } from './exchange.row';

/** One way a list can go: what it goes by, which way, and the key of a row in its cursor. */
export interface ListSort {
  /** The expression, as literal as the index wants it. */
  readonly key: (alias: string) => string;
  readonly descending: boolean;
  readonly type: 'date' | 'timestamptz' | 'text';
  readonly keyOf: (row: ExchangeListRow) => string;
  readonly reads: (key: string) => boolean;
}

const isDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};
const isInstant = (text: string): boolean => {
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString() === text;
};

const opened = {
  key: (alias: string) => `${alias}.created_at`,
  type: 'timestamptz',
  reads: isInstant,
} as const;
const openedAt = ({ createdAt }: ExchangeListRow): string => createdAt.toISOString();

/** Each queue walks an index in its own way; ALL, the one list that grows for years, in every way. */
export const LIST_SORTS: Readonly<Record<ExchangeSort, ListSort>> = {
  DUE: {
    key: (alias) => `${alias}.due_on`,
    descending: false,
    type: 'date',
    keyOf: ({ dueOn }) => dueOn,
    reads: (key) => /^\d{4}-\d{2}-\d{2}$/.test(key) && isDay(key),
  },
  NEWEST: { ...opened, descending: true, keyOf: openedAt },
  OLDEST: { ...opened, descending: false, keyOf: openedAt },
  NUMBER: {
    // What has no number yet has a place all the same: a row comparison with null would lose it.
    key: (alias) => `coalesce(${alias}.number, '')`,
    descending: false,
    type: 'text',
    keyOf: ({ number }) => number ?? '',
    reads: (key) => /^[A-Z0-9-]{0,40}$/.test(key),
  },
};

/** How a list goes: as asked, or in the queue's own way. */
export const sortOf = (queue: ExchangeQueue, asked: ExchangeSort | null | undefined): ExchangeSort =>
  asked ?? DEFAULT_SORT[queue];

/** The cursor of a row. */
export const cursorOf = (sort: ExchangeSort, row: ExchangeListRow): CursorKey => [
  LIST_SORTS[sort].keyOf(row),
  row.id,
];

/**
 * A cursor of a list that goes this way.
 * @throws DomainError request.cursorInvalid for one of another way.
 */
export const cursorFor = (sort: ExchangeSort, key: CursorKey): CursorKey => {
  const [value = '', id = ''] = key;
  if (!LIST_SORTS[sort].reads(value) || !isUuid(id)) throw new DomainError('request.cursorInvalid');
  return key;
};
