import { join } from 'node:path';
import type { Rule } from '../history/facts';
import { type KillRun, runKills } from '../scenarios/kill-run';
import type { Ending, Scenario } from '../scenarios/scenario';
import type { Stage } from '../scenarios/stage';

/** A promise taken away on purpose: the checker must find out, or it proves nothing. */
export interface Control {
  readonly name: string;
  /** What is taken away, as a person says it. */
  readonly what: string;
  readonly run: Partial<KillRun>;
  /** The rules of which at least one must be found broken. */
  readonly breaks: readonly [Rule, ...Rule[]];
}

/** The built file that is loaded before the product: nothing in the product itself knows of it. */
export const preloadOf = (name: string): string => join(__dirname, 'preload', `${name}.js`);

const SECONDS = 1;
const LEAST_KILLS = 2;
/** Chance may spare a weak product once, but not again and again. */
const ROUNDS = 3;

const findIt = async (control: Control, stage: Stage): Promise<Ending> => {
  let figures: Ending['figures'] = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    const { settings } = stage;
    const ending = await runKills(
      { ...stage, settings: { ...settings, seed: settings.seed + round } },
      { name: control.name, seconds: SECONDS, leastKills: LEAST_KILLS, ...control.run },
    );
    const found = ending.problems.filter(({ rule }) => control.breaks.includes(rule));
    figures = { ...ending.figures, 'anomalies found': found.length, rounds: round + 1 };
    if (found.length > 0) return { problems: [], figures };
  }
  const detail = `${control.what}: nothing of it was found in ${ROUNDS} rounds`;
  return { problems: [{ rule: control.breaks[0], detail }], figures };
};

/** The scenario that passes only where the checker finds what was taken away. */
export const scenarioOf = (control: Control): Scenario => ({
  name: control.name,
  title: `the checker finds it: ${control.what}`,
  file: 'apps/chaos/src/controls/controls.ts',
  alone: control.run.victims?.includes('postgres') !== false,
  run: (stage) => findIt(control, stage),
});
