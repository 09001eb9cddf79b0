import type { CalendarAction, CalendarOrigin, Country, Trilingual } from '@soc-coop/contracts';

/** The act a day rests on; days of the published data have its title alone. */
export interface CalendarAct {
  readonly title: string;
  readonly number: string | null;
  readonly date: string | null;
  readonly text: string | null;
}

/** What is said about a day; this part is kept in the history as it was. */
export interface CalendarEntry {
  readonly day: string;
  /** True for a weekend day that is worked in exchange for another one. */
  readonly working: boolean;
  readonly name: Trilingual;
  readonly act: CalendarAct;
}

/** A row of a calendar. */
export interface CalendarDayRow extends CalendarEntry {
  readonly id: string;
  readonly country: Country;
  readonly origin: CalendarOrigin;
  /** True for a row of the published data, whoever keeps it now: loading them again finds it by its day. */
  readonly published: boolean;
  readonly version: number;
}

/** What was done to a calendar, by whom and why; never changed. */
export interface CalendarChangeRow {
  readonly id: string;
  readonly country: Country;
  readonly revision: number;
  readonly dayId: string;
  readonly action: CalendarAction;
  readonly before: CalendarEntry | null;
  readonly after: CalendarEntry | null;
  /** The act the change itself rests on. */
  readonly act: CalendarAct;
  readonly reason: string | null;
  readonly accountId: string;
  readonly unitId: string;
  readonly at: Date;
}

/** A change with what became of the deadlines it touched. */
export interface CalendarChangeSeen extends CalendarChangeRow {
  readonly moved: number;
  readonly finished: boolean;
}
