import { seededRandom } from '@soc-coop/testing';
import { planKills, VICTIMS } from './plan';

const first = (seed: number, count: number) => {
  const plan = planKills(seededRandom(seed));
  return Array.from({ length: count }, () => plan.next().value);
};

describe('the plan of kills', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(first(7, 30)).toEqual(first(7, 30));
    expect(first(8, 30)).not.toEqual(first(7, 30));
  });

  it('spares nobody: each round kills each of them once', () => {
    const kills = first(2019, 30).map(({ victim }) => victim);
    for (let at = 0; at < kills.length; at += VICTIMS.length)
      expect(kills.slice(at, at + VICTIMS.length).toSorted()).toEqual(VICTIMS.toSorted());
  });

  it('lets hundreds of operations pass now and then where there is time, and few in between', () => {
    const plan = planKills(seededRandom(2019), VICTIMS, true);
    const waits = Array.from({ length: 40 }, () => plan.next().value.afterOperations);
    expect(waits.filter((operations) => operations >= 400).length).toBeGreaterThan(10);
    expect(waits.filter((operations) => operations <= 40).length).toBeGreaterThan(10);
    expect(Math.max(...first(2019, 40).map(({ afterOperations }) => afterOperations))).toBeLessThanOrEqual(
      40,
    );
  });

  it('lets clients work between two kills, and keeps nobody dead for long', () => {
    for (const { afterOperations, deadMs } of first(3, 60)) {
      expect(afterOperations).toBeGreaterThanOrEqual(8);
      expect(deadMs).toBeLessThanOrEqual(600);
    }
  });
});
