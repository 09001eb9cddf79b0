import type { Trilingual } from '@soc-coop/contracts';
import { searchWords } from '@soc-coop/domain';

/** The texts a unit is found by. */
export interface SearchableUnit {
  readonly code: string;
  readonly name: Trilingual;
  readonly shortName: Trilingual;
  /** Names of its territories and its seat, in any language. */
  readonly places: readonly string[];
}

/** The one key of a unit: every name and place in one script, each word once. */
export const unitSearchKey = ({ code, name, shortName, places }: SearchableUnit): string => {
  const texts = [code, ...Object.values(shortName), ...Object.values(name), ...places];
  return [...new Set(texts.flatMap(searchWords))].join(' ');
};
