import { Injectable } from '@nestjs/common';
import type { Country } from '@soc-coop/contracts';
import { Database } from '../../platform/database';

/** The days off of both countries, from the editable table with its source acts. */
@Injectable()
export class CalendarRepository {
  constructor(private readonly database: Database) {}

  /** Every day off of a country the table knows. */
  async daysOff(country: Country): Promise<string[]> {
    const rows = await this.database.query<{ day: string }>(
      `select day::text as day from working_calendar_day where country = $1 order by day`,
      [country],
    );
    return rows.map(({ day }) => day);
  }
}
