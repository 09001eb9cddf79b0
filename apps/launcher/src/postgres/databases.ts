import pg from 'pg';
import type { Server } from './server.ts';

/** The role that owns the schema: it makes roles and tables, and is no superuser, as in production. */
const ownerRole = 'soc_owner';

/** The address of a database over the server's socket, in the form both libpq and node-postgres read. */
export function databaseUrl(
  server: Pick<Server, 'socketDir' | 'port'>,
  database: string,
  role = ownerRole,
): string {
  return `postgresql://${role}@localhost:${server.port}/${database}?host=${encodeURIComponent(server.socketDir)}`;
}

/** Makes the owner role and a database of that name when they are missing. */
export async function ensureDatabase(server: Server, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(server, 'postgres', 'postgres') });
  await client.connect();
  try {
    const role = await client.query('select from pg_roles where rolname = $1', [ownerRole]);
    if (role.rowCount === 0) await client.query(`create role ${ownerRole} login createrole createdb`);
    const found = await client.query('select from pg_database where datname = $1', [database]);
    if (found.rowCount === 0)
      await client.query(`create database ${client.escapeIdentifier(database)} owner ${ownerRole}`);
  } finally {
    await client.end();
  }
}
