import type { ErrorParams } from '@soc-coop/contracts';

/** Where the words for a coded error parameter live: parameter name to branch of the catalogue. */
const BRANCHES: Readonly<Record<string, string>> = {
  certificate: 'common.certificate',
  list: 'common.reasonList',
  missing: 'agreements.missing',
  move: 'common.move',
  roles: 'common.role',
  state: 'common.state',
  warnings: 'forms.warning',
};

/** What the wording of parameters needs from the reader's side; vue-i18n's `te`, `t` and locale fit. */
export interface Wording {
  readonly locale: string;
  readonly has: (key: string) => boolean;
  readonly text: (key: string) => string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A calendar day as the reader writes it; it has no zone, so it is read and written in the same one. */
const dayIn = (locale: string, value: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${value}T00:00:00Z`),
  );

const isPlain = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

/** Turns codes among an error's parameters into words of the reader's language, and lists into an enumeration. */
export const wordErrorParams = (params: ErrorParams, wording: Wording): Record<string, string | number> => {
  const word = (name: string, value: string | number): string | number => {
    if (name === 'date' && typeof value === 'string' && DAY.test(value)) return dayIn(wording.locale, value);
    const branch = BRANCHES[name];
    const key = `${branch ?? ''}.${value}`;
    return branch !== undefined && wording.has(key) ? wording.text(key) : value;
  };
  const list = new Intl.ListFormat(wording.locale, { type: 'conjunction' });
  const worded = Object.entries(params).flatMap(([name, value]): [string, string | number][] => {
    if (Array.isArray(value)) {
      return [[name, list.format(value.filter(isPlain).map((item) => String(word(name, item))))]];
    }
    return isPlain(value) ? [[name, word(name, value)]] : [];
  });
  return Object.fromEntries(worded);
};
