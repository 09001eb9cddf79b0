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

const resultOf = ({ file, title }: Ran['scenario'], status: 'passed' | 'failed'): object => ({
  name: join(root, file),
  assertionResults: [{ fullName: `chaos ${title}`, status }],
});

/** What a run comes to: all that was asked for is shown, something is broken, or there was no time to show it. */
export const exitCodeOf = (ran: readonly Ran[], noTime: readonly object[]): 0 | 1 | 2 => {
  if (ran.some(({ ending }) => ending.problems.length > 0)) return 1;
  return noTime.length > 0 ? 2 : 0;
};

/** The outcome in the shape of Jest's results, which the gates of the threat model read. */
export const asTestResults = (
  ran: readonly Ran[],
  noTime: readonly Ran['scenario'][] = [],
): {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly object[];
} => ({
  numPassedTests: ran.filter(({ ending }) => ending.problems.length === 0).length,
  // What there was no time for is not shown, and so not passed.
  numFailedTests: ran.filter(({ ending }) => ending.problems.length > 0).length + noTime.length,
  testResults: [
    ...ran.map(({ scenario, ending }) =>
      resultOf(scenario, ending.problems.length === 0 ? 'passed' : 'failed'),
    ),
    ...noTime.map((scenario) => resultOf(scenario, 'failed')),
  ],
});

/** Writes the outcome where the gates look for it. */
export const writeResults = (file: string, ...outcome: Parameters<typeof asTestResults>): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(asTestResults(...outcome), null, 2)}\n`);
};
