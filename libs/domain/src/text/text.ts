/** Control characters except tab and line feed, which free text may contain. */
const CONTROL = /[^\P{Cc}\t\n]/u;

/** Embeddings, overrides, isolates and marks that change the reading direction and so can disguise a name. */
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

/** More marks on one letter than any language of the product uses: text drawn over its neighbours. */
const STACKED_MARKS = /\p{M}{5}/u;

/**
 * Tells whether a text may be stored and shown: well-formed Unicode, no control characters but tab and line feed,
 * no characters that turn the reading direction, no towers of marks. Windows line ends are for `normaliseText`.
 */
export const isWellFormedText = (text: string): boolean =>
  text.isWellFormed() && !CONTROL.test(text) && !BIDI.test(text) && !STACKED_MARKS.test(text);

/**
 * The form text is stored in: composed (NFC), line feeds as line ends, no zero-width characters or byte-order mark,
 * no white space around it. Letters are never exchanged for others.
 */
export const normaliseText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200B\u2060\uFEFF]/g, '')
    .trim();

/** Length as people and the database count it: code points, not UTF-16 units. */
export const textLength = (text: string): number => Array.from(text).length;
