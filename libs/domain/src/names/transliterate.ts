/** Letters by the Bulgarian Transliteration Act of 2009, article 4 and its table. */
const LETTERS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sht',
  ъ: 'a',
  ь: 'y',
  ю: 'yu',
  я: 'ya',
  ѝ: 'i',
};

/** A word is a run of letters: a hyphen, a space, a digit or a full stop ends it. */
const WORD = /[\p{L}\p{M}]+/gu;

/** Article 6: the name of the state keeps its established form; longer words that contain it do not. */
const STATE = { cyrillic: 'българия', latin: 'bulgaria' };

/** Article 5: `ия` at the end of a word gives `ia`. */
const FINAL_YA = /(?<=и)я$/iu;
const isUpper = (text: string): boolean => text !== text.toLowerCase();

/** Two or more letters, all of them capitals: then a letter that gives several gives them all as capitals. */
const isAllCapitals = (word: string): boolean =>
  /.{2}/u.test(word) && word === word.toUpperCase() && isUpper(word);

const capitalised = (latin: string): string => latin.charAt(0).toUpperCase() + latin.slice(1);

const transliterateLetter = (letter: string, allCapitals: boolean): string => {
  const latin = LETTERS[letter.toLowerCase()];
  if (latin === undefined) return letter;
  if (!isUpper(letter)) return latin;
  return allCapitals ? latin.toUpperCase() : capitalised(latin);
};

const stateName = (word: string): string => {
  if (isAllCapitals(word)) return STATE.latin.toUpperCase();
  return isUpper(word.charAt(0)) ? capitalised(STATE.latin) : STATE.latin;
};

const transliterateWord = (word: string): string => {
  if (word.toLowerCase() === STATE.cyrillic) return stateName(word);
  const allCapitals = isAllCapitals(word);
  return word
    .replace(FINAL_YA, (ya) => (ya === 'Я' ? 'А' : 'а'))
    .replace(/./gu, (letter) => transliterateLetter(letter, allCapitals));
};

/**
 * Writes Bulgarian text in Latin letters by the Transliteration Act (State Gazette 19/2009). Everything that is not
 * a Bulgarian letter stays as it is. The result is a rendering: the way back is not a function, so the Cyrillic
 * original remains the record, and the spelling in a person's own document wins over this one.
 */
export const transliterateBulgarian = (text: string): string =>
  text.normalize('NFC').replace(WORD, transliterateWord);
