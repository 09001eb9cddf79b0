import { seedAgreement, seedAgreementCodes } from './agreement.seed';
import { seedCourses } from './courses.seed';
import { seedTerritories, seedUnits } from './directory.seed';
import { ReferenceRowsRepository } from './reference-rows.repository';
import type { Seeding } from './seeding';

/** How many rows of each kind were new or changed. */
export type ReferenceCounts = Readonly<
  Record<'territories' | 'units' | 'codes' | 'agreements' | 'courses', number>
>;

/** Loads the reference data in one transaction; run again it writes only what is new. */
export const seedReference = async ({ acts, actor, database }: Seeding): Promise<ReferenceCounts> =>
  acts.perform(actor, { action: 'seed.reference' }, async (note) => {
    const rows = new ReferenceRowsRepository(database);
    const counts: ReferenceCounts = {
      territories: await seedTerritories(rows),
      units: await seedUnits(rows),
      codes: await seedAgreementCodes(rows),
      agreements: await seedAgreement(rows),
      courses: await seedCourses(rows),
    };
    note.detail(counts);
    return counts;
  });
