import type { IdentifierRules } from './types';

const SHAPE = /^[A-Z]{2}[0-9]{2}[A-Z0-9]+$/;

/** Length and structure by country, as the IBAN registry gives them. */
const COUNTRIES: ReadonlyMap<string, { readonly length: number; readonly structure: RegExp }> = new Map([
  ['RO', { length: 24, structure: /^RO[0-9]{2}[A-Z]{4}[A-Z0-9]{16}$/ }],
  ['BG', { length: 22, structure: /^BG[0-9]{2}[A-Z]{4}[0-9]{6}[A-Z0-9]{8}$/ }],
]);

/** Remainder by 97 of the number with letters as 10 to 35, taken digit by digit: the whole would not fit. */
const mod97 = (text: string): number => {
  let remainder = 0;
  for (const character of text) {
    const value = parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
};

/** Bank account number of Romania or Bulgaria. */
export const ibanRules: IdentifierRules = (compact) => {
  if (!SHAPE.test(compact)) return 'FORMAT';
  const country = COUNTRIES.get(compact.slice(0, 2));
  if (country === undefined) return 'COUNTRY';
  if (compact.length !== country.length) return 'LENGTH';
  if (!country.structure.test(compact)) return 'FORMAT';
  return mod97(compact.slice(4) + compact.slice(0, 4)) === 1 ? {} : 'CHECKSUM';
};
