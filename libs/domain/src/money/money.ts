import type { Country } from '@soc-coop/contracts';

import type { IsoDate } from '../calendar';

/** Currencies of the two countries; Bulgaria paid in leva until the end of 2025. */
export const CURRENCIES = ['RON', 'EUR', 'BGN'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** An amount in the smallest unit (bani, cents, stotinki) of one currency. Never a fraction, never a float. */
export interface Money {
  readonly minor: bigint;
  readonly currency: Currency;
}

/** Why an amount, or an operation on amounts, is refused. */
export type MoneyProblem = 'NOT_AN_AMOUNT' | 'TOO_LARGE' | 'CURRENCIES_DIFFER';

export class MoneyRefused extends Error {
  readonly code = 'money.refused';

  constructor(readonly problem: MoneyProblem) {
    super(`amount refused: ${problem}`);
    this.name = 'MoneyRefused';
  }
}

/** First day on which Bulgaria pays in euro. */
export const EURO_IN_BULGARIA: IsoDate = '2026-01-01';

/** The fixed rate: 1 EUR = 1.95583 BGN (Regulation (EC) 2866/98 as amended), times 100 000. */
const BGN_PER_EUR = 195_583n;
const RATE_SCALE = 100_000n;

/** All three currencies have hundredths. */
const MINOR_PER_MAJOR = 100n;
const MOST_DIGITS = 12;
const AMOUNT = /^(-?)(0|[1-9][0-9]*)(?:\.([0-9]{1,2}))?$/;

/**
 * Reads a decimal text such as `1204.5`: a full stop, at most two decimals, no exponent, no grouping. What a user
 * types in the manner of a language is turned into this form where the language is known.
 * @throws MoneyRefused
 */
export const parseMoney = (text: string, currency: Currency): Money => {
  const parts = AMOUNT.exec(text);
  if (parts === null) throw new MoneyRefused('NOT_AN_AMOUNT');
  const [, sign = '', whole = '0', decimals = ''] = parts;
  if (whole.length > MOST_DIGITS) throw new MoneyRefused('TOO_LARGE');
  const minor = BigInt(whole) * MINOR_PER_MAJOR + BigInt(decimals.padEnd(2, '0'));
  return { minor: sign === '-' ? -minor : minor, currency };
};

/** Tells whether a text is an amount `parseMoney` takes. */
export const isAmount = (text: string): boolean => {
  const whole = AMOUNT.exec(text)?.[2];
  return whole !== undefined && whole.length <= MOST_DIGITS;
};

/** Writes an amount as `parseMoney` reads it, always with two decimals. */
export const moneyText = ({ minor }: Money): string => {
  const digits = String(minor < 0n ? -minor : minor).padStart(3, '0');
  return `${minor < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/**
 * The sum of amounts of one currency. Amounts of several currencies have no sum: they are shown side by side.
 * @throws MoneyRefused
 */
export const sumMoney = (amounts: readonly Money[], currency: Currency): Money => {
  if (amounts.some((amount) => amount.currency !== currency)) throw new MoneyRefused('CURRENCIES_DIFFER');
  return { minor: amounts.reduce((sum, { minor }) => sum + minor, 0n), currency };
};

/** Divides and rounds to the nearest whole, halves away from zero, as the law on the euro's introduction rounds. */
const divideRounded = (dividend: bigint, divisor: bigint): bigint => {
  const half = dividend < 0n ? -divisor / 2n : divisor / 2n;
  return (dividend + half) / divisor;
};

/**
 * An amount in leva converted to euro at the fixed rate, rounded to the cent. Other currencies have no fixed rate
 * and come back refused: their rate belongs to a day and is shown with it.
 * @throws MoneyRefused
 */
export const levaToEuro = ({ minor, currency }: Money): Money => {
  if (currency !== 'BGN') throw new MoneyRefused('CURRENCIES_DIFFER');
  return { minor: divideRounded(minor * RATE_SCALE, BGN_PER_EUR), currency: 'EUR' };
};

/** The currency a country pays in on a day. */
export const currencyOf = (country: Country, date: IsoDate): Currency => {
  if (country === 'RO') return 'RON';
  return date < EURO_IN_BULGARIA ? 'BGN' : 'EUR';
};
