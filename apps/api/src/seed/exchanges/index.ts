import { NestFactory } from '@nestjs/core';
import { localDateIn } from '@soc-coop/domain';
import { AppModule } from '../../app.module';
import type { Config } from '../../platform/config';
import { Logger } from '../../platform/log';
import { OutboxRelay } from '../../platform/outbox';
import { demoFourEyesUnits, demoPeople } from '../demonstration';
import { SeedClock } from '../seed-clock';
import { type Seeding, withSeeding } from '../seeding';
import { CasePlayer } from './case-player';
import { CASE_KEY, DemoStory } from './demo-cases';
import { readNotices, whenDelivered } from './demo-notices';
import { DemoOfficers } from './demo-officers';
import { DemoProgressRepository } from './demo-progress.repository';
import { ExchangeSeeder } from './seed-exchanges';

/** What is left to tell. */
interface Untold {
  readonly today: string;
  /** The exchanges of steps that were made before, by the keys of the steps. */
  readonly made: ReadonlyMap<string, string>;
  readonly officers: DemoOfficers;
}

/** A line after so many cases, so that nobody thinks it hangs. */
const SAID_EVERY = 30;

const untold = async ({ acts, actor, database, clock }: Seeding): Promise<Untold | null> => {
  const progress = new DemoProgressRepository(database);
  if (!(await acts.look(actor, () => progress.isOpen()))) return null;
  return acts.perform(actor, { action: 'seed.demonstrationCases' }, async (note) => {
    const made = await progress.made(CASE_KEY);
    note.detail({ made: made.size });
    const begun = await progress.begin(clock.now());
    const emails = demoPeople.map(({ email }) => email);
    const officers = await DemoOfficers.load(database, emails);
    return { today: localDateIn('Europe/Bucharest', begun), made, officers };
  });
};

const finish = async ({ acts, actor, database, clock }: Seeding, cases: number): Promise<void> => {
  await acts.perform(actor, { action: 'seed.demonstrationCasesTold' }, async (note) => {
    await new DemoProgressRepository(database).finish(clock.now());
    note.detail({ cases });
  });
};

/**
 * Tells the demonstration cases through the application's own services, with the clock set back. A database that has
 * cases of its own keeps what it has; a seed that was killed goes on where it stopped.
 */
export const seedDemoExchanges = async (config: Config): Promise<void> => {
  const left = await withSeeding(config.DATABASE_URL, untold);
  if (left === null) return;
  const clock = new SeedClock();
  const cases = new DemoStory(left.today, demoFourEyesUnits).cases();
  const told = (count: number): void => {
    if (count % SAID_EVERY === 0) process.stdout.write(`demonstration cases: ${count} of ${cases.length}\n`);
  };
  const app = await NestFactory.createApplicationContext(AppModule.with(config, clock), {
    logger: new Logger('silent'),
  });
  try {
    await app.get(OutboxRelay).start();
    await new ExchangeSeeder(new CasePlayer(app, left.officers), clock, told).run(cases, left.made);
    await withSeeding(config.DATABASE_URL, whenDelivered);
    await readNotices(app, clock, left, [...new Set(cases.map(({ from }) => from))]);
  } finally {
    await app.close();
  }
  await withSeeding(config.DATABASE_URL, (seeding) => finish(seeding, cases.length));
};
