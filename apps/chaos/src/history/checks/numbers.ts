import type { Facts, Problem } from '../facts';
import { groupBy } from '../grouping';

const problem = (detail: string): Problem => ({ rule: 'numbers have no gaps', detail });

const split = (number: string): { series: string; running: number } => {
  const at = number.lastIndexOf('-');
  return { series: number.slice(0, at), running: Number(number.slice(at + 1)) };
};

/** Per unit and year the numbers are 1 … n, each given once, and the next one to give is n + 1. */
export const checkNumbers = ({ exchanges, numbersGiven }: Facts): readonly Problem[] => {
  const numbers = exchanges.flatMap(({ number }) => (number === null ? [] : [split(number)]));
  const gaps = [...groupBy(numbers, ({ series }) => series)].flatMap(([series, group]) => {
    const sorted = group.map(({ running }) => running).toSorted((one, other) => one - other);
    const at = sorted.findIndex((running, index) => running !== index + 1);
    return at < 0 ? [] : [problem(`${series}: where ${at + 1} should stand, ${sorted[at] ?? 0} stands`)];
  });
  const rest =
    numbersGiven === numbers.length
      ? []
      : [problem(`${numbersGiven} numbers were given, ${numbers.length} are there`)];
  return [...gaps, ...rest];
};
