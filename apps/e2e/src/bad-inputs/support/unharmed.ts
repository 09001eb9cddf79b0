import { changedTables, footprint } from './footprint';
import { failuresSince, logEnd } from './server-log';

/**
 * Asserts that the server noted no failure of its own while something was sent, and that nothing was written beside
 * the tables named: those of lawful acts of whoever sent it.
 */
export const unharmed = async <T>(work: () => Promise<T>, mayChange: readonly string[] = []): Promise<T> => {
  const place = logEnd();
  const before = await footprint();
  const result = await work();
  expect(failuresSince(place)).toEqual([]);
  const changed = changedTables(before, await footprint());
  expect(changed.filter((name) => !mayChange.includes(name))).toEqual([]);
  return result;
};
