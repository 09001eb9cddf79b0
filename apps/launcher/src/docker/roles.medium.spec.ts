import { mkdtempSync, chmodSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { databaseUrl } from '../postgres/databases.ts';
import { settle } from '../postgres/place.ts';
import { type Server, startServer } from '../postgres/server.ts';
import { throwawayKeys } from '../postgres/temporary.ts';
import { pinnedNode, root } from '../tools/paths.ts';
import { capture } from '../tools/processes.ts';

const ask = async (url: string, text: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows }: { rows: unknown[] } = await client.query(text);
    return rows;
  } finally {
    await client.end();
  }
};

/** The roles of production, made by the very script, under the very migrations. */
describe('docker/database/roles.sql', () => {
  let home: string;
  let server: Server;

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'soc-roles-'));
    chmodSync(home, 0o755);
    ({ server } = await startServer(settle(home), 'throwaway'));
    const script = readFileSync(join(root, 'docker/database/roles.sql'), 'utf8').replace(
      /:'\w+'/g,
      `'not-a-secret'`,
    );
    const statements = script.replace(/^--.*$/gm, '').split(';');
    for (const statement of statements.filter((one) => one.trim() !== '')) {
      await ask(databaseUrl(server, 'postgres', 'postgres'), statement);
    }
  });

  afterAll(async () => {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  });

  it('lets an owner without superuser rights run the migrations', async () => {
    const command = join(root, 'apps/api/dist/commands/migrate.js');
    const script = `require('reflect-metadata'); require(${JSON.stringify(command)}).migrateCommand()`;
    const { code, output } = await capture(pinnedNode, ['--eval', script], {
      cwd: join(root, 'apps/api'),
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl(server, 'soc_coop', 'soc_owner'),
        MASTER_KEYS: throwawayKeys,
      },
    });
    expect({ code, output }).toMatchObject({ code: 0 });
  });

  it('gives the app role the tables, and no way to change them', async () => {
    const app = databaseUrl(server, 'soc_coop', 'soc_app');
    await expect(ask(app, 'select count(*) from outbox')).resolves.toHaveLength(1);
    for (const ddl of [
      'create table never ()',
      'drop table outbox',
      'create role never',
      'set role soc_owner',
    ]) {
      await expect(ask(app, ddl)).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('lets the owner look at the data as the app role sees them', async () => {
    const owner = databaseUrl(server, 'soc_coop', 'soc_owner');
    expect(
      await ask(
        `${owner}&options=${encodeURIComponent('-c role=soc_app')}`,
        'select current_user::text as name',
      ),
    ).toEqual([{ name: 'soc_app' }]);
  });

  it('keeps other roles out of the database', async () => {
    const superuser = databaseUrl(server, 'postgres', 'postgres');
    await ask(superuser, 'create role stranger login');
    await expect(ask(databaseUrl(server, 'soc_coop', 'stranger'), 'select 1')).rejects.toMatchObject({
      code: '42501',
    });
  });
});
