import { digitsProblem, weightedSum } from './digits';
import type { IdentifierRules } from './types';

const WEIGHTS = [21, 19, 17, 13, 11, 9, 7, 3, 1] as const;

/** Bulgarian personal number of a foreigner. Same shape as an EGN, but it says nothing about its holder. */
export const lnchRules: IdentifierRules = (compact) => {
  const problem = digitsProblem(compact, [10]);
  if (problem !== null) return problem;
  return Number(compact.charAt(9)) === weightedSum(compact, WEIGHTS) % 10 ? {} : 'CHECKSUM';
};
