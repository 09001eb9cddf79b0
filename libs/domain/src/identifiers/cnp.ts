import { dayExists, isoDateOf, type IsoDate } from '../calendar';
import { digitsProblem, weightedSum } from './digits';
import type { IdentifierFacts, IdentifierReason, IdentifierRules } from './types';

const WEIGHTS = [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9] as const;

/** First digit to the centuries it can mean; 7 and 8 are resident foreigners, whose century is not given. */
const CENTURIES: Readonly<Record<string, readonly number[]>> = {
  1: [1900],
  2: [1900],
  3: [1800],
  4: [1800],
  5: [2000],
  6: [2000],
  7: [1900, 2000, 1800],
  8: [1900, 2000, 1800],
};

/** Sectors 7 and 8 of Bucharest were abolished: no later birth can carry them. */
const ABOLISHED_SECTORS = ['47', '48'];
const LAST_DAY_OF_SECTORS: IsoDate = '1979-12-19';

/** 01 to 46 and 51, 52 are counties and sectors; 70 is given since 2024 to any county; 80 to 83 are in use. */
const isCounty = (code: string): boolean => {
  const number = Number(code);
  return (number >= 1 && number <= 48) || [51, 52, 70, 80, 81, 82, 83].includes(number);
};

/** The days the six date digits can mean, one per possible century in which the day exists. */
const possibleDays = (compact: string, centuries: readonly number[]): readonly IsoDate[] => {
  const [yy, month, day] = [compact.slice(1, 3), compact.slice(3, 5), compact.slice(5, 7)].map(Number);
  if (yy === undefined || month === undefined || day === undefined) return [];
  return centuries
    .map((century) => century + yy)
    .filter((year) => dayExists(year, month, day))
    .map((year) => isoDateOf(year, month, day));
};

const countyProblem = (county: string, days: readonly IsoDate[]): IdentifierReason | null => {
  if (!isCounty(county)) return 'COUNTY';
  const tooLate = ABOLISHED_SECTORS.includes(county) && days.every((day) => day > LAST_DAY_OF_SECTORS);
  return tooLate ? 'COUNTY_DATE' : null;
};

const controlDigit = (compact: string): number => {
  const remainder = weightedSum(compact, WEIGHTS) % 11;
  return remainder === 10 ? 1 : remainder;
};

const factsOf = (compact: string, days: readonly IsoDate[]): IdentifierFacts => {
  const first = Number(compact.charAt(0));
  const residentForeigner = first >= 7;
  return {
    birthDate: residentForeigner ? null : (days[0] ?? null),
    sex: first % 2 === 1 ? 'M' : 'F',
    countyCode: compact.slice(7, 9),
    serial: compact.slice(9, 12),
    residentForeigner,
  };
};

/** Romanian personal numeric code (OUG 97/2005, HG 1375/2006): S AA LL ZZ JJ NNN C. */
export const cnpRules: IdentifierRules = (compact) => {
  const problem = digitsProblem(compact, [13]);
  if (problem !== null) return problem;
  const centuries = CENTURIES[compact.charAt(0)];
  if (centuries === undefined) return 'COMPONENT_S';
  const days = possibleDays(compact, centuries);
  if (days.length === 0) return 'DATE';
  const county = countyProblem(compact.slice(7, 9), days);
  if (county !== null) return county;
  if (compact.slice(9, 12) === '000') return 'SERIAL';
  if (Number(compact.charAt(12)) !== controlDigit(compact)) return 'CHECKSUM';
  return factsOf(compact, days);
};
