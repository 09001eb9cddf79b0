import { Client } from 'pg';
import { testDatabase, type TestDatabase } from './test-database';

const ask = async (url: string, text: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows }: { rows: unknown[] } = await client.query(text);
    return rows;
  } finally {
    await client.end();
  }
};

describe('testDatabase', () => {
  let first: TestDatabase;
  let second: TestDatabase;

  beforeAll(async () => {
    [first, second] = await Promise.all([testDatabase(), testDatabase()]);
  });

  afterAll(async () => {
    await Promise.all([first.drop(), second.drop()]);
  });

  it('comes with the schema of the real migrations', async () => {
    expect(await ask(first.ownerUrl, 'select 1 from migration limit 1')).toHaveLength(1);
  });

  it('belongs to one test file alone', async () => {
    await ask(first.ownerUrl, 'create table only_here ()');
    const found = await ask(second.ownerUrl, `select to_regclass('only_here')::text as name`);
    expect(found).toEqual([{ name: null }]);
  });

  it('has an owner without superuser rights and an app role without DDL', async () => {
    const who = `select current_user::text as name, rolsuper as super from pg_roles where rolname = current_user`;
    expect(await ask(first.ownerUrl, who)).toEqual([{ name: 'soc_owner', super: false }]);
    expect(await ask(first.appUrl, who)).toEqual([{ name: 'soc_app', super: false }]);
    await expect(ask(first.appUrl, 'create table never ()')).rejects.toMatchObject({ code: '42501' });
  });

  it('runs PostgreSQL 18 and reaches nothing over the network', async () => {
    const settings = `select current_setting('server_version_num')::int / 10000 as major,
      current_setting('listen_addresses') as addresses`;
    expect(await ask(first.ownerUrl, settings)).toEqual([{ major: 18, addresses: '' }]);
  });

  it('is gone after drop, even with a session left open', async () => {
    const third = await testDatabase();
    const client = new Client({ connectionString: third.appUrl });
    client.on('error', () => undefined);
    await client.connect();
    await third.drop();
    await expect(ask(third.ownerUrl, 'select 1')).rejects.toMatchObject({ code: '3D000' });
  });
});
