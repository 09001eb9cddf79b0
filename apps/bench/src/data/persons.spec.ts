import { seededRandom } from '@soc-coop/testing';
import { personOf } from './persons';
import { personAt, personsOf } from './subjects';

describe('invented persons', () => {
  it('are the same for the same number and seed, and others for another seed', () => {
    expect(personOf(17, 1)).toEqual(personOf(17, 1));
    expect(personOf(17, 1)).not.toEqual(personOf(17, 2));
  });

  it('bear numbers no register gives, each a number of its own', () => {
    const random = seededRandom(3);
    const numbers = Array.from({ length: 200 }, () => random.integer(0, 1_000_000));
    for (const number of numbers) expect(personOf(number, 1).number).toMatch(/^99\d{8}$/);
    const distinct = new Set(numbers);
    expect(new Set([...distinct].map((number) => personOf(number, 1).number)).size).toBe(distinct.size);
  });

  it('come back: some have many exchanges, and none lies outside of the register', () => {
    const found = Array.from({ length: 5_000 }, (_, at) => personAt(at + 1, 5_000, 1));
    expect(Math.max(...found)).toBeLessThan(personsOf(5_000));
    expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
    const first = found.filter((person) => person < personsOf(5_000) / 10).length;
    expect(first).toBeGreaterThan(5_000 / 4);
  });
});
