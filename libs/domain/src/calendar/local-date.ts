import { isoDateOf, type IsoDate } from './iso-date';

/** Building a formatter is slow and there are two zones in practice: each is built once. */
const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const options = { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const made = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', options);
  formatters.set(timeZone, made);
  return made;
};

const MINUTE_MS = 60_000;
/** Since then every zone is a whole number of minutes away from UTC, so no day begins within a minute. */
const WHOLE_MINUTES_SINCE = Date.UTC(1973, 0, 1);

/** The last minute asked about in each zone: most callers ask for today, several times a request. */
const lastMinutes = new Map<string, { readonly minute: number; readonly day: IsoDate }>();

/**
 * The calendar day on the wall in a time zone at an instant: the same instant can be Monday in Bucharest and
 * still Sunday in UTC.
 * @param timeZone IANA name, such as `Europe/Bucharest`
 * @throws RangeError for an unknown zone or an invalid instant
 */
export const localDateIn = (timeZone: string, instant: Date): IsoDate => {
  const time = instant.getTime();
  if (!(time >= WHOLE_MINUTES_SINCE)) return computed(timeZone, instant);
  const minute = Math.floor(time / MINUTE_MS);
  const last = lastMinutes.get(timeZone);
  if (last?.minute === minute) return last.day;
  const day = computed(timeZone, instant);
  lastMinutes.set(timeZone, { minute, day });
  return day;
};

const computed = (timeZone: string, instant: Date): IsoDate => {
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  return isoDateOf(parts.get('year') ?? NaN, parts.get('month') ?? NaN, parts.get('day') ?? NaN);
};
