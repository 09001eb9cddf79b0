/** Pairs of a Latin and a Cyrillic letter that look the same, in both cases. */
const LOOK_ALIKES = [
  ['A', 'А'],
  ['B', 'В'],
  ['C', 'С'],
  ['E', 'Е'],
  ['H', 'Н'],
  ['K', 'К'],
  ['M', 'М'],
  ['O', 'О'],
  ['P', 'Р'],
  ['T', 'Т'],
  ['X', 'Х'],
  ['Y', 'У'],
  ['a', 'а'],
  ['c', 'с'],
  ['e', 'е'],
  ['o', 'о'],
  ['p', 'р'],
  ['x', 'х'],
  ['y', 'у'],
] as const;

const TO_CYRILLIC = new Map<string, string>(LOOK_ALIKES);
const TO_LATIN = new Map<string, string>(LOOK_ALIKES.map(([latin, cyrillic]) => [cyrillic, latin]));

const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const WORD = /[\p{L}\p{M}]+/gu;

/** Tells whether a text contains Cyrillic letters. */
export const hasCyrillic = (text: string): boolean => CYRILLIC.test(text);

const isMixed = (word: string): boolean => LATIN.test(word) && CYRILLIC.test(word);

/** Tells whether some word mixes Latin and Cyrillic letters: a slip of the keyboard, or a disguise. */
export const hasMixedScriptWord = (text: string): boolean => (text.match(WORD) ?? []).some(isMixed);

const replaced = (word: string, by: ReadonlyMap<string, string>): string =>
  word.replace(/./gu, (letter) => by.get(letter) ?? letter);

const unmixWord = (word: string): string => {
  if (!isMixed(word)) return word;
  const cyrillic = replaced(word, TO_CYRILLIC);
  if (!LATIN.test(cyrillic)) return cyrillic;
  const latin = replaced(word, TO_LATIN);
  return CYRILLIC.test(latin) ? word : latin;
};

/**
 * Puts look-alike letters of a mixed word into the script of the rest (`Cофия` typed with a Latin C), for
 * comparison only. A word that fits neither script stays as it is.
 */
export const unmixScripts = (text: string): string => text.replace(WORD, unmixWord);
