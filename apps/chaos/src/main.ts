import { chosen } from './scenarios/all';
import type { Ending, Scenario } from './scenarios/scenario';
import type { Stage } from './scenarios/stage';
import { Cap } from './report/cap';
import { exitCodeOf, type Ran, writeResults } from './report/results';
import { runAll } from './report/run-all';
import { say, since } from './say';
import { makeTemplate } from './servers/databases';
import { Postgres } from './servers/postgres';
import { endAll } from './servers/started';
import { readSettings, type Settings } from './settings';

const SHOWN_PROBLEMS = 10;

const tell = ({ scenario, ending, seconds }: Ran): void => {
  const { problems, figures } = ending;
  const told = Object.entries(figures).map(([name, value]) => `${value} ${name}`);
  say(`  ${problems.length === 0 ? '✓' : '✗'} ${scenario.name}: ${told.join(', ')}; ${seconds.toFixed(1)} s`);
  problems.slice(0, SHOWN_PROBLEMS).forEach(({ rule, detail }) => {
    say(`      ${rule}: ${detail}`);
  });
  if (problems.length > SHOWN_PROBLEMS) say(`      … ${problems.length - SHOWN_PROBLEMS} more`);
};

/** A trial that could not be made to its end shows nothing; after one that breaks servers, the next gets a new one. */
const stumbled = async ({ postgres }: Stage, { alone }: Scenario, error: unknown): Promise<Ending> => {
  if (alone) {
    await postgres.kill();
    await postgres.start();
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { problems: [{ rule: 'every trial comes to its end', detail }], figures: {} };
};

const runOne = async (stage: Stage, scenario: Scenario): Promise<Ran> => {
  const started = performance.now();
  const ending = await scenario.run(stage).catch((error: unknown) => stumbled(stage, scenario, error));
  const one = { scenario, ending, seconds: (performance.now() - started) / 1000 };
  tell(one);
  return one;
};

const tellNoTime = (noTime: readonly Scenario[], minutes: number): void => {
  if (noTime.length === 0) return;
  const names = noTime.map(({ name }) => name).join(', ');
  say(`  ✗ ${minutes} minutes are over. No time for: ${names}. More by --minutes, one of them by --only.`);
};

const main = async (): Promise<void> => {
  const settings = readSettings(process.argv.slice(2));
  const scenarios = chosen(settings);
  const cap = new Cap(settings.startedAt, settings.minutes);
  try {
    await play(settings, scenarios, cap);
  } finally {
    cap.lift();
  }
};

const play = async (settings: Settings, scenarios: readonly Scenario[], cap: Cap): Promise<void> => {
  const postgres = new Postgres(settings.postgres);
  const prepared = prepare(postgres, settings.seed);
  const first = await Promise.race([prepared, cap.reached]);
  const outcome =
    first === null
      ? { ran: [], noTime: scenarios }
      : await runAll(scenarios, (scenario) => runOne({ settings, postgres }, scenario), cap.reached);
  tellNoTime(outcome.noTime, settings.minutes);
  if (settings.results !== null) writeResults(settings.results, outcome.ran, outcome.noTime);
  process.exitCode = exitCodeOf(outcome.ran, outcome.noTime);
  if (outcome.noTime.length > 0) leave();
  await postgres.stop();
};

const prepare = async (postgres: Postgres, seed: number): Promise<true> => {
  const started = performance.now();
  await postgres.start();
  await makeTemplate(postgres);
  say(`  ✓ a PostgreSQL of its own, schema and invented people: ${since(started)}; seed ${seed}`);
  return true;
};

/** At once, whatever is under way: everything this run has started ends with it. */
const leave = (): never => {
  endAll();
  process.exit();
};

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(name, () => {
    endAll();
    process.exit(130);
  });

main()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  })
  .finally(endAll);
