import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readJson } from '../build/stamp.ts';
import { runChaos } from '../chaos/index.ts';
import { cacheDir } from '../tools/paths.ts';
import { done, failed, say, since } from '../tools/ui.ts';
import { countResults } from './jest.ts';
import type { Tally } from './tally.ts';

/** A minute is enough for a machine that does nothing else; one that is busy gets no verdict by the clock. */
const mostMinutes = '10';

/**
 * Kills API, worker and database under working clients for a short while, and shows by two broken products that the
 * checker would have noticed. What was shown stands beside the other results, where the threat model looks for it.
 */
export async function surviveFaults(): Promise<Tally> {
  const started = performance.now();
  const results = join(cacheDir, 'test', 'chaos.json');
  await rm(results, { force: true });
  await mkdir(dirname(results), { recursive: true });
  const code = await runChaos(['--short', '--minutes', mostMinutes, '--results', results]).catch(
    (error: unknown) => {
      say(error instanceof Error ? error.message : String(error));
      return 1;
    },
  );
  const tally = countResults(await readJson(results), code);
  (tally.failed === 0 ? done : failed)(
    'chaos',
    `${tally.passed + tally.failed} scenarios, ${since(started)}`,
  );
  return tally;
}
