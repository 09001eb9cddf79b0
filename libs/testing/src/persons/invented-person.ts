import type { Country } from '@soc-coop/contracts';
import { seededRandom, type SeededRandom } from '../random/seeded-random';
import { inventedCnp, inventedEgn } from './invented-numbers';
import { names, type NamePair } from './names';

/** Somebody who never was: for tests and demonstration data. */
export interface InventedPerson {
  readonly country: Country;
  readonly sex: 'female' | 'male';
  readonly birthDate: string;
  /** As the person's own country writes it. */
  readonly givenName: string;
  readonly familyName: string;
  readonly latin: { readonly givenName: string; readonly familyName: string };
  readonly cyrillic: { readonly givenName: string; readonly familyName: string };
  /** CNP or EGN, with a right check digit. */
  readonly identifier: { readonly type: 'cnp' | 'egn'; readonly value: string };
}

/** One invented person of a country; the same random state gives the same person. */
export function inventedPerson(country: Country, random: SeededRandom = seededRandom(1)): InventedPerson {
  const sex = random.pick(['female', 'male'] as const);
  const birthDate = `18${random.integer(50, 99)}-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`;
  const given = random.pick(names[country][sex]);
  const family = random.pick(names[country][sex === 'female' ? 'familyFemale' : 'familyMale']);
  const native = (pair: NamePair): string => (country === 'RO' ? pair.latin : pair.cyrillic);
  return {
    country,
    sex,
    birthDate,
    givenName: native(given),
    familyName: native(family),
    latin: { givenName: given.latin, familyName: family.latin },
    cyrillic: { givenName: given.cyrillic, familyName: family.cyrillic },
    identifier:
      country === 'RO'
        ? { type: 'cnp', value: inventedCnp({ sex, birthDate }, random) }
        : { type: 'egn', value: inventedEgn({ sex, birthDate }, random) },
  };
}

/** Many invented persons of a country, each with a number of their own. */
export function inventedPersons(country: Country, count: number, seed = 1): InventedPerson[] {
  const random = seededRandom(seed);
  const byNumber = new Map<string, InventedPerson>();
  while (byNumber.size < count) {
    const person = inventedPerson(country, random);
    byNumber.set(person.identifier.value, person);
  }
  return [...byNumber.values()];
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
