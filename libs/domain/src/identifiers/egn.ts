import { dayExists, isoDateOf } from '../calendar';
import { digitsProblem, weightedSum } from './digits';
import type { IdentifierRules } from './types';

const WEIGHTS = [2, 4, 8, 5, 10, 9, 7, 3, 6] as const;

/** The month carries the century: plain for 1900s, +20 for 1800s, +40 for 2000s. */
const CENTURY_BY_OFFSET: ReadonlyMap<number, number> = new Map([
  [0, 1900],
  [20, 1800],
  [40, 2000],
]);

/** Bulgarian unified civil number: YYMMDD, serial whose last digit tells the sex, control digit. */
export const egnRules: IdentifierRules = (compact) => {
  const problem = digitsProblem(compact, [10]);
  if (problem !== null) return problem;
  const codedMonth = Number(compact.slice(2, 4));
  const offset = Math.floor((codedMonth - 1) / 20) * 20;
  const century = CENTURY_BY_OFFSET.get(offset);
  if (century === undefined) return 'DATE';
  const year = century + Number(compact.slice(0, 2));
  const [month, day] = [codedMonth - offset, Number(compact.slice(4, 6))];
  if (!dayExists(year, month, day)) return 'DATE';
  if (Number(compact.charAt(9)) !== (weightedSum(compact, WEIGHTS) % 11) % 10) return 'CHECKSUM';
  return {
    birthDate: isoDateOf(year, month, day),
    sex: Number(compact.charAt(8)) % 2 === 0 ? 'M' : 'F',
    serial: compact.slice(6, 9),
  };
};
