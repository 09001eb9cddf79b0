import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { apiFolder, apiProgram, masterKeys } from '../product';
import { root } from '../settings';
import type { Postgres } from './postgres';

const run = promisify(execFile);
const TEMPLATE = 'chaos_template';
/** The product's own seed without its demonstration cases: the clients bring cases enough. */
const SEED_PEOPLE = `require('reflect-metadata'); require('./dist/seed').runSeed([])`;

/** The environment every process of the product shares in a run. */
export const productEnvironment = (databaseUrl: string): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  NODE_ENV: 'production',
  DATABASE_URL: databaseUrl,
  MASTER_KEYS: masterKeys,
  LOG_LEVEL: 'warn',
  // Clients come from many offices: each says which, so that none is held to the limit of one address.
  TRUST_PROXY: 'true',
});

/** The product's own schema, reference data and invented people, made once and copied for every scenario. */
export const makeTemplate = async (postgres: Postgres): Promise<void> => {
  await postgres.ask('postgres', async (client) => {
    await client.query(`create database ${TEMPLATE} owner soc_owner`);
    // Nothing is killed meanwhile, and copies do not inherit it.
    await client.query(`alter database ${TEMPLATE} set synchronous_commit = off`);
  });
  const env = { ...productEnvironment(postgres.url(TEMPLATE)), DEMO: 'true' };
  await run(process.execPath, [apiProgram, 'migrate'], { cwd: root, env });
  await run(process.execPath, ['--eval', SEED_PEOPLE], { cwd: apiFolder, env });
};

/** A database of a scenario's own. */
export const copyTemplate = async (postgres: Postgres, name: string): Promise<void> => {
  await postgres.ask('postgres', async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name} template ${TEMPLATE} owner soc_owner`);
  });
};
