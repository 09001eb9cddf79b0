/**
 * Last net under the rule that personal data and secrets never reach a log: whatever looks like a personal
 * number, an IBAN, a bearer token or an e-mail address is blotted out of free text.
 */
const BLOTS: readonly (readonly [RegExp, string])[] = [
  [/\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b/g, '[iban]'],
  [/(?<![\w.-])\d{13}(?![\w.-])/g, '[number]'],
  [/(?<![\w.-])\d{10}(?![\w.-])/g, '[number]'],
  [/\bBearer\s+\S+/gi, 'Bearer [token]'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, '[token]'],
  [/\b[\w-]{43}\b(?![.-])/g, '[token]'],
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '[mail]'],
  [/(postgres(?:ql)?:\/\/[^:@/\s]+):[^@\s]+@/g, '$1:[secret]@'],
];

/** The text with everything that looks like an identifier, a token or an address blotted out. */
export const redact = (text: string): string =>
  BLOTS.reduce((result, [pattern, blot]) => result.replace(pattern, blot), text);
