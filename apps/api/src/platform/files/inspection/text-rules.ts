import { active, type Finding, firstFinding, mismatch, unreadable } from './refusal';

/** Controls a text may hold: tab, line feed, carriage return, and form feed of old registers' printouts. */
// eslint-disable-next-line no-control-regex -- the rule is about control characters
const CONTROL = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F]/u;
/** What a browser would run if it took the text for a page; our answers never let it, other programs may. */
const MARKUP = /<\s*(script|html|svg|iframe|object|embed|body|meta|link|!doctype|\?php|\?xml)[\s/>]/iu;
/** First bytes of programs: `#!`, and of RTF and MIME archives, which other programs open by content. */
const PROGRAM = /^\uFEFF?\s*(#!|\{\\rtf|MIME-Version:)/iu;

/** The bytes as text, or null where they are not well-formed UTF-8. */
const readUtf8 = (bytes: Buffer): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** Plain text and tables: well-formed UTF-8, no controls, nothing another program would run. */
export const inspectText = (bytes: Buffer): Finding => {
  const text = readUtf8(bytes);
  if (text === null) return mismatch('text is not well-formed UTF-8');
  return firstFinding(
    () => (CONTROL.test(text) ? mismatch('text with control characters') : null),
    () => (text.trim() === '' ? unreadable('text without a word') : null),
    () => (PROGRAM.test(text) ? active('text that begins like a program') : null),
    () => (MARKUP.test(text) ? active('text with markup a browser runs') : null),
  );
};

/**
 * A cell a spreadsheet would calculate (`=cmd|…`, OWASP "CSV injection"). Numbers with a sign are harmless.
 */
const FORMULA = /(^|[\n\r;,\t])"?(=|@|\+(?![\d\s(])|-(?![\d\s.,]))/u;

/** Tables: what holds for text, and no cell that calculates. */
export const inspectCsv = (bytes: Buffer): Finding =>
  firstFinding(
    () => inspectText(bytes),
    () =>
      FORMULA.test((readUtf8(bytes) ?? '').replace(/^\uFEFF/u, '')) ? active('cell that calculates') : null,
  );
