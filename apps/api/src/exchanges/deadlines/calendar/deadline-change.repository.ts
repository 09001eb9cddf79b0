import { Injectable } from '@nestjs/common';
import { Database, prepared, type ReadStatement } from '../../../platform/database';
import type { CalendarAct, CalendarEntry } from './calendar-day.row';

/** A due day that moved with its calendar, as the course of the case shows it. */
export interface DeadlineChangeRow {
  readonly exchangeId: string;
  readonly id: string;
  readonly at: Date;
  readonly from: string;
  readonly to: string;
  readonly entry: CalendarEntry;
  readonly act: CalendarAct;
}

const SELECT = `select d.exchange_id as "exchangeId", d.id, d.at, d.due_before::text as "from", d.due_after::text as "to",
    coalesce(c.after, c.before) as entry, c.act
  from exchange_deadline_change d join calendar_change c on c.id = d.change_id`;

/** The moved due days of an exchange ($1), oldest first. */
export const DEADLINE_CHANGES_OF: ReadStatement = {
  text: `${SELECT} where d.exchange_id = $1 order by d.at, d.id`,
  instants: ['at'],
};

/** Reads what calendars moved. */
@Injectable()
export class DeadlineChangeRepository {
  constructor(private readonly database: Database) {}

  /** The moved due days of exchanges within reach, oldest first. */
  async of(exchangeIds: readonly string[]): Promise<DeadlineChangeRow[]> {
    return this.database.query<DeadlineChangeRow>(
      prepared(`${SELECT} where d.exchange_id = any($1::uuid[]) order by d.at, d.id`),
      [exchangeIds],
    );
  }

  /** The moved due days of one exchange within reach, oldest first. */
  async ofExchange(exchangeId: string): Promise<DeadlineChangeRow[]> {
    return this.database.query<DeadlineChangeRow>(DEADLINE_CHANGES_OF, [exchangeId]);
  }
}
