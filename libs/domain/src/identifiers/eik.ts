import { digitsProblem, weightedSum } from './digits';
import type { IdentifierRules } from './types';

/** Weights of one control digit, and the second set used when the first leaves 10. */
interface Control {
  readonly first: readonly number[];
  readonly second: readonly number[];
}

const NINE: Control = { first: [1, 2, 3, 4, 5, 6, 7, 8], second: [3, 4, 5, 6, 7, 8, 9, 10] };
const THIRTEEN: Control = { first: [2, 7, 3, 5], second: [4, 9, 5, 7] };

const controlDigit = (digits: string, { first, second }: Control): number => {
  const remainder = weightedSum(digits, first) % 11;
  return remainder === 10 ? (weightedSum(digits, second) % 11) % 10 : remainder;
};

/** Bulgarian unified identification code (ЕИК/БУЛСТАТ): nine digits, thirteen for a branch. */
export const eikRules: IdentifierRules = (compact) => {
  const problem = digitsProblem(compact, [9, 13]);
  if (problem !== null) return problem;
  if (Number(compact.charAt(8)) !== controlDigit(compact, NINE)) return 'CHECKSUM';
  const isBranch = compact.length === 13;
  const branchWrong = isBranch && Number(compact.charAt(12)) !== controlDigit(compact.slice(8), THIRTEEN);
  return branchWrong ? 'CHECKSUM' : {};
};
