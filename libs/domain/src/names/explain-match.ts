import { explainWord, NAME_MATCH_REASONS, type NameMatchReason } from './explain-word';

/**
 * How alike two names are. SAME: one name in two writings. LIKELY: another spelling or order, as clerks produce.
 * WEAK: perhaps a relative or a translated name. NONE: nothing to show.
 */
export const NAME_MATCH_STRENGTHS = ['SAME', 'LIKELY', 'WEAK', 'NONE'] as const;
export type NameMatchStrength = (typeof NAME_MATCH_STRENGTHS)[number];

/** A verdict a person can follow: coded reasons, worded in the reader's language elsewhere. */
export interface NameMatch {
  readonly strength: NameMatchStrength;
  /** What had to be overlooked, in the order of `NAME_MATCH_REASONS`; empty for identical or different names. */
  readonly reasons: readonly NameMatchReason[];
}

interface Pair {
  readonly left: number;
  readonly right: number;
  readonly reasons: readonly NameMatchReason[];
}

const WITHIN_SAME: readonly NameMatchReason[] = ['CASE', 'LOOK_ALIKE', 'TRANSLITERATION', 'DIACRITICS'];
const WITHIN_LIKELY: readonly NameMatchReason[] = [...WITHIN_SAME, 'SPELLING', 'WORD_ORDER', 'INITIAL'];

/** More words than any name has; the rest is not looked at, so the work stays bounded. */
const MOST_WORDS = 12;
const INITIAL = /^\p{L}{1,2}\.$/u;

const splitWords = (name: string): readonly string[] =>
  name
    .normalize('NFC')
    .split(/[\s,‐‑–—-]+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);

const withoutInitials = (words: readonly string[]): readonly string[] => {
  const full = words.filter((word) => !INITIAL.test(word));
  return full.length > 0 ? full : words;
};

const NONE: NameMatch = { strength: 'NONE', reasons: [] };

const weight = (reasons: readonly NameMatchReason[]): number =>
  Math.max(-1, ...reasons.map((reason) => NAME_MATCH_REASONS.indexOf(reason)));

/** Every pair of words that are alike, the surest first; of equal ones, those in the same place first. */
const allPairs = (left: readonly string[], right: readonly string[]): readonly Pair[] =>
  left
    .flatMap((a, i) =>
      right.map((b, j) => {
        const reasons = explainWord(a, b);
        return reasons === null ? null : { left: i, right: j, reasons };
      }),
    )
    .filter((pair) => pair !== null)
    .sort(
      (a, b) =>
        weight(a.reasons) - weight(b.reasons) || Math.abs(a.left - a.right) - Math.abs(b.left - b.right),
    );

/** Pairs each word at most once, the surest pairs first. */
const bestPairs = (left: readonly string[], right: readonly string[]): readonly Pair[] => {
  const chosen: Pair[] = [];
  for (const pair of allPairs(left, right)) {
    if (!chosen.some((other) => other.left === pair.left || other.right === pair.right)) chosen.push(pair);
  }
  return chosen.sort((a, b) => a.left - b.left);
};

const inOrder = (pairs: readonly Pair[]): boolean =>
  pairs.every((pair, at) => pair.right > (pairs[at - 1]?.right ?? -1));

const strengthOf = (reasons: readonly NameMatchReason[]): NameMatchStrength => {
  if (reasons.every((reason) => WITHIN_SAME.includes(reason))) return 'SAME';
  return reasons.every((reason) => WITHIN_LIKELY.includes(reason)) ? 'LIKELY' : 'WEAK';
};

/**
 * Explains why two names, of one or several words in either script, may be the same person's: which differences had
 * to be overlooked. All words of the shorter name must find a partner in the longer one.
 */
export const explainNameMatch = (a: string, b: string): NameMatch => {
  const [allLeft, allRight] = [splitWords(a), splitWords(b)];
  const [left, right] = [withoutInitials(allLeft), withoutInitials(allRight)];
  const pairs = bestPairs(left, right);
  const shorter = Math.min(left.length, right.length);
  if (shorter === 0 || pairs.length < shorter) return NONE;

  const found = new Set(pairs.flatMap((pair) => pair.reasons));
  if (!inOrder(pairs)) found.add('WORD_ORDER');
  if (left.length !== right.length) found.add('MORE_WORDS');
  if (allLeft.length - left.length !== allRight.length - right.length) found.add('INITIAL');
  const reasons = NAME_MATCH_REASONS.filter((reason) => found.has(reason));
  return { strength: strengthOf(reasons), reasons };
};
