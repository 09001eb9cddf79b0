import { Injectable } from '@nestjs/common';
import type { Country } from '@soc-coop/contracts';
import { Database, newId } from '../../../platform/database';

/** How far the deadlines of a change have been counted anew. */
export interface RecalculationState {
  readonly lastId: string | null;
  readonly finished: boolean;
}

/** A running term whose due day may move. */
export interface OpenTerm {
  readonly id: string;
  readonly dueOn: string;
  /** The instant of the move that set the due day, or stopped its clock. */
  readonly setAt: Date;
  readonly requestingUnitId: string;
  readonly requesterHandlerId: string | null;
  readonly replyingUnitId: string;
  readonly replierHandlerId: string | null;
}

/** A due day that moved. */
export interface MovedDue {
  readonly id: string;
  readonly dueBefore: string;
  readonly dueAfter: string;
}

/** Which terms a change can touch: due on its day or later, and counted before it. */
export interface TermRange {
  readonly country: Country;
  readonly fromDay: string;
  readonly revision: number;
}

/** Literal, as in the migration, so that the partial index serves. */
const RUNNING = `e.state in ('SENT', 'FORWARDED', 'ACCEPTED', 'REOPENED', 'CLARIFICATION')
  and e.due_on < date '9999-12-31'`;
/** Moves that set a due day, or stop its clock: from the last of them the working days left are counted. */
const SETS_TERM = `('SEND', 'FORWARD', 'ACCEPT', 'ASK_CLARIFICATION', 'ANSWER_CLARIFICATION', 'AGREE_DATE', 'AGREE_REOPENING')`;
/** A day both sides agreed on stays theirs until the case begins anew. */
const SETS_DAY = `('SEND', 'FORWARD', 'ACCEPT', 'AGREE_DATE', 'AGREE_REOPENING')`;

/** Reads and moves the due days a change of a calendar touches. */
@Injectable()
export class RecalculationRepository {
  constructor(private readonly database: Database) {}

  /** How far a change has come; locked, so that two workers take turns. */
  async state(changeId: string): Promise<RecalculationState | null> {
    return this.database.one<RecalculationState>(
      `select last_id as "lastId", finished_at is not null as finished from calendar_recalculation
       where change_id = $1 for update`,
      [changeId],
    );
  }

  /** The next open exchanges in range, locked: a move in the making is waited for, and then seen as it ended. */
  async lock(
    { country, fromDay, revision }: TermRange,
    lastId: string | null,
    limit: number,
  ): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select e.id from exchange e where ${RUNNING} and e.replying_country = $1 and e.due_on >= $2::date
         and e.due_revision < $3 and ($4::uuid is null or e.id > $4) order by e.id limit $5 for no key update`,
      [country, fromDay, revision, lastId, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** The same without locks, for a look ahead. */
  async ids(
    { country, fromDay, revision }: TermRange,
    lastId: string | null,
    limit: number,
  ): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select e.id from exchange e where ${RUNNING} and e.replying_country = $1 and e.due_on >= $2::date
         and e.due_revision < $3 and ($4::uuid is null or e.id > $4) order by e.id limit $5`,
      [country, fromDay, revision, lastId, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** The terms of exchanges, without those whose day both sides agreed on. */
  async terms(ids: readonly string[], { fromDay, revision }: TermRange): Promise<OpenTerm[]> {
    return this.database.query<OpenTerm>(
      `select e.id, e.due_on::text as "dueOn", base.at as "setAt", e.requesting_unit_id as "requestingUnitId",
         e.requester_handler_id as "requesterHandlerId", e.replying_unit_id as "replyingUnitId",
         e.replier_handler_id as "replierHandlerId"
       from exchange e
         cross join lateral (select at from exchange_move m where m.exchange_id = e.id
           and m.move in ${SETS_TERM} order by m.sequence desc limit 1) base
         cross join lateral (select move from exchange_move m where m.exchange_id = e.id
           and m.move in ${SETS_DAY} order by m.sequence desc limit 1) day
       where e.id = any($1::uuid[]) and ${RUNNING} and e.due_on >= $2::date and e.due_revision < $3
         and day.move <> 'AGREE_DATE'
       order by e.id`,
      [ids, fromDay, revision],
    );
  }

  /** Moves due days, and appends that they moved. */
  async move(changeId: string, moved: readonly MovedDue[], at: Date): Promise<void> {
    const rows = JSON.stringify(moved.map((due) => ({ ...due, factId: newId() })));
    await this.database.execute(
      `update exchange e set due_on = m."dueAfter", version = e.version + 1
       from jsonb_to_recordset($1::jsonb) as m(id uuid, "dueAfter" date) where e.id = m.id`,
      [rows],
    );
    await this.database.execute(
      `insert into exchange_deadline_change (id, exchange_id, change_id, due_before, due_after, at)
       select m."factId", m.id, $2, m."dueBefore", m."dueAfter", $3
       from jsonb_to_recordset($1::jsonb) as m(id uuid, "factId" uuid, "dueBefore" date, "dueAfter" date)`,
      [rows, changeId, at],
    );
  }

  /** Notes how far the change has come; `finishedAt` when nothing is left. */
  async progress(
    changeId: string,
    lastId: string | null,
    moved: number,
    finishedAt: Date | null,
  ): Promise<void> {
    await this.database.execute(
      `update calendar_recalculation set last_id = coalesce($2, last_id), moved = moved + $3, finished_at = $4
       where change_id = $1`,
      [changeId, lastId, moved, finishedAt],
    );
  }
}
