import { loadConfig } from '../platform/config';
import { makeOwnerDataSource, migrate } from '../platform/database';
import { migrateJobs } from '../platform/jobs/jobs';

/** `migrate`: brings schema and job tables up to date as the owner role, and says what was done. */
export const migrateCommand = async (): Promise<void> => {
  const { DATABASE_URL } = loadConfig();
  const done = await migrate(DATABASE_URL);
  const owner = await makeOwnerDataSource(DATABASE_URL).initialize();
  try {
    await migrateJobs(DATABASE_URL, (sql) => owner.query(sql));
  } finally {
    await owner.destroy();
  }
  process.stdout.write(done.length === 0 ? 'schema is up to date\n' : `migrated: ${done.join(', ')}\n`);
};
