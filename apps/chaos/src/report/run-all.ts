import type { Scenario } from '../scenarios/scenario';
import type { Ran } from './results';

/** What a run came to. */
export interface Outcome {
  readonly ran: readonly Ran[];
  /** What there was no time for, the one that was under way first. */
  readonly noTime: readonly Scenario[];
}

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
  for (const [at, scenario] of scenarios.entries()) {
    const running = run(scenario);
    const one = await Promise.race([running, overtime]);
    if (one === null) {
      // Its processes end in the middle of it: what it says of that is of no interest.
      void running.catch(() => undefined);
      return { ran, noTime: scenarios.slice(at) };
    }
    ran.push(one);
  }
  return { ran, noTime: [] };
};
