import { EXCHANGE_MATCHES, type ExchangeMatch } from '@soc-coop/contracts';
import { hasCyrillic, nameKey, searchKey } from '@soc-coop/domain';
import type { SearchTerm } from './search-terms';

/** What is known of a found exchange: texts as written, and the keys it was found by. */
export interface Findable {
  readonly number: string | null;
  readonly nationalFileNumber: string | null;
  /** Every form of the name as on the papers; empty in a draft, whose person is sealed. */
  readonly names: readonly string[];
  readonly typeWords: string;
  readonly plain: string;
  readonly personal: string;
}

/** Among the keys, which hold more than is shown: the person of a draft, a name at birth. */
const inKeys = ({ personal }: Findable, { exact, tolerant }: SearchTerm): boolean =>
  personal.includes(exact) || personal.includes(tolerant);

const nameReason = ({ names }: Findable, { exact, tolerant, typed }: SearchTerm): ExchangeMatch | null => {
  const exactly = names.find((name) => searchKey(name).includes(exact));
  const like = exactly ?? names.find((name) => nameKey(name).includes(tolerant));
  if (like === undefined) return null;
  if (hasCyrillic(like) !== hasCyrillic(typed)) return 'NAME_OTHER_SCRIPT';
  return exactly === undefined ? 'NAME_SPELLING' : 'NAME';
};

const holds = (text: string | null, { exact }: SearchTerm): boolean => searchKey(text ?? '').includes(exact);

const reasonsOf = (found: Findable, term: SearchTerm): readonly ExchangeMatch[] => {
  if (holds(found.number, term)) return ['NUMBER'];
  const name = nameReason(found, term);
  const file = holds(found.nationalFileNumber, term);
  if (name !== null || file)
    return [...(name === null ? [] : [name]), ...(file ? (['FILE_NUMBER'] as const) : [])];
  if (inKeys(found, term)) return ['NAME'];
  if (holds(found.typeWords, term)) return ['TYPE'];
  return found.plain.includes(term.exact) || found.plain.includes(term.tolerant) ? ['UNIT'] : [];
};

/** Says why an exchange was found, for every word that was looked for; each reason once, the surest first. */
export const explainMatch = (found: Findable, terms: readonly SearchTerm[]): ExchangeMatch[] => {
  const reasons = new Set(terms.flatMap((term) => reasonsOf(found, term)));
  return EXCHANGE_MATCHES.filter((reason) => reasons.has(reason));
};
