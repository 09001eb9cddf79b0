import { createHash } from 'node:crypto';
import type { PreparedStatement } from './prepared-read';

/** A select that can be asked ahead, together with others. */
export interface ReadStatement {
  readonly text: string;
  /** Its columns that hold instants: they travel as text within JSON and become dates again. */
  readonly instants: readonly string[];
}

/** One select of a plan, as it stands within the one statement and as it will be asked for. */
export interface PlannedRead<First, Asker> {
  readonly statement: ReadStatement;
  /** What stands for `$1`, `$2` … within the one statement: columns of its `with` clause. */
  readonly within: readonly string[];
  /** The parameters it will be asked with, once the row of the first select is known. */
  readonly asked: (first: First, asker: Asker) => readonly unknown[];
}

/** Several selects as one statement; the first gives the row the others hang on. */
export interface ReadPlan<First, Asker> {
  readonly text: string;
  readonly reads: readonly PlannedRead<First, Asker>[];
}

type Row = Record<string, unknown>;

/** A select as one JSON value: its rows in its own order, an empty list where there are none. */
export const rowsAsJson = (sql: string): string =>
  `(select coalesce(json_agg(r), '[]'::json) from (${sql}) r)`;

/** Makes dates of the texts JSON has for instants, in place: nobody else holds the rows. */
export const withInstants = <R extends object>(
  rows: readonly R[],
  names: readonly string[],
): readonly R[] => {
  for (const row of rows as readonly Row[])
    for (const name of names) if (typeof row[name] === 'string') row[name] = new Date(row[name]);
  return rows;
};

const names = new Map<string, string>();

/**
 * A statement that each connection plans once, named by its text. Only for texts there are a few dozen of: a
 * connection keeps every plan it has made.
 */
export const prepared = (text: string): PreparedStatement => {
  const name = names.get(text) ?? `soc-${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
  names.set(text, name);
  return { name, text };
};

const filled = ({ text }: ReadStatement, within: readonly string[]): string =>
  text.replace(/\$(\d+)/g, (place, number: string) => within[Number(number) - 1] ?? place);

/** Puts a plan together: each select becomes a JSON column of the one statement. */
export const makeReadPlan = <First, Asker>(
  withClause: string,
  reads: readonly PlannedRead<First, Asker>[],
): ReadPlan<First, Asker> => {
  const columns = reads.map(
    ({ statement, within }, at) => `${rowsAsJson(filled(statement, within))} as "${at}"`,
  );
  return { text: `${withClause} select ${columns.join(',\n  ')}`, reads };
};

const keyOf = ({ text }: ReadStatement, params: readonly unknown[]): string =>
  `${JSON.stringify(params)} ${text}`;

/** What has been read ahead in one transaction. Each answer is given once, and none after something was written. */
export class ReadAhead {
  private readonly answers = new Map<string, readonly object[]>();

  /** Keeps the answer of a plan under the parameters each select will be asked with; false where it found nothing. */
  keep<First extends object, Asker>(
    { reads }: ReadPlan<First, Asker>,
    answer: Readonly<Record<string, readonly object[]>>,
    asker: Asker,
  ): boolean {
    const rowsOf = (at: number): readonly object[] =>
      withInstants(answer[at] ?? [], reads[at]?.statement.instants ?? []);
    const [first] = rowsOf(0);
    if (first === undefined) return false;
    reads.forEach(({ statement, asked }, at) => {
      // The plan says what its first select gives.
      this.answers.set(keyOf(statement, asked(first as First, asker)), at === 0 ? [first] : rowsOf(at));
    });
    return true;
  }

  /** The rows of a select, where they are here. */
  take(statement: ReadStatement, params: readonly unknown[]): readonly object[] | null {
    if (this.answers.size === 0) return null;
    const key = keyOf(statement, params);
    const rows = this.answers.get(key) ?? null;
    this.answers.delete(key);
    return rows;
  }

  /** What was read before a write may not be so any more. */
  forget(): void {
    this.answers.clear();
  }
}
