import { digitsProblem, weightedSum } from './digits';
import type { IdentifierRules } from './types';

const WEIGHTS = [7, 5, 3, 2, 1, 7, 5, 3, 2] as const;
const LENGTHS = [2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** Romanian unique registration or fiscal code (CUI/CIF) of companies, public bodies and associations. */
export const cuiRules: IdentifierRules = (compact) => {
  if (compact.startsWith('0')) return 'FORMAT';
  const problem = digitsProblem(compact, LENGTHS);
  if (problem !== null) return problem;
  const body = compact.slice(0, -1).padStart(WEIGHTS.length, '0');
  const control = ((weightedSum(body, WEIGHTS) * 10) % 11) % 10;
  return Number(compact.slice(-1)) === control ? {} : 'CHECKSUM';
};
