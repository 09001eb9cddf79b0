import { checkIdentifier } from '@soc-coop/domain';
import { seededRandom } from '../random/seeded-random';
import { inventedLnch } from './invented-numbers';
import { inventedPersons } from './invented-person';

describe('invented persons', () => {
  it.each(['RO', 'BG'] as const)(
    'of %s carry numbers that the product accepts, of births before 1900',
    (country) => {
      const persons = inventedPersons(country, 200, 42);
      expect(new Set(persons.map((person) => person.identifier.value)).size).toBe(200);
      for (const person of persons) {
        const { type, value } = person.identifier;
        expect(checkIdentifier(type, value)).toMatchObject({ valid: true, compact: value });
        expect(Number(person.birthDate.slice(0, 4))).toBeLessThan(1900);
      }
    },
  );

  it('repeat for the same seed', () => {
    expect(inventedPersons('BG', 5, 3)).toEqual(inventedPersons('BG', 5, 3));
    expect(inventedPersons('BG', 5, 3)).not.toEqual(inventedPersons('BG', 5, 4));
  });

  it('are written in both scripts, Romanian with comma-below letters', () => {
    for (const person of [...inventedPersons('RO', 40), ...inventedPersons('BG', 40)]) {
      expect(`${person.cyrillic.givenName}${person.cyrillic.familyName}`).toMatch(/^[А-Яа-я]+$/u);
      expect(`${person.latin.givenName}${person.latin.familyName}`).toMatch(/^[A-Za-zĂÂÎȘȚăâîșț]+$/u);
    }
  });

  it('of a third country carry a foreigner number that the product accepts', () => {
    const random = seededRandom(9);
    for (let count = 0; count < 100; count += 1) {
      expect(checkIdentifier('lnch', inventedLnch(random)).valid).toBe(true);
    }
  });
});
