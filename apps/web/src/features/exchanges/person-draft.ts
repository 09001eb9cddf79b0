import { canonicalRomanian, hasCyrillic, localDateIn, transliterateBulgarian } from '@soc-coop/domain';
import { IDENTIFIER_COUNTRY, isJsonObject, valueAt, withValueAt, type JsonObject } from '@soc-coop/forms';

/** Today where the offices are, so that "in the future" means the same on both sides. */
export const today = (): string => localDateIn('Europe/Bucharest', new Date());

const LATIN_OF = { familyName: 'familyNameLatin', givenName: 'givenNameLatin' } as const;
const NAMES = ['familyName', 'givenName', 'patronymic', 'birthName', 'motherName', 'fatherName'] as const;

const text = (subject: JsonObject, path: string): string => {
  const value = valueAt(subject, path);
  return typeof value === 'string' ? value : '';
};

/** Proposes Latin letters for a Bulgarian name, unless the writer chose other ones. */
const withLatin = (before: JsonObject, after: JsonObject): JsonObject =>
  Object.entries(LATIN_OF).reduce((subject, [own, latin]) => {
    const name = text(subject, own);
    if (name === text(before, own)) return subject;
    const written = text(subject, latin);
    const wasProposed = written === '' || written === transliterateBulgarian(text(before, own));
    if (!wasProposed) return subject;
    return withValueAt(subject, latin, hasCyrillic(name) ? transliterateBulgarian(name) : undefined);
  }, after);

/** Old Romanian keyboards write ş and ţ with a cedilla; names are kept with the comma below. */
const withCommaBelow = (subject: JsonObject): JsonObject =>
  NAMES.reduce((kept, path) => {
    const name = text(kept, path);
    const canonical = canonicalRomanian(name);
    return canonical === name ? kept : withValueAt(kept, path, canonical);
  }, subject);

/** A Romanian or Bulgarian number names its country itself. */
const withCountries = (subject: JsonObject): JsonObject => {
  const rows = valueAt(subject, 'identifiers');
  if (!Array.isArray(rows)) return subject;
  const filled = rows.map((row) => {
    if (!isJsonObject(row)) return row;
    const country = Object.entries(IDENTIFIER_COUNTRY).find(([type]) => type === row['type'])?.[1];
    return country === undefined || row['country'] === country ? row : { ...row, country };
  });
  return withValueAt(subject, 'identifiers', filled);
};

/** What the form does by itself while a person is written down. */
export const completePerson = (before: JsonObject, after: JsonObject): JsonObject =>
  withCountries(withCommaBelow(withLatin(before, after)));

/** Latin fields show only for names in Cyrillic, the country of a number only where the kind does not say it. */
export const isPersonFieldHidden = (
  subject: JsonObject,
  path: string,
  doubted: ReadonlySet<string>,
): boolean => {
  if (path === 'familyNameLatin' || path === 'givenNameLatin') {
    return !hasCyrillic(text(subject, path.replace('Latin', '')));
  }
  const [, at, column] = /^identifiers\.(\d+)\.(country|confirmed)$/.exec(path) ?? [];
  if (at === undefined) return false;
  const row = valueAt(subject, `identifiers.${at}`);
  if (column === 'country') return isJsonObject(row) && String(row['type']) in IDENTIFIER_COUNTRY;
  return !doubted.has(`identifiers.${at}.value`);
};
