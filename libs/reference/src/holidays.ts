import type { Country, Trilingual } from '@soc-coop/contracts';

import data from '../data/holidays.json';
import { type DataMeta, oneOf, provenance, type Provenance, toCountry } from './shape';

/** Fixed: same date each year. Movable: follows Orthodox Easter. Substitute: moved off a weekend. One-off: declared once. */
export const HOLIDAY_KINDS = ['fixed', 'movable', 'substitute', 'oneOff'] as const;
export type HolidayKind = (typeof HOLIDAY_KINDS)[number];

/** One public holiday of one country. Two holidays can fall on the same day. */
export interface Holiday extends Provenance {
  readonly country: Country;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly key: string;
  readonly kind: HolidayKind;
  readonly names: Trilingual;
  /** The weekend day a substitute day stands for. */
  readonly inLieuOf: string | null;
  /** The act the day rests on, in the language of the country. */
  readonly act: string;
}

/** Later years follow today's law, which may change: they are open to correction. */
const LAST_CONFIRMED_YEAR = 2026;

const certainty = (date: string): string =>
  Number(date.slice(0, 4)) <= LAST_CONFIRMED_YEAR ? 'high' : 'medium';

const toHoliday = (raw: (typeof data.days)[number]): Holiday => ({
  country: toCountry(raw.country),
  date: raw.date,
  key: raw.key,
  kind: oneOf(HOLIDAY_KINDS, raw.kind),
  names: raw.names,
  inLieuOf: raw.inLieuOf ?? null,
  act: raw.act,
  ...provenance(raw.sources, certainty(raw.date)),
});

export const holidaysMeta: DataMeta = data.meta;

/** Every public holiday of both countries in the years the table covers, by country and date. */
export const holidays: readonly Holiday[] = data.days.map(toHoliday);

/** Orthodox Easter Sunday by year, as the table gives it. */
export const easterSundays: readonly { readonly year: number; readonly date: string }[] = data.easter;

/** Years the table covers for both countries; other years are unknown, not free of holidays. */
export const holidayYears: readonly number[] = data.easter.map(({ year }) => year);

/** The days off of a country, each once, ascending: what `makeWorkingCalendar` takes. */
export const holidayDates = (country: Country): readonly string[] =>
  [...new Set(holidays.filter((day) => day.country === country).map((day) => day.date))].sort();

/** The holidays of a country on a day: none, one, or two that coincide. */
export const holidaysOn = (country: Country, date: string): readonly Holiday[] =>
  holidays.filter((day) => day.country === country && day.date === date);
