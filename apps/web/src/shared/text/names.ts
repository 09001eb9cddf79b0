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
 * The name of a colleague: as it is written at home and, for readers of Latin letters, beside it in the letters the
 * Bulgarian transliteration act prescribes.
 */
export const staffName = (
  { givenName, familyName }: { readonly givenName: string; readonly familyName: string },
  reader: Locale,
): string => {
  const name = join(givenName, familyName);
  return reader === 'bg' || !hasCyrillic(name) ? name : `${name} (${transliterateBulgarian(name)})`;
};
