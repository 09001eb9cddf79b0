import type { Locale } from '@soc-coop/contracts';
import { hasCyrillic, transliterateBulgarian } from '@soc-coop/domain';

/** A person's name as stored: own script, and Latin letters where known. */
export interface NameParts {
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic?: string | null;
  readonly familyNameLatin?: string;
  readonly givenNameLatin?: string;
}

const join = (...parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(' ');

/** Given name first, as both countries speak; the patronymic where there is one. */
export const fullName = (name: NameParts): string => join(name.givenName, name.patronymic, name.familyName);

/** The name in Latin letters, or null when it already is. */
export const latinName = (name: NameParts): string | null => {
  const latin = join(name.givenNameLatin, name.familyNameLatin);
  return latin === '' || latin === join(name.givenName, name.familyName) ? null : latin;
};

/**
 * A name as it is written at home and, for readers of Latin letters, beside it in the letters the Bulgarian
 * transliteration act prescribes; null where there is nothing to add.
 */
export const otherScript = (name: string, reader: Locale): string | null =>
  reader === 'bg' || !hasCyrillic(name) ? null : transliterateBulgarian(name);

/** The name of a colleague, in both scripts where the reader may need the other. */
export const staffName = (
  { givenName, familyName }: { readonly givenName: string; readonly familyName: string },
  reader: Locale,
): string => {
  const name = join(givenName, familyName);
  const other = otherScript(name, reader);
  return other === null ? name : `${name} (${other})`;
};

/** A word as it begins a choice of its own; within a sentence it stays small. */
export const capital = (word: string, reader: Locale): string =>
  word.charAt(0).toLocaleUpperCase(reader) + word.slice(1);
