/** The three parts of a date as typed. */
export interface DateParts {
  day: string;
  month: string;
  year: string;
}

const EMPTY: DateParts = { day: '', month: '', year: '' };

/** Reads YYYY-MM-DD, and a whole date pasted as 24.11.2026, 24/11/2026 or 24-11-2026. */
export const splitDate = (text: string): DateParts => {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return { year: iso[1] ?? '', month: strip(iso[2]), day: strip(iso[3]) };
  const local = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  if (local) return { day: strip(local[1]), month: strip(local[2]), year: local[3] ?? '' };
  return { ...EMPTY };
};

const strip = (part: string | undefined): string => (part ?? '').replace(/^0/, '');

/** YYYY-MM-DD for a day that exists; '' for nothing typed; the typed parts joined otherwise, to be refused. */
export const joinDate = ({ day, month, year }: DateParts): string => {
  if (day === '' && month === '' && year === '') return '';
  const typed = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(typed) ? typed : `?${typed}`;
};

/** True for a day of the calendar written as YYYY-MM-DD. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T12:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};
