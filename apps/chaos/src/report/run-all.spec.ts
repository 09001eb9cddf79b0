import type { Scenario } from '../scenarios/scenario';
import { Cap } from './cap';
import type { Ran } from './results';
import { runAll } from './run-all';

const NEVER = new Promise<never>(() => undefined);
const scenarioOf = (name: string): Scenario => ({ name, title: name, file: name, run: () => NEVER });
const done = (scenario: Scenario): Ran => ({ scenario, ending: { problems: [], figures: {} }, seconds: 0 });
const three = ['one', 'two', 'three'].map(scenarioOf);
const namesOf = (scenarios: readonly { readonly name: string }[]) => scenarios.map(({ name }) => name);

describe('a run and its time', () => {
  it('plays everything where there is time', async () => {
    const { ran, noTime } = await runAll(three, (scenario) => Promise.resolve(done(scenario)), NEVER);
    expect(namesOf(ran.map(({ scenario }) => scenario))).toEqual(['one', 'two', 'three']);
    expect(noTime).toEqual([]);
  });

  it('ends in the middle when the time is over, and names what was not shown', async () => {
    const began: string[] = [];
    const run = async (scenario: Scenario): Promise<Ran> => {
      began.push(scenario.name);
      return scenario.name === 'one' ? done(scenario) : NEVER;
    };
    const cap = new Cap(Date.now(), 0.035);
    const { ran, noTime } = await runAll(three, run, cap.reached);
    expect(namesOf(ran.map(({ scenario }) => scenario))).toEqual(['one']);
    expect(namesOf(noTime)).toEqual(['two', 'three']);
    expect(began).toEqual(['one', 'two']);
  });
});
