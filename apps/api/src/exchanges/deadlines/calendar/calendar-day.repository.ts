import { Injectable } from '@nestjs/common';
import type { Country } from '@soc-coop/contracts';
import { Database, newId } from '../../../platform/database';
import { DomainError } from '../../../platform/errors';
import type { CalendarDayRow, CalendarEntry } from './calendar-day.row';

const COLUMNS = `id, country, day::text as day, working, origin, version,
  key not like 'manual-%' as published,
  jsonb_build_object('ro', name_ro, 'bg', name_bg, 'en', name_en) as name,
  jsonb_build_object('title', source_act, 'number', act_number, 'date', act_date, 'text', act_text) as act`;

/** The kinds of the rows administrators enter; the published data know more. */
const kindOf = ({ working }: CalendarEntry): string => (working ? 'workingDay' : 'oneOff');

const valuesOf = (entry: CalendarEntry): unknown[] => [
  entry.day,
  entry.working,
  kindOf(entry),
  entry.name.ro,
  entry.name.bg,
  entry.name.en,
  entry.act.title,
  entry.act.number,
  entry.act.date,
  entry.act.text,
];

/** Keeps the rows of the calendars. */
@Injectable()
export class CalendarDayRepository {
  constructor(private readonly database: Database) {}

  /** The rows of a year, by day. */
  async ofYear(country: Country, year: number): Promise<CalendarDayRow[]> {
    return this.database.query<CalendarDayRow>(
      `select ${COLUMNS} from working_calendar_day where country = $1 and removed_at is null
         and day between make_date($2, 1, 1) and make_date($2, 12, 31) order by day, key`,
      [country, year],
    );
  }

  /** One row that is in force, or null. */
  async find(id: string): Promise<CalendarDayRow | null> {
    return this.database.one<CalendarDayRow>(
      `select ${COLUMNS} from working_calendar_day where id = $1 and removed_at is null`,
      [id],
    );
  }

  /** True where another row says the same of the day already. */
  async isTaken(country: Country, { day, working }: CalendarEntry, but: string | null): Promise<boolean> {
    const row = await this.database.one(
      `select 1 from working_calendar_day where country = $1 and day = $2 and working = $3 and removed_at is null
         and id is distinct from $4 limit 1`,
      [country, day, working, but],
    );
    return row !== null;
  }

  /** Adds a row. */
  async add(country: Country, entry: CalendarEntry): Promise<string> {
    const id = newId();
    await this.database.execute(
      `insert into working_calendar_day (id, country, key, origin, day, working, kind, name_ro, name_bg, name_en,
         source_act, act_number, act_date, act_text)
       values ($1, $2, 'manual-' || $1::uuid, 'MANUAL', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [id, country, ...valuesOf(entry)],
    );
    return id;
  }

  /**
   * Changes a row that still has the version the caller saw; from here on it is the administrators' own.
   * A day that moves leaves its published row behind as removed, so that loading the data does not add it again.
   * @throws DomainError request.stale
   */
  async change(row: CalendarDayRow, version: number, entry: CalendarEntry, at: Date): Promise<string> {
    if (row.day !== entry.day && row.published) {
      await this.remove(row.id, version, at);
      return this.add(row.country, entry);
    }
    const touched = await this.database.execute(
      `update working_calendar_day set origin = 'MANUAL', version = version + 1, day = $3, working = $4, kind = $5,
         name_ro = $6, name_bg = $7, name_en = $8, source_act = $9, act_number = $10, act_date = $11, act_text = $12
       where id = $1 and version = $2 and removed_at is null`,
      [row.id, version, ...valuesOf(entry)],
    );
    if (touched !== 1) throw new DomainError('request.stale');
    return row.id;
  }

  /**
   * Takes a row out of force.
   * @throws DomainError request.stale
   */
  async remove(id: string, version: number, at: Date): Promise<void> {
    const touched = await this.database.execute(
      `update working_calendar_day set origin = 'MANUAL', version = version + 1, removed_at = $3
       where id = $1 and version = $2 and removed_at is null`,
      [id, version, at],
    );
    if (touched !== 1) throw new DomainError('request.stale');
  }
}
