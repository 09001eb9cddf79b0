import { Injectable } from '@nestjs/common';
import { type Country, LIMITS } from '@soc-coop/contracts';
import { Database } from '../../../platform/database';
import type { CursorKey } from '../../../platform/paging';
import type { CalendarChangeRow, CalendarChangeSeen } from './calendar-day.row';

const COLUMNS = `c.id, c.country, c.revision, c.day_id as "dayId", c.action, c.before, c.after, c.act, c.reason,
  c.account_id as "accountId", c.unit_id as "unitId", c.at, r.moved, r.finished_at is not null as finished`;
const FROM = 'from calendar_change c join calendar_recalculation r on r.change_id = c.id';

/** Appends and reads what was done to the calendars; nothing here can change one. */
@Injectable()
export class CalendarChangeRepository {
  constructor(private readonly database: Database) {}

  /** Appends a change, raises the calendar's revision and notes that its deadlines wait to be counted anew. */
  async append(change: CalendarChangeRow): Promise<void> {
    await this.database.execute(
      `insert into working_calendar (country, revision) values ($1, $2)
       on conflict (country) do update set revision = excluded.revision`,
      [change.country, change.revision],
    );
    await this.database.execute(
      `insert into calendar_change (id, country, revision, day_id, action, before, after, act, reason,
         account_id, unit_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        change.id,
        change.country,
        change.revision,
        change.dayId,
        change.action,
        change.before && JSON.stringify(change.before),
        change.after && JSON.stringify(change.after),
        JSON.stringify(change.act),
        change.reason,
        change.accountId,
        change.unitId,
        change.at,
      ],
    );
    await this.database.execute(`insert into calendar_recalculation (change_id) values ($1)`, [change.id]);
  }

  /** One change, or null. */
  async find(id: string): Promise<CalendarChangeSeen | null> {
    return this.database.one<CalendarChangeSeen>(`select ${COLUMNS} ${FROM} where c.id = $1`, [id]);
  }

  /** True while the deadlines of the last change are still being counted anew. */
  async isRunning(country: Country): Promise<boolean> {
    const row = await this.database.one(
      `select 1 ${FROM} where c.country = $1 and r.finished_at is null limit 1`,
      [country],
    );
    return row !== null;
  }

  /** Up to `limit` changes of a calendar, the newest first, after a cursor. */
  async page(country: Country, after: CursorKey | null, limit: number): Promise<CalendarChangeSeen[]> {
    const cursor = after === null ? '' : 'and (c.at, c.id) < ($3::timestamptz, $4::uuid)';
    return this.database.query<CalendarChangeSeen>(
      `select ${COLUMNS} ${FROM} where c.country = $1 ${cursor} order by c.at desc, c.id desc limit $2`,
      [country, limit, ...(after ?? [])],
    );
  }

  /** How many changes a calendar has, counted to one past the cap. */
  async count(country: Country): Promise<number> {
    const row = await this.database.one<{ count: number }>(
      `select count(*)::int as count from (select 1 from calendar_change where country = $1
         limit ${LIMITS.countCap + 1}) capped`,
      [country],
    );
    return row?.count ?? 0;
  }
}
