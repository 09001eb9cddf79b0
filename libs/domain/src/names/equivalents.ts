import { nameKey } from './name-key';

/**
 * Given names that are each other's translation. A translated name is another legal name, so this is a weak hint.
 * Not complete, and open to correction.
 */
const SAME_NAME: readonly (readonly string[])[] = [
  ['Георги', 'Gheorghe', 'George'],
  ['Иван', 'Ioan', 'Ion'],
  ['Йоан', 'Ioan'],
  ['Димитър', 'Dumitru', 'Dimitrie'],
  ['Николай', 'Никола', 'Nicolae'],
  ['Петър', 'Petru', 'Petre'],
  ['Тодор', 'Teodor', 'Tudor'],
  ['Васил', 'Vasile'],
  ['Катерина', 'Екатерина', 'Ecaterina'],
];

const GROUPS: readonly ReadonlySet<string>[] = SAME_NAME.map((group) => new Set(group.map(nameKey)));

/** Tells whether two words are one given name in two languages. */
export const isSameNameTranslated = (a: string, b: string): boolean => {
  const [keyA, keyB] = [nameKey(a), nameKey(b)];
  return GROUPS.some((group) => group.has(keyA) && group.has(keyB));
};

/**
 * A Bulgarian family name without the ending for women: husband and wife, brother and sister differ in it
 * (-ov/-ova, -ev/-eva, -in/-ina, -ski/-ska, on a name key).
 */
const withoutGender = (key: string): string => key.replace(/(?<=ov|ev|in|sc)a$/, '');

/** Tells whether two family names differ only in the ending for men and women. */
export const differsInGenderOnly = (a: string, b: string): boolean => {
  const [keyA, keyB] = [nameKey(a), nameKey(b)];
  return keyA !== keyB && withoutGender(keyA) === withoutGender(keyB);
};
