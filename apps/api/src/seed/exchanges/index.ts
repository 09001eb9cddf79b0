import { NestFactory } from '@nestjs/core';
import type { Role } from '@soc-coop/contracts';
import { localDateIn } from '@soc-coop/domain';
import { AppModule } from '../../app.module';
import type { Config } from '../../platform/config';
import { Logger } from '../../platform/log';
import { demoPeople } from '../demonstration';
import { SeedClock } from '../seed-clock';
import { withSeeding } from '../seeding';
import { DemoOfficers } from './demo-officers';
import { ExchangeSeeder } from './seed-exchanges';

/** The caseworkers the scenarios are played by, by the county or district of their office. */
const CASEWORKER: Role = 'CASEWORKER';

const alreadyLoaded = async (config: Config): Promise<boolean> =>
  withSeeding(config.DATABASE_URL, ({ database, acts, actor }) =>
    acts.look(actor, async () => (await database.query('select 1 from exchange limit 1')).length > 0),
  );

/**
 * Loads the demonstration exchanges through the application's own services, with the clock set back. A database
 * that has any exchange keeps what it has.
 */
export const seedDemoExchanges = async (config: Config): Promise<void> => {
  if (await alreadyLoaded(config)) return;
  const clock = new SeedClock();
  const officers = await withSeeding(config.DATABASE_URL, ({ database, acts, actor }) =>
    acts.look(actor, () => new DemoOfficers(database).load(demoPeople, CASEWORKER)),
  );
  const app = await NestFactory.createApplicationContext(AppModule.with(config, clock), {
    logger: new Logger('silent'),
  });
  try {
    await new ExchangeSeeder(app, clock, officers, localDateIn('Europe/Bucharest', clock.now())).run();
  } finally {
    await app.close();
  }
};
