import { unmixScripts } from './scripts';
import { transliterateBulgarian } from './transliterate';

/** Letters that do not come apart into a base letter and a mark. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ы: 'y',
  э: 'e',
};

const MARKS = /\p{M}/gu;
const QUOTES = /["„“”«»]/g;
const DASHES = /[‐‑‒–—−]/g;
const INVISIBLE = /\p{Cf}/gu;

/**
 * The key under which a text is found in either script: two texts with the same key are the same text written by
 * another script, another keyboard or other habits of capitals and marks.
 *
 * 1. letters of the wrong script inside a word go to the right one;
 * 2. Cyrillic becomes Latin by the Transliteration Act;
 * 3. small letters, and no marks: ă â → a, î → i, ș ş → s, ț ţ → t, Turkish ç ğ ı ö ü → c g i o u;
 * 4. quotation marks and invisible characters go, every dash is a hyphen, every run of spaces one space.
 *
 * So Търново, Târnovo and TARNOVO meet. Spellings that differ in letters (Gheorghiev for Георгиев, Țvetan for
 * Цветан) do not: they meet under `nameKey`, which is wider and only good for suggestions.
 */
export const searchKey = (text: string): string =>
  transliterateBulgarian(unmixScripts(text.normalize('NFC').replace(INVISIBLE, '')))
    .toLowerCase()
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/[ıłđøßæœыэ]/g, (letter) => WHOLE_LETTERS[letter] ?? letter)
    .replace(QUOTES, '')
    .replace(DASHES, '-')
    .replace(/\s+/g, ' ')
    .trim();

/** The words of a search key, for finders that look for each word wherever it stands. */
export const searchWords = (text: string): readonly string[] =>
  searchKey(text).match(/[\p{L}\p{N}]+/gu) ?? [];
