import { runKills } from './kill-run';
import type { Scenario } from './scenario';

/** `kill -9` of the API, the worker and every process of PostgreSQL, in a seeded order, again and again. */
export const kills: Scenario = {
  name: 'kills',
  title: 'nothing acknowledged is lost and nothing happens twice when API, worker and database are killed',
  file: 'apps/chaos/src/scenarios/kills.ts',
  run: (stage) => runKills(stage, { name: 'kills', seconds: stage.settings.minutes * 60, leastKills: 3 }),
};
