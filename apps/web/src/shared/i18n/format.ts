import type { Locale } from '@soc-coop/contracts';

/** Both states keep Eastern European Time; instants are shown in it wherever the reader sits. */
const ZONE = 'Europe/Bucharest';

const TAGS: Readonly<Record<Locale, string>> = { ro: 'ro-RO', bg: 'bg-BG', en: 'en-GB' };

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (locale: Locale, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${locale}:${name}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(TAGS[locale], options);
  formats.set(key, made);
  return made;
};

/** A calendar day has no zone: it is read and written at UTC noon. */
const day = (date: string): Date => new Date(`${date.slice(0, 10)}T12:00:00Z`);

/** 24.11.2026, the same order in all three languages; for tables. */
export const shortDate = (locale: Locale, date: string): string => {
  const parts = formatOf(locale, 'short', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  })
    .formatToParts(day(date))
    .filter(({ type }) => type === 'day' || type === 'month' || type === 'year');
  return parts.map(({ value }) => value).join('.');
};

/** "marți, 24 noiembrie 2026"; for sentences. */
export const longDate = (locale: Locale, date: string): string =>
  formatOf(locale, 'long', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(day(date));

/** "24 noiembrie 2026"; for sentences that need no weekday. */
export const plainDate = (locale: Locale, date: string): string =>
  formatOf(locale, 'plain', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    day(date),
  );

/** "noiembrie 2019", from YYYY-MM; for sentences. */
export const monthOf = (locale: Locale, month: string): string =>
  formatOf(locale, 'month', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    day(`${month.slice(0, 7)}-15`),
  );

/** "1.234,5": a number as the reader writes it. */
export const numberOf = (locale: Locale, value: number): string =>
  new Intl.NumberFormat(TAGS[locale]).format(value);

/** "12–13 martie 2027"; one day when both ends are equal. */
export const dateRange = (locale: Locale, from: string, to: string): string =>
  formatOf(locale, 'plain', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).formatRange(
    day(from),
    day(to),
  );

/** "14:02". */
export const clockTime = (locale: Locale, instant: string): string =>
  formatOf(locale, 'time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: ZONE }).format(
    new Date(instant),
  );

/** The day of an instant where the offices are, as YYYY-MM-DD. */
export const dayOf = (instant: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(new Date(instant));

/** "24.11.2026, 14:02". */
export const dateTime = (locale: Locale, instant: string): string =>
  `${shortDate(locale, dayOf(instant))}, ${clockTime(locale, instant)}`;

/** "1.234,50", from a decimal in plain figures; the cents always stand, and no amount passes through a float. */
export const decimalAmount = (locale: Locale, amount: string): string =>
  isDecimal(amount)
    ? new Intl.NumberFormat(TAGS[locale], { minimumFractionDigits: 2 }).format(amount)
    : amount;

const isDecimal = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text);

/** "română și bulgară": an enumeration in words. */
export const wordList = (locale: Locale, words: readonly string[]): string =>
  new Intl.ListFormat(TAGS[locale], { type: 'conjunction' }).format(words);

/** The language a passage of unknown origin is most likely written in, for its `lang` attribute. */
export const languageOf = (text: string): 'bg' | 'ro' => (/[\u0400-\u04FF]/.test(text) ? 'bg' : 'ro');

/** The same for prose that may also be English: Romanian shows itself by its letters and its little words. */
export const proseLanguage = (text: string): Locale => {
  if (/[\u0400-\u04FF]/.test(text)) return 'bg';
  return /[ăâîșț]|\b(?:și|din|privind|nr)\b/i.test(text) ? 'ro' : 'en';
};
