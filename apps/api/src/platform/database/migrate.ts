import { makeOwnerDataSource } from './data-source';

/**
 * Brings the database to the newest schema as the owner role. A PostgreSQL advisory lock makes a second process
 * that starts at the same moment wait instead of migrating twice.
 */
export const migrate = async (databaseUrl: string): Promise<readonly string[]> => {
  const dataSource = await makeOwnerDataSource(databaseUrl).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query(`select pg_advisory_lock(hashtext('soc-coop migrate'))`);
    const done = await dataSource.runMigrations();
    return done.map(({ name }) => name);
  } finally {
    await lock.query(`select pg_advisory_unlock(hashtext('soc-coop migrate'))`);
    await lock.release();
    await dataSource.destroy();
  }
};
