import { scenarioOf } from '../controls/control';
import { CONTROLS } from '../controls/controls';
import type { Settings } from '../settings';
import { afterCommit } from './after-commit';
import { brokenOff, stopped, unreachable } from './away';
import { fullDisk } from './full-disk';
import { kills } from './kills';
import { oneOfThree } from './one-of-three';
import { pool } from './pool';
import type { Scenario } from './scenario';
import { wrongClock } from './wrong-clock';

/** In the order they are run: what matters most first, for whoever has little time. */
const SCENARIOS: readonly Scenario[] = [
  kills,
  ...CONTROLS.map(scenarioOf),
  afterCommit,
  unreachable,
  brokenOff,
  oneOfThree,
  pool,
  wrongClock,
  stopped,
  fullDisk,
];

/** What every `npm test` runs: the kills, and two controls that show that the checker bites. */
const SHORT = new Set(['kills', 'idempotency-off', 'outbox-after-commit']);

/** The scenarios of a run, in their order. @throws Error where `--only` names one that does not exist */
export const chosen = ({ short, only }: Pick<Settings, 'short' | 'only'>): readonly Scenario[] => {
  if (only === null) return SCENARIOS.filter(({ name }) => !short || SHORT.has(name));
  const known = SCENARIOS.map(({ name }) => name);
  const wanted = only.split(',');
  const strangers = wanted.filter((name) => !known.includes(name));
  if (strangers.length > 0)
    throw new Error(`There is no scenario ${strangers.join(', ')}: ${known.join(', ')}.`);
  return SCENARIOS.filter(({ name }) => wanted.includes(name));
};
