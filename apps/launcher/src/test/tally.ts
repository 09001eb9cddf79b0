/** How many tests and gates passed and failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export const noTally: Tally = { passed: 0, failed: 0 };

/** Both together. */
export function sum(one: Tally, other: Tally): Tally {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

/** The line every test run closes with. */
export function verdict({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}
