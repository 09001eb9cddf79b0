import { DataSource, type DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from '../../migrations';
import type { Config } from '../config';

/** Bounds on every statement, so that a stuck database turns into a quick 503 instead of a hanging officer. */
const TIMEOUTS = {
  connectionTimeoutMillis: 1_500,
  query_timeout: 12_000,
  statement_timeout: 10_000,
  lock_timeout: 4_000,
  idle_in_transaction_session_timeout: 15_000,
  keepAlive: true,
} as const;

/** A connection option every session starts with: the app role, unless the address already names it. */
const roleOption = (config: Config): { options?: string } =>
  config.APP_DATABASE_URL === undefined ? { options: '-c role=soc_app' } : {};

const base = (url: string): Extract<DataSourceOptions, { type: 'postgres' }> => ({
  type: 'postgres',
  url,
  uuidExtension: 'pgcrypto',
  installExtensions: false,
  logging: false,
});

/** The data source requests use: app role, no DDL, pipelined statements. */
export const makeAppDataSource = (config: Config): DataSource =>
  new DataSource({
    ...base(config.APP_DATABASE_URL ?? config.DATABASE_URL),
    extra: {
      ...TIMEOUTS,
      ...roleOption(config),
      max: config.DATABASE_POOL,
      pipeline: true,
      application_name: `soc-coop ${config.ROLE}`,
    },
    entities: [],
  });

/** The data source of the owner role: migrations and reference data only. */
export const makeOwnerDataSource = (url: string): DataSource =>
  new DataSource({
    ...base(url),
    migrations: [...MIGRATIONS],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    extra: { max: 2, pipeline: true, application_name: 'soc-coop migrate' },
  });
