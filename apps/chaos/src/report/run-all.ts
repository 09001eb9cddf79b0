import type { Scenario } from '../scenarios/scenario';
import type { Ran } from './results';

/** What a run came to. */
export interface Outcome {
  readonly ran: readonly Ran[];
  /** What there was no time for, the one that was under way first. */
  readonly noTime: readonly Scenario[];
}

/** So many that do not disturb each other are played side by side: each waits more than it works. */
const AT_ONCE = 2;

/** Those that break the common server for themselves, the others in twos. */
const groupsOf = (scenarios: readonly Scenario[]): readonly (readonly Scenario[])[] => {
  const groups: Scenario[][] = [];
  for (const scenario of scenarios) {
    const last = groups.at(-1);
    const joins = last !== undefined && !scenario.alone && last.every(({ alone }) => !alone);
    if (joins && last.length < AT_ONCE) last.push(scenario);
    else groups.push([scenario]);
  }
  return groups;
};

/**
 * Runs one scenario after the other until the time is over. What is under way then is left as it is: the caller ends
 * its processes, and with them itself.
 */
export const runAll = async (
  scenarios: readonly Scenario[],
  run: (scenario: Scenario) => Promise<Ran>,
  overtime: Promise<null>,
): Promise<Outcome> => {
  const ran: Ran[] = [];
  for (const group of groupsOf(scenarios)) {
    const running = Promise.all(group.map(async (scenario) => void ran.push(await run(scenario))));
    // Where time is short, its processes end in the middle of it: what it says of that is of no interest.
    running.catch(() => undefined);
    if ((await Promise.race([running, overtime])) === null) break;
  }
  const shown = new Set(ran.map(({ scenario }) => scenario.name));
  return { ran, noTime: scenarios.filter(({ name }) => !shown.has(name)) };
};
