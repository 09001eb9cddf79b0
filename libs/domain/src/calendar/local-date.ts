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

/**
 * The calendar day on the wall in a time zone at an instant: the same instant can be Monday in Bucharest and
 * still Sunday in UTC.
 * @param timeZone IANA name, such as `Europe/Bucharest`
 * @throws RangeError for an unknown zone or an invalid instant
 */
export const localDateIn = (timeZone: string, instant: Date): IsoDate => {
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  return isoDateOf(parts.get('year') ?? NaN, parts.get('month') ?? NaN, parts.get('day') ?? NaN);
};
