import { createHash } from 'node:crypto';
import { DomainError } from '../errors';
import type { PreparedStatement } from './prepared-read';

/** A statement that writes and looks at nothing that others write beside it: several leave as one. */
export interface WriteStatement {
  readonly text: string;
  /** Where true, it must touch exactly one row, or the unit of work fails with request.stale. */
  readonly guarded: boolean;
}

/** A write that waits to leave. */
interface Waiting {
  readonly statement: WriteStatement;
  readonly values: readonly unknown[];
}

/** What soc_stale() raises, in a class of our own: a guarded update found no row in the version it was told. */
const STALE = 'SC001';

/** Says that a statement may leave together with others; `update` and `insert` without a look at other tables. */
export const together = (text: string): WriteStatement => ({ text, guarded: false });

/** The same for a guarded update; its text returns a row for each row it touches. */
export const guarded = (text: string): WriteStatement => ({ text: `${text} returning 1`, guarded: true });

/** Several texts as one, each with the places of its own parameters. */
const joined = (writes: readonly Waiting[]): string => {
  let before = 0;
  const parts = writes.map(({ statement, values }, at) => {
    const offset = before;
    before += values.length;
    return `w${at} as (${statement.text.replace(/\$(\d+)/g, (_, place: string) => `$${Number(place) + offset}`)})`;
  });
  const guards = writes.flatMap(({ statement }, at) =>
    statement.guarded ? [`case when (select count(*) from w${at}) <> 1 then soc_stale() end`] : [],
  );
  return `with ${parts.join(',\n  ')} select ${guards.length === 0 ? 'true' : guards.join(', ')}`;
};

/** The statements made of several are few: the same acts write the same things. */
const known = new Map<string, PreparedStatement>();

const statementOf = (writes: readonly Waiting[]): PreparedStatement => {
  const [first] = writes;
  const alone = writes.length === 1 && first !== undefined && !first.statement.guarded;
  const key = writes.map(({ statement }) => statement.text).join('\n');
  const made = known.get(key);
  if (made !== undefined) return made;
  const text = alone ? first.statement.text : joined(writes);
  const name = `soc-${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
  known.set(key, { name, text });
  return { name, text };
};

/** The error of a guarded update that came too late; every other one as it is. */
export const staleOr = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === STALE
    ? new DomainError('request.stale', {}, { cause: error })
    : error;

/**
 * Writes of one transaction that wait to leave together, as one statement with a common table expression for each.
 * None sees what another writes, which is why only those may wait that do not look; references between their rows
 * are checked at the end of the statement.
 */
export class WriteBatch {
  private waiting: Waiting[] = [];

  /** Lets a write wait; false where one like it waits already, for two of a kind may depend on each other. */
  add(statement: WriteStatement, values: readonly unknown[]): boolean {
    if (this.waiting.some((other) => other.statement.text === statement.text)) return false;
    this.waiting.push({ statement, values });
    return true;
  }

  /** Everything that waits as one statement, or null where nothing does; it waits no longer. */
  take(): { readonly statement: PreparedStatement; readonly values: unknown[] } | null {
    if (this.waiting.length === 0) return null;
    const writes = this.waiting;
    this.waiting = [];
    return { statement: statementOf(writes), values: writes.flatMap(({ values }) => values) };
  }
}
