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

/** A plan whose answer can be known again: the statement says the mark of the state it reads, and can say it alone. */
export interface MarkedPlan<First, Asker> extends ReadPlan<First, Asker> {
  /** Asks for the mark and nothing else. */
  readonly markText: string;
}

/** What a marked plan is made of: the same mark, once beside everything that is read and once alone. */
interface MarkedParts<First, Asker> {
  readonly withClause: string;
  readonly reads: readonly PlannedRead<First, Asker>[];
  /** One text that is another where anything of what is read is another; null where it must not be known again. */
  readonly mark: string;
  /** What the mark needs of the `with` clause. */
  readonly markWith: string;
}

/** Puts a marked plan together. */
export const makeMarkedPlan = <First, Asker>({
  withClause,
  reads,
  mark,
  markWith,
}: MarkedParts<First, Asker>): MarkedPlan<First, Asker> => ({
  text: `${makeReadPlan(withClause, reads).text},\n  ${mark} as mark`,
  reads,
  markText: `${markWith} select ${mark} as mark`,
});

/** The rows of one select, under the parameters it is asked with. */
interface Answer {
  readonly params: string;
  readonly rows: readonly object[];
}

/** What a plan was answered, by the texts of its selects. */
type Answers = ReadonlyMap<string, readonly Answer[]>;

/** The answers of a marked plan, and the mark of the state they were read in. */
export interface KnownRead {
  readonly mark: string | null;
  readonly answers: Answers;
}

/** What a plan was answered, under the parameters each select will be asked with; null where it found nothing. */
export const answersOf = <First extends object, Asker>(
  { reads }: ReadPlan<First, Asker>,
  answer: Readonly<Record<string, readonly object[]>>,
  asker: Asker,
): Answers | null => {
  const rowsOf = (at: number): readonly object[] =>
    withInstants(answer[at] ?? [], reads[at]?.statement.instants ?? []);
  const [first] = rowsOf(0);
  if (first === undefined) return null;
  const answers = new Map<string, readonly Answer[]>();
  reads.forEach(({ statement: { text }, asked }, at) => {
    // The plan says what its first select gives.
    const params = JSON.stringify(asked(first as First, asker));
    answers.set(text, [...(answers.get(text) ?? []), { params, rows: at === 0 ? [first] : rowsOf(at) }]);
  });
  return answers;
};

/** The same for selects that were asked one by one with the same parameters. */
export const answersApart = (
  statements: readonly ReadStatement[],
  params: readonly unknown[],
  rows: readonly (readonly object[])[],
): Answers =>
  new Map(
    statements.map(({ text }, at) => [text, [{ params: JSON.stringify(params), rows: rows[at] ?? [] }]]),
  );

/** Both, the newer before the older. */
const merged = (older: Answers, newer: Answers): Answers => {
  const all = new Map(older);
  for (const [text, told] of newer) all.set(text, [...told, ...(older.get(text) ?? [])]);
  return all;
};

/** What has been read ahead in one transaction. Each answer is given once, and none after something was written. */
export class ReadAhead {
  private answers: Answers | null = null;
  private readonly given = new Set<Answer>();
  private written = false;

  /** Keeps what a plan was answered, beside what others were. */
  keep(answers: Answers): void {
    this.answers = this.answers === null ? answers : merged(this.answers, answers);
  }

  /** The rows of a select, where they are here. */
  take({ text }: ReadStatement, params: readonly unknown[]): readonly object[] | null {
    const told = this.answers?.get(text);
    if (told === undefined) return null;
    const wanted = JSON.stringify(params);
    const answer = told.find((one) => one.params === wanted);
    if (answer === undefined || this.given.has(answer)) return null;
    this.given.add(answer);
    return answer.rows;
  }

  /** What was read before a write may not be so any more. */
  forget(): void {
    this.answers = null;
    this.written = true;
  }

  /** True where this transaction has written: what was known before it began is not asked about. */
  get hasWritten(): boolean {
    return this.written;
  }
}
