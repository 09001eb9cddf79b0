import { runKills } from './kill-run';
import type { Scenario } from './scenario';

/** From so many seconds on there is time to let thousands of operations pass between two kills. */
const LONG_SECONDS = 180;

/** `kill -9` of the API, the worker and every process of PostgreSQL, in a seeded order, again and again. */
export const kills: Scenario = {
  name: 'kills',
  title: 'nothing acknowledged is lost and nothing happens twice when API, worker and database are killed',
  file: 'apps/chaos/src/scenarios/kills.ts',
  alone: true,
  run: (stage) => {
    const { killSeconds: seconds } = stage.settings;
    return runKills(stage, {
      name: 'kills',
      seconds,
      leastKills: 3,
      reminds: true,
      far: seconds >= LONG_SECONDS,
    });
  },
};
