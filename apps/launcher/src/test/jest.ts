import { mkdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { readJson } from '../build/stamp.ts';
import { cacheDir, pinnedNode, root } from '../tools/paths.ts';
import { inherit } from '../tools/processes.ts';
import { programs } from '../tools/programs.ts';
import { done, failed, since } from '../tools/ui.ts';
import type { Tally } from './tally.ts';

/** The sizes of test: pure, with a real database, with a real browser. */
export type Size = 'small' | 'medium' | 'e2e';

export const sizes: readonly Size[] = ['small', 'medium', 'e2e'];

/** Where every run leaves what its tests said, for the threat model to be held to. */
export const resultsDir = join(cacheDir, 'test');

const reporter = join(root, 'apps/launcher/src/test/calm-reporter.ts');
const workers = Math.max(1, Math.min(4, availableParallelism()));
/** Journeys share one product: beside two browsers and their pages it has no third core to answer with. */
const journeysAtOnce = Math.min(2, workers);

/** Runs all tests of a size and counts them. A file that cannot even be loaded counts as one failure. */
export async function runTests(size: Size): Promise<Tally> {
  const started = performance.now();
  const results = join(resultsDir, `${size}.json`);
  await rm(results, { force: true });
  await mkdir(dirname(results), { recursive: true });
  const code = await inherit(
    pinnedNode,
    [
      programs.jest,
      ...['--selectProjects', size],
      ...['--json', '--outputFile', results],
      `--reporters=${reporter}`,
      '--passWithNoTests',
      ...['--maxWorkers', String(size === 'e2e' ? journeysAtOnce : workers)],
      // A journey that broke off may leave a connection open, which must not keep the whole run from ending.
      ...(size === 'e2e' ? ['--forceExit'] : []),
    ],
    { cwd: root, env: { ...process.env, SOC_TEST_SIZE: size } },
  );
  const tally = countResults(await readJson(results), code);
  (tally.failed === 0 ? done : failed)(size, `${tally.passed + tally.failed} tests, ${since(started)}`);
  return tally;
}

/** Counts Jest's result file. A test that was skipped proves nothing, so it counts as a failure. */
export function countResults(results: unknown, exitCode: number): Tally {
  if (typeof results !== 'object' || results === null) return { passed: 0, failed: 1 };
  const number = (name: string): number => {
    const value: unknown = (results as Record<string, unknown>)[name];
    return typeof value === 'number' ? value : 0;
  };
  const failures =
    number('numFailedTests') +
    number('numRuntimeErrorTestSuites') +
    number('numPendingTests') +
    number('numTodoTests');
  return { passed: number('numPassedTests'), failed: failures === 0 && exitCode !== 0 ? 1 : failures };
}
