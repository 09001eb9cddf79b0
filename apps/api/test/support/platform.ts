import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { testDatabase, type TestDatabase } from '@soc-coop/testing';
import { Acts } from '../../src/platform/acts';
import { AuditRepository } from '../../src/platform/audit/audit.repository';
import { Clock } from '../../src/platform/clock/clock';
import { type Config, loadConfig } from '../../src/platform/config';
import { Database, makeAppDataSource, UnitOfWork } from '../../src/platform/database';
import { IdempotencyRepository } from '../../src/platform/idempotency/idempotency.repository';
import { Once } from '../../src/platform/idempotency/once';

/** Settings that are enough to reach a test database. */
export const testSettings = (database: TestDatabase, more: Record<string, string> = {}) =>
  loadConfig({
    DATABASE_URL: database.ownerUrl,
    MASTER_KEYS: `test:${Buffer.alloc(32, 1).toString('base64')}`,
    LOG_LEVEL: 'silent',
    DEMO: 'true',
    // Enough for the races of tests: twenty at once, each in a transaction of its own.
    DATABASE_POOL: '24',
    FILE_STORE: join(tmpdir(), `soc-coop-files-${process.pid}`),
    ...more,
  });

/** The platform's parts on a database of their own, without a server around them. */
export interface TestPlatform {
  readonly acts: Acts;
  readonly database: Database;
  readonly unitOfWork: UnitOfWork;
  readonly dataSource: DataSource;
  readonly settings: Config;
  /** The address of the owner role, for loading data. */
  readonly ownerUrl: string;
  /** Looks behind row-level security, as the owner. */
  readonly behind: <Row>(sql: string, params?: unknown[]) => Promise<Row[]>;
  readonly close: () => Promise<void>;
}

/** Builds the platform on a fresh database. */
export const testPlatform = async (): Promise<TestPlatform> => {
  const own = await testDatabase();
  const settings = testSettings(own);
  const dataSource = await makeAppDataSource(settings).initialize();
  const owner = await new DataSource({ type: 'postgres', url: own.ownerUrl }).initialize();
  const database = new Database();
  const unitOfWork = new UnitOfWork(dataSource);
  const acts = new Acts(
    unitOfWork,
    new AuditRepository(database),
    new Once(new IdempotencyRepository(database)),
    new Clock(),
  );
  return {
    acts,
    database,
    unitOfWork,
    dataSource,
    settings,
    ownerUrl: own.ownerUrl,
    behind: (sql, params = []) => owner.query(sql, params),
    close: async () => {
      await dataSource.destroy();
      await owner.destroy();
      await own.drop();
    },
  };
};
