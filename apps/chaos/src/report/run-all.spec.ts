import type { Scenario } from '../scenarios/scenario';
import { Cap } from './cap';
import type { Ran } from './results';
import { runAll } from './run-all';

const NEVER = new Promise<never>(() => undefined);
const scenarioOf = (name: string, alone = true): Scenario => ({
  name,
  title: name,
  file: name,
  alone,
  run: () => NEVER,
});
const done = (scenario: Scenario): Ran => ({ scenario, ending: { problems: [], figures: {} }, seconds: 0 });
const three = ['one', 'two', 'three'].map((name) => scenarioOf(name));
const namesOf = (scenarios: readonly { readonly name: string }[]) => scenarios.map(({ name }) => name);

describe('a run and its time', () => {
  it('plays everything where there is time', async () => {
    const { ran, noTime } = await runAll(three, (scenario) => Promise.resolve(done(scenario)), NEVER);
    expect(namesOf(ran.map(({ scenario }) => scenario))).toEqual(['one', 'two', 'three']);
    expect(noTime).toEqual([]);
  });

  it('plays two at once where neither breaks the server of the other', async () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map((name) => scenarioOf(name, name === 'a' || name === 'e'));
    const underWay = new Set<string>();
    const seen: string[] = [];
    const run = async (scenario: Scenario): Promise<Ran> => {
      underWay.add(scenario.name);
      await new Promise((resolve) => setImmediate(resolve));
      seen.push([...underWay].join(''));
      underWay.delete(scenario.name);
      return done(scenario);
    };
    await runAll([...five.slice(0, 4), scenarioOf('f', false), five[4]!], run, NEVER);
    expect(seen).toEqual(['a', 'bc', 'c', 'df', 'f', 'e']);
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
