import type { Trilingual } from '@soc-coop/contracts';
import { PERSON_LISTS } from '@soc-coop/forms';

/** The name of a kind of number in the reader's language, from the same list the form uses. */
export const identifierLabel = (type: string, tr: (text: Trilingual) => string): string => {
  const entry = PERSON_LISTS.IDENTIFIER.find(({ code }) => code === type);
  return entry ? tr(entry.label) : type.toUpperCase();
};
