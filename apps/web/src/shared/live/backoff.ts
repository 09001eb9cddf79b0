const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/**
 * How long to wait before an attempt: twice as long each time, up to a minute, and at random between half of it and the
 * whole, so that a building full of pages does not come back in the same second.
 */
export const pauseBefore = (attempt: number, random: () => number = Math.random): number => {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  return Math.round(whole / 2 + (whole / 2) * random());
};
