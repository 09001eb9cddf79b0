import { Injectable } from '@nestjs/common';
import type { PreparedStatement } from './prepared-read';
import {
  answersApart,
  answersOf,
  type KnownRead,
  type MarkedPlan,
  prepared,
  type ReadPlan,
  type ReadStatement,
} from './read-ahead';
import type { Answer } from './trip';
import { ambientTransaction, ask, letGo } from './unit-of-work';
import type { WriteStatement } from './write-batch';

/** A statement: its text, or with a name under which each connection plans it once and then only runs it. */
type Sql = string | PreparedStatement | ReadStatement;

/** The door of the repositories to the ambient transaction. */
@Injectable()
export class Database {
  /** Runs one SQL statement with parameters and gives its rows. */
  async query<Row>(sql: Sql, params: readonly unknown[] = []): Promise<Row[]> {
    const ahead =
      typeof sql === 'object' && 'instants' in sql ? ambientTransaction().ahead.take(sql, params) : null;
    const { rows } = ahead === null ? await this.run(sql, params) : { rows: [...ahead] };
    // Each query names the columns it asks for, and so its row.
    return rows as Row[];
  }

  /** The first row, or null. */
  async one<Row>(sql: Sql, params: readonly unknown[] = []): Promise<Row | null> {
    const [row] = await this.query<Row>(sql, params);
    return row ?? null;
  }

  /**
   * Asks everything a page will need in one statement. Whoever asks one of its selects afterwards, with the
   * parameters the plan foresaw, gets the rows without asking again; a plan that forgets something costs a statement
   * more and never another answer. False where the first select found nothing.
   */
  async readAhead<First extends object, Asker>(
    plan: ReadPlan<First, Asker>,
    params: readonly unknown[],
    asker: Asker,
  ): Promise<boolean> {
    const answer = await this.one<Record<string, readonly object[]>>(prepared(plan.text), params);
    const answers = answersOf(plan, answer ?? {}, asker);
    if (answers === null) return false;
    ambientTransaction().ahead.keep(answers);
    return true;
  }

  /**
   * The same for a plan whose last answer may be known: then the database is asked for the mark first, and for the
   * rows only where it is another. What was answered, for whoever keeps it; null where the first select found nothing.
   * In a transaction that has written nothing known counts: its own state may yet change without another mark.
   */
  async readMarked<First extends object, Asker>(
    plan: MarkedPlan<First, Asker>,
    params: readonly unknown[],
    asker: Asker,
    known: KnownRead | null,
  ): Promise<KnownRead | null> {
    const { ahead } = ambientTransaction();
    if (known !== null && known.mark !== null && !ahead.hasWritten) {
      const now = await this.one<{ mark: string | null }>(prepared(plan.markText), params);
      if (now?.mark === known.mark) {
        ahead.keep(known.answers);
        return known;
      }
    }
    const read = await this.one<{ mark: string | null }>(prepared(plan.text), params);
    const { mark, ...answer } = read ?? { mark: null };
    const answers = answersOf(plan, answer, asker);
    if (answers === null) return null;
    ahead.keep(answers);
    return { mark: ahead.hasWritten ? null : mark, answers };
  }

  /**
   * Asks a few selects with the same parameters ahead, each as a statement of its own and all in one trip: rows that need
   * not become JSON cost a third less. False where the first found nothing.
   */
  async readApart(statements: readonly ReadStatement[], params: readonly unknown[]): Promise<boolean> {
    const answers = await Promise.all(statements.map(async (statement) => this.run(statement, params)));
    // A statement names its columns: its rows are objects.
    const rows = answers.map((answer) => answer.rows as object[]);
    ambientTransaction().ahead.keep(answersApart(statements, params, rows));
    return rows[0]?.length !== 0;
  }

  /** Runs a statement that writes and says how many rows it touched. */
  async execute(sql: Sql, params: readonly unknown[] = []): Promise<number> {
    ambientTransaction().ahead.forget();
    const { rowCount } = await this.run(sql, params);
    return rowCount ?? 0;
  }

  /**
   * Sends a statement that writes, and does not wait: it travels with whatever comes next, at last with COMMIT. When
   * it fails, the unit of work fails. Only for statements whose outcome nobody has to look at.
   */
  send(sql: Sql, params: readonly unknown[] = []): void {
    ambientTransaction().ahead.forget();
    const sent = this.run(sql, params);
    ambientTransaction().sent.push(sent);
    // Whoever ends the transaction asks for it; until then a failure must not count as unhandled.
    void sent.catch(() => undefined);
  }

  /**
   * Lets a statement that writes leave together with others, as one: at last with COMMIT, at the latest before the
   * next statement that is asked. When it fails, the unit of work fails.
   */
  sendTogether(statement: WriteStatement, params: readonly unknown[]): void {
    const transaction = ambientTransaction();
    transaction.ahead.forget();
    if (transaction.writes.add(statement, params)) return;
    letGo(transaction);
    transaction.writes.add(statement, params);
  }

  private async run(sql: Sql, params: readonly unknown[]): Promise<Answer> {
    const transaction = ambientTransaction();
    letGo(transaction);
    const statement = typeof sql === 'string' ? { text: sql } : 'instants' in sql ? prepared(sql.text) : sql;
    return ask(transaction, statement, [...params]);
  }
}
