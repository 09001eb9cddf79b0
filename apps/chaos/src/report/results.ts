import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Ending, Scenario } from '../scenarios/scenario';
import { root } from '../settings';

/** A scenario that ran. */
export interface Ran {
  readonly scenario: Pick<Scenario, 'name' | 'title' | 'file'>;
  readonly ending: Ending;
  readonly seconds: number;
}

/** The outcome in the shape of Jest's results, which the gates of the threat model read. */
export const asTestResults = (
  ran: readonly Ran[],
): {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly object[];
} => ({
  numPassedTests: ran.filter(({ ending }) => ending.problems.length === 0).length,
  numFailedTests: ran.filter(({ ending }) => ending.problems.length > 0).length,
  testResults: ran.map(({ scenario, ending }) => ({
    name: join(root, scenario.file),
    assertionResults: [
      { fullName: `chaos ${scenario.title}`, status: ending.problems.length === 0 ? 'passed' : 'failed' },
    ],
  })),
});

/** Writes the outcome where the gates look for it. */
export const writeResults = (file: string, ran: readonly Ran[]): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(asTestResults(ran), null, 2)}\n`);
};
