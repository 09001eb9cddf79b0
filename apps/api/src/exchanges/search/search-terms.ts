import { nameKey, searchKey } from '@soc-coop/domain';
import { DomainError } from '../../platform/errors';

/** One word of a search: as typed, as the exact keys hold it, and as the tolerant ones do. */
export interface SearchTerm {
  readonly typed: string;
  readonly exact: string;
  readonly tolerant: string;
}

/** Most words one search looks for, the number the database function knows. */
export const SEARCH_WORDS = 8;

const HAS_DIGIT = /\d/;
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/u;

/** Numbers stay whole (RO-CT-2026-000004), names come apart at hyphens; a word that is only signs stays as it is. */
const wordsOf = (token: string): readonly string[] => {
  if (HAS_DIGIT.test(token)) return [token];
  const words = token.split(BETWEEN_WORDS).filter((word) => word !== '');
  return words.length > 0 ? words : [token];
};

const termOf = (typed: string): SearchTerm => {
  // What has no key (a lone quotation mark) is looked for as it stands and not found: nothing typed is passed over.
  const exact = searchKey(typed) || typed.toLowerCase();
  return { typed, exact, tolerant: nameKey(typed) || exact };
};

/**
 * The words of a search, each of which must be found.
 * @throws DomainError request.invalid when there are more than the index is asked for at once.
 */
export const searchTerms = (query: string): readonly SearchTerm[] => {
  const tokens = query
    .normalize('NFC')
    .split(/\s+/)
    .filter((token) => token !== '');
  const terms = tokens.flatMap(wordsOf).map(termOf);
  if (terms.length > SEARCH_WORDS) throw new DomainError('request.invalid', { fields: ['query'] });
  return terms;
};

/** A pattern that finds a text anywhere; the signs that mean something to LIKE mean themselves. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
