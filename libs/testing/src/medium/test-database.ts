import { randomBytes } from 'node:crypto';
import { serverVariable, type TestServer } from './test-server';

/** A database of a test file's own, fresh from the migrations. */
export interface TestDatabase {
  readonly name: string;
  /** The address of the owner role, for migrations and for looking behind row-level security. */
  readonly ownerUrl: string;
  /** The address of the app role, under which the API runs: no DDL, row-level security on. */
  readonly appUrl: string;
  /** Ends every session and removes the database. Call it in `afterAll`, after closing what the test opened. */
  drop(): Promise<void>;
}

/** Copies the migrated template into a new database. Names never collide, so test files may run side by side. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = runningServer();
  const name = `test_${process.env['JEST_WORKER_ID'] ?? '0'}_${randomBytes(6).toString('hex')}`;
  const template = new URL(server.ownerUrl).pathname.slice(1);
  const owner = new URL(server.ownerUrl).username;
  await administer(server, `create database ${name} template ${template} owner ${owner} strategy file_copy`);
  const ownerUrl = withDatabase(server.ownerUrl, name);
  return {
    name,
    ownerUrl,
    appUrl: `${ownerUrl}&options=${encodeURIComponent('-c role=soc_app')}`,
    drop: () => administer(server, `drop database if exists ${name} with (force)`),
  };
}

function runningServer(): TestServer {
  const text = process.env[serverVariable];
  if (text === undefined) {
    throw new Error('There is no test server: a test that needs a database is named *.medium.spec.ts.');
  }
  return JSON.parse(text) as TestServer;
}

function withDatabase(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}

async function administer(server: TestServer, statement: string): Promise<void> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: server.superuserUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
