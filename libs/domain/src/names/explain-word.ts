import { differsInGenderOnly, isSameNameTranslated } from './equivalents';
import { nameKey } from './name-key';
import { hasCyrillic, unmixScripts } from './scripts';
import { searchKey } from './search-key';
import { transliterateBulgarian } from './transliterate';

/** Why two names are taken for alike, from the surest to the weakest. */
export const NAME_MATCH_REASONS = [
  /** Only capital and small letters differ. */
  'CASE',
  /** A letter of the other alphabet that looks the same was typed inside a word. */
  'LOOK_ALIKE',
  /** One is the other written in Latin letters by the Bulgarian Transliteration Act. */
  'TRANSLITERATION',
  /** Only marks on letters differ: ș, ş or s. */
  'DIACRITICS',
  /** Spelled by another habit: Romanian or French spelling of a Bulgarian name, doubled letters. */
  'SPELLING',
  /** The same words in another order. */
  'WORD_ORDER',
  /** An initial stands on one side and was left aside. */
  'INITIAL',
  /** One side has more words: a patronymic, a second given name. */
  'MORE_WORDS',
  /** Only the ending for men or women differs: a relative rather than the person. */
  'GENDER_ENDING',
  /** One given name in two languages: legally another name. */
  'TRANSLATED_NAME',
] as const;
export type NameMatchReason = (typeof NAME_MATCH_REASONS)[number];

/** Reasons two words differ by, all of which had to be overlooked; `null` when they are different words. */
export type WordMatch = readonly NameMatchReason[] | null;

/** What differs between two words whose search keys agree. */
const reasonsWithinKey = (a: string, b: string): readonly NameMatchReason[] => {
  let [left, right] = [unmixScripts(a), unmixScripts(b)];
  const reasons: NameMatchReason[] = left === a && right === b ? [] : ['LOOK_ALIKE'];
  if (hasCyrillic(left) !== hasCyrillic(right)) {
    reasons.push('TRANSLITERATION');
    [left, right] = [transliterateBulgarian(left), transliterateBulgarian(right)];
  }
  if (left.toLowerCase() !== right.toLowerCase()) reasons.push('DIACRITICS');
  else if (left !== right) reasons.push('CASE');
  return reasons;
};

const scriptReason = (a: string, b: string): readonly NameMatchReason[] =>
  hasCyrillic(a) === hasCyrillic(b) ? [] : ['TRANSLITERATION'];

/** Says by which reasons two single words are alike, surest explanation first. */
export const explainWord = (a: string, b: string): WordMatch => {
  if (a === b) return [];
  if (searchKey(a) === searchKey(b)) return reasonsWithinKey(a, b);
  if (nameKey(a) === nameKey(b)) return [...scriptReason(a, b), 'SPELLING'];
  if (differsInGenderOnly(a, b)) return [...scriptReason(a, b), 'GENDER_ENDING'];
  if (isSameNameTranslated(a, b)) return ['TRANSLATED_NAME'];
  return null;
};
