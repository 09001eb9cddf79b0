import { Injectable } from '@nestjs/common';
import type { Country } from '@soc-coop/contracts';
import { Database } from '../../platform/database';

/** One lock per country: whoever counts a day to store shares it, whoever changes the calendar has it alone. */
const LOCK = `hashtext('working calendar ' || $1)`;

/** The days that make a calendar differ from Monday to Friday. */
export interface CalendarDays {
  readonly off: readonly string[];
  /** Weekend days worked in exchange for another day. */
  readonly worked: readonly string[];
}

/** The calendars of both countries, from the editable table with its source acts. */
@Injectable()
export class CalendarRepository {
  constructor(private readonly database: Database) {}

  /** Every special day of a country the table knows. */
  async days(country: Country): Promise<CalendarDays> {
    const rows = await this.database.query<{ day: string; working: boolean }>(
      `select day::text as day, working from working_calendar_day
       where country = $1 and removed_at is null order by day`,
      [country],
    );
    return {
      off: rows.filter(({ working }) => !working).map(({ day }) => day),
      worked: rows.filter(({ working }) => working).map(({ day }) => day),
    };
  }

  /**
   * The same for a deadline about to be stored: waits for a change that is being made, and makes the next change
   * wait until the deadline is stored.
   */
  async daysToCountBy(country: Country): Promise<CalendarDays> {
    await this.database.query(`select pg_advisory_xact_lock_shared(${LOCK})`, [country]);
    return this.days(country);
  }

  /** Has the calendar alone until the transaction ends; gives its revision. */
  async lock(country: Country): Promise<number> {
    await this.database.query(`select pg_advisory_xact_lock(${LOCK})`, [country]);
    const row = await this.database.one<{ revision: number }>(
      `select revision from working_calendar where country = $1`,
      [country],
    );
    return row?.revision ?? 0;
  }
}
