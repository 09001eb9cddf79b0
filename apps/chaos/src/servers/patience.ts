import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again and again until something is so.
 * @throws Error naming what never came
 */
export const until = async (
  what: string,
  patienceMs: number,
  isSo: () => Promise<boolean> | boolean,
  everyMs = 50,
): Promise<void> => {
  const end = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`${what}: not within ${patienceMs / 1000} s`);
    await sleep(everyMs);
  }
};
