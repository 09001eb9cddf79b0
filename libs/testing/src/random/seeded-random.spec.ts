import { seededRandom } from './seeded-random';

describe('seededRandom', () => {
  it('repeats for the same seed and differs for another', () => {
    const take = (seed: number) => {
      const random = seededRandom(seed);
      return Array.from({ length: 20 }, () => random.next());
    };
    expect(take(7)).toEqual(take(7));
    expect(take(7)).not.toEqual(take(8));
  });

  it('reaches both ends of a range and nothing outside it', () => {
    const random = seededRandom(1);
    const seen = new Set(Array.from({ length: 500 }, () => random.integer(3, 6)));
    expect([...seen].sort()).toEqual([3, 4, 5, 6]);
  });

  it('shuffles without losing or doubling an item', () => {
    const items = Array.from({ length: 50 }, (_, index) => index);
    const shuffled = seededRandom(5).shuffle(items);
    expect(shuffled).not.toEqual(items);
    expect([...shuffled].sort((one, other) => one - other)).toEqual(items);
  });
});
