import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../history/facts';
import type { Scenario } from './scenario';
import { checkBack, whileWorking, type Working } from './working';

const HOUR_MS = 3_600_000;
const PATIENCE_MS = 40_000;
/** Two days ahead, an hour behind, and right again. */
const JUMPS = [48 * HOUR_MS, -HOUR_MS, 0] as const;

const jumpAbout = async ({ work, fault }: Working, file: string) => {
  const problems: Problem[] = [];
  for (const wrongBy of JUMPS) {
    await work(20, PATIENCE_MS);
    fault(`the clock is wrong by ${wrongBy / HOUR_MS} h`);
    writeFileSync(file, String(wrongBy));
    // Sessions that are over by the new clock are begun anew; nothing else may stop the work.
    problems.push(
      ...checkBack(`with a clock wrong by ${wrongBy / HOUR_MS} h`, await work(20, PATIENCE_MS), PATIENCE_MS),
    );
  }
  return { problems };
};

/** The clocks of the product's processes jump while the database keeps its own. */
export const wrongClock: Scenario = {
  name: 'wrong-clock',
  title: 'nothing is lost, doubled or out of order when clocks jump two days ahead and an hour back',
  file: 'apps/chaos/src/scenarios/wrong-clock.ts',
  run: (stage) => {
    const file = join(stage.settings.home, 'clock');
    writeFileSync(file, '0');
    const order = {
      name: 'wrong-clock',
      webs: 1,
      preload: join(__dirname, '..', 'faults', 'preload', 'clock.js'),
      env: { CHAOS_CLOCK_FILE: file },
    };
    return whileWorking(stage, order, (working) => jumpAbout(working, file));
  },
};
