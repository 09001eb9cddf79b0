/** Signs by which a spreadsheet takes a cell for a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

/** Disarms a text that a spreadsheet would run: an apostrophe in front makes it a text again. */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * Rows as CSV (RFC 4180). A semicolon parts the cells: where the comma is the decimal sign, as in Romania and
 * Bulgaria, spreadsheets expect it. The mark in front tells them that the text is UTF-8.
 */
export const toCsv = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(
    `\ufeff${rows.map((row) => `${row.map((cell) => quoted(guarded(cell))).join(';')}\r\n`).join('')}`,
    'utf8',
  );
