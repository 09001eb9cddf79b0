import type { Country } from '@soc-coop/contracts';
import data from '../../../data/demonstration-words.json';

/** What officers of a country write, in their own language. */
export type Words = (typeof data)['ro'];

/** The words of each country's officers. */
export const WORDS: Readonly<Record<Country, Words>> = { RO: data.ro, BG: data.bg };

/** One of several texts, another one for each turn. */
export const pickOf = <T>(items: readonly T[], turn: number): T => {
  const item = items[turn % items.length];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
};
