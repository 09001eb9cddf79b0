import { seededRandom, type SeededRandom } from '../random/seeded-random';

/**
 * Numbers with right check digits that belong to nobody: a CNP or EGN says when its bearer was born, and these say
 * before 1900. An LNCh says nothing, so these begin with zeros that the register does not give out.
 */

const cnpWeights = [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9];
const egnWeights = [2, 4, 8, 5, 10, 9, 7, 3, 6];
const lnchWeights = [21, 19, 17, 13, 11, 9, 7, 3, 1];

/** What a number says about its bearer. */
export interface Bearer {
  readonly sex: 'female' | 'male';
  /** Born on this day, 1850 to 1899: `1871-04-23`. */
  readonly birthDate: string;
}

/** A Romanian personal numeric code of somebody born in the nineteenth century. */
export function inventedCnp(bearer: Bearer, random: SeededRandom = seededRandom(1)): string {
  const { year, month, day } = parts(bearer.birthDate);
  const century = bearer.sex === 'male' ? '3' : '4';
  const county = pad(random.integer(1, 39), 2);
  const body = `${century}${year}${month}${day}${county}${pad(random.integer(900, 999), 3)}`;
  const rest = weighted(body, cnpWeights) % 11;
  return body + String(rest === 10 ? 1 : rest);
}

/** A Bulgarian civil number of somebody born in the nineteenth century: the month is raised by twenty. */
export function inventedEgn(bearer: Bearer, random: SeededRandom = seededRandom(1)): string {
  const { year, month, day } = parts(bearer.birthDate);
  const lastOfRegion = random.integer(0, 4) * 2 + (bearer.sex === 'male' ? 0 : 1);
  const body = `${year}${pad(Number(month) + 20, 2)}${day}${pad(random.integer(90, 99), 2)}${lastOfRegion}`;
  return body + String((weighted(body, egnWeights) % 11) % 10);
}

/** A Bulgarian personal number of a foreigner. */
export function inventedLnch(random: SeededRandom = seededRandom(1)): string {
  const body = `0000${pad(random.integer(1, 99_999), 5)}`;
  return body + String(weighted(body, lnchWeights) % 10);
}

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
}

function parts(birthDate: string): { year: string; month: string; day: string } {
  const match = /^18(\d\d)-(\d\d)-(\d\d)$/.exec(birthDate);
  if (!match) throw new Error('An invented person is born in the nineteenth century.');
  const [, year = '', month = '', day = ''] = match;
  return { year, month, day };
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
