import { chosen } from './scenarios/all';
import type { Scenario } from './scenarios/scenario';
import type { Stage } from './scenarios/stage';
import { type Ran, writeResults } from './report/results';
import { say, since } from './say';
import { makeTemplate } from './servers/databases';
import { Postgres } from './servers/postgres';
import { endAll } from './servers/started';
import { readSettings } from './settings';

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

const runOne = async (stage: Stage, scenario: Scenario): Promise<Ran> => {
  const started = performance.now();
  const ending = await scenario.run(stage);
  return { scenario, ending, seconds: (performance.now() - started) / 1000 };
};

const main = async (): Promise<void> => {
  const settings = readSettings(process.argv.slice(2));
  const scenarios = chosen(settings);
  const postgres = new Postgres(settings.postgres);
  const started = performance.now();
  await postgres.start();
  try {
    await makeTemplate(postgres);
    say(`  ✓ a PostgreSQL of its own, schema and invented people: ${since(started)}; seed ${settings.seed}`);
    const ran: Ran[] = [];
    for (const scenario of scenarios) {
      const one = await runOne({ settings, postgres }, scenario);
      tell(one);
      ran.push(one);
    }
    if (settings.results !== null) writeResults(settings.results, ran);
    if (ran.some(({ ending }) => ending.problems.length > 0)) process.exitCode = 1;
  } finally {
    await postgres.stop();
  }
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
