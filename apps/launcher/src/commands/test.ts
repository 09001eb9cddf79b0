import { rm } from 'node:fs/promises';
import { build } from '../build/index.ts';
import { workspaceOf, type Workspace, workspaces } from '../build/workspaces.ts';
import { compareAnswers } from '../test/bench.ts';
import { surviveFaults } from '../test/chaos.ts';
import { staticGates } from '../test/gates.ts';
import { resultsDir, runTests, type Size, sizes } from '../test/jest.ts';
import { runGates } from '../test/run-gates.ts';
import { noTally, sum, type Tally, verdict } from '../test/tally.ts';
import { threatsProven } from '../test/threats-proven.ts';
import { pinnedNode, root } from '../tools/paths.ts';
import { inherit } from '../tools/processes.ts';
import { programs } from '../tools/programs.ts';
import { failed, say } from '../tools/ui.ts';

/** `soc test [all|small|medium|e2e] [jest words]`: everything at the top, one workspace's tests inside one. */
export async function test([word = 'all', ...rest]: readonly string[]): Promise<number> {
  const size = sizes.find((one) => one === word);
  const here = workspaceOf(process.cwd());
  if (here && size) return testOne(here, size, rest);
  if (size) return close(await runTests(size));
  return close(await testAll());
}

/** The whole `npm test`. */
async function testAll(): Promise<Tally> {
  // What an earlier run proved must not stand in for this one.
  await rm(resultsDir, { recursive: true, force: true });
  const built = await build(workspaces().map((one) => one.name)).then(
    () => true,
    (error: unknown) => {
      failed('build', '');
      say(error instanceof Error ? error.message : String(error));
      return false;
    },
  );
  let tally = sum(noTally, built ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  tally = sum(tally, await runGates(staticGates()));
  // Without a build the larger sizes could only say the same once more.
  for (const size of built ? sizes : (['small'] as const)) tally = sum(tally, await runTests(size));
  if (built) tally = sum(tally, await surviveFaults());
  if (built) tally = sum(tally, await compareAnswers());
  // Last, because it asks what all the others left behind.
  if (built) tally = sum(tally, await runGates([threatsProven()]));
  return tally;
}

function close(tally: Tally): number {
  say(verdict(tally));
  return tally.failed > 0 ? 1 : 0;
}

function testOne(workspace: Workspace, size: Size, words: readonly string[]): Promise<number> {
  const jest = [programs.jest, '--selectProjects', size, '--passWithNoTests'];
  return inherit(pinnedNode, [...jest, ...words, '--', `${workspace.path}/`], { cwd: root });
}
