import type { Config } from '../platform/config';
import { demoFourEyesUnits } from './demonstration';
import { DemonstrationRepository } from './demonstration.repository';
import { withSeeding } from './seeding';

/**
 * Lets one unit on each side of the demonstration ask for a second officer. It comes before the cases are played: what
 * leaves these units is approved.
 */
export const seedDemoFourEyes = async (config: Config): Promise<void> => {
  await withSeeding(config.DATABASE_URL, async ({ acts, actor, database, clock }) => {
    await acts.perform(actor, { action: 'seed.fourEyes' }, async (note) => {
      const units = await new DemonstrationRepository(database).askFourEyes(demoFourEyesUnits, clock.now());
      note.detail({ units });
    });
  });
};
