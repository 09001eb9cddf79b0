import { LIMITS } from '@soc-coop/contracts';
import { DomainError } from '../errors';

/** The sort key of the last row of a page: strings only, in the order of the list's `order by`. */
export type CursorKey = readonly string[];

/** An opaque cursor. It only says where a page ended; rights are asked again for every page. */
const encodeCursor = (key: CursorKey): string =>
  Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');

const isKey = (value: unknown, parts: number): value is string[] =>
  Array.isArray(value) && value.length === parts && value.every((part) => typeof part === 'string');

/**
 * Reads a cursor of a list whose sort key has the given number of parts.
 * @throws DomainError request.cursorInvalid for anything this product did not write.
 */
export const decodeCursor = (cursor: string, parts: number): CursorKey => {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (isKey(value, parts)) return value;
  } catch {
    // Falls through to the one coded error: the caller needs no parser message.
  }
  throw new DomainError('request.cursorInvalid');
};

/** What a caller asks of a list. */
export interface PageRequest {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/**
 * The number of rows of a page, within 1 and 100.
 * @throws DomainError request.invalid when outside.
 */
export const pageSize = ({ first }: PageRequest): number => {
  const size = first ?? LIMITS.defaultPageSize;
  if (!Number.isInteger(size) || size < 1 || size > LIMITS.pageSize)
    throw new DomainError('request.invalid', { fields: ['first'] });
  return size;
};

/** A count that stops at the cap and says so: exact counts grow with the table, this one does not. */
export interface Capped {
  readonly value: number;
  readonly capped: boolean;
}

/** Turns the count of `select … limit cap + 1` into a capped count. */
export const cappedCount = (counted: number): Capped => ({
  value: Math.min(counted, LIMITS.countCap),
  capped: counted > LIMITS.countCap,
});

/** One page of a keyset-paged list. */
export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly hasNextPage: boolean;
  readonly total: Capped;
}

/**
 * Cuts a page out of `size + 1` rows: the extra row only tells that there is more.
 * @param keyOf the sort key of a row, in the order of the query's `order by`.
 */
export const cutPage = <Row, Node>(
  rows: readonly Row[],
  size: number,
  total: Capped,
  keyOf: (row: Row) => CursorKey,
  toNode: (row: Row) => Node,
): Page<Node> => ({
  edges: rows.slice(0, size).map((row) => ({ cursor: encodeCursor(keyOf(row)), node: toNode(row) })),
  hasNextPage: rows.length > size,
  total,
});

/** The same page with its nodes translated. */
export const mapPage = <A, B>(page: Page<A>, toNode: (node: A, at: number) => B): Page<B> => ({
  ...page,
  edges: page.edges.map(({ cursor, node }, at) => ({ cursor, node: toNode(node, at) })),
});
