import { runBench } from '../bench/index.ts';
import { done, failed, say, since } from '../tools/ui.ts';
import type { Tally } from './tally.ts';

/** Compares what the product answers with what three others answer on the same rows; measures nothing. */
export async function compareAnswers(): Promise<Tally> {
  const started = performance.now();
  const code = await runBench(['--quick', '--check']).catch((error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    return 1;
  });
  (code === 0 ? done : failed)('bench', `equal answers, ${since(started)}`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
