import type { IdentifierReason } from './types';

const DIGITS = /^[0-9]*$/;

/** ASCII digits only, and as many as the kind allows. Other scripts' digits are a wrong format. */
export const digitsProblem = (compact: string, lengths: readonly number[]): IdentifierReason | null => {
  if (!DIGITS.test(compact)) return 'FORMAT';
  return lengths.includes(compact.length) ? null : 'LENGTH';
};

/** Sum of digit times weight, over as many digits as there are weights. */
export const weightedSum = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * Number(digits.charAt(at)), 0);
