import type { Client } from 'pg';
import { testPlatform, type TestPlatform } from '../../../test/support/platform';
import { systemActor } from '../context';
import { newId, together } from '.';
import { Trips } from './trip';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await testPlatform();
  await platform.behind('create table stop (id uuid primary key); grant select, insert on stop to soc_app');
});
afterAll(async () => {
  await platform.close();
});

const actor = systemActor('trip-test');
/** Work on one connection of the pool, outside of any transaction. */
const onClient = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
  const runner = platform.dataSource.createQueryRunner();
  try {
    return await work((await runner.connect()) as Client);
  } finally {
    await runner.release();
  }
};
const named = (name: string, text: string, values: readonly unknown[] = []) => ({ name, text, values });

describe('statements of one trip', () => {
  it('leave as one packet and are answered each with its rows', async () => {
    const [packets, answers] = await onClient(async (client) => {
      let syncs = 0;
      const { connection } = client;
      const sync = connection.sync.bind(connection);
      connection.sync = () => {
        syncs += 1;
        sync();
      };
      const trips = new Trips(client);
      const both = await Promise.all([
        trips.ask(named('trip-one', 'select $1::int as n, $2::timestamptz as at', [7, new Date(0)])),
        trips.ask({ text: 'select $1::text[] as words, null as nothing', values: [['a', 'b"c']] }),
      ]);
      connection.sync = sync;
      return [syncs, both] as const;
    });
    expect(packets).toBe(1);
    expect(answers.map(({ rows, rowCount, command }) => ({ rows, rowCount, command }))).toEqual([
      { rows: [{ n: 7, at: new Date(0) }], rowCount: 1, command: 'SELECT' },
      { rows: [{ words: ['a', 'b"c'], nothing: null }], rowCount: 1, command: 'SELECT' },
    ]);
  });

  it('give the same rows when their columns are not described again', async () => {
    const rows = await onClient(async (client) => {
      const ask = async (n: number) =>
        (await new Trips(client).ask(named('trip-again', 'select $1::int as n, now() as at', [n]))).rows;
      return [await ask(1), await ask(2)];
    });
    expect(rows).toMatchObject([[{ n: 1 }], [{ n: 2 }]]);
    expect(
      rows
        .flat()
        .every((row) => typeof row === 'object' && row !== null && 'at' in row && row.at instanceof Date),
    ).toBe(true);
  });

  it('fail with the one that failed before them, and are parsed by the next trip', async () => {
    await onClient(async (client) => {
      const trips = new Trips(client);
      const [before, broken, behind] = await Promise.allSettled([
        trips.ask(named('trip-before', 'select 1 as n')),
        trips.ask(named('trip-broken', 'select 1 / $1::int as n', [0])),
        trips.ask(named('trip-behind', 'select 3 as n')),
      ]);
      expect(before).toMatchObject({ status: 'fulfilled', value: { rows: [{ n: 1 }] } });
      expect(broken).toMatchObject({ status: 'rejected', reason: { code: '22012' } });
      expect(behind).toMatchObject({ status: 'rejected', reason: { code: '22012' } });
      const [again, next] = await Promise.all([
        trips.ask(named('trip-broken', 'select 1 / $1::int as n', [1])),
        trips.ask(named('trip-behind', 'select 3 as n')),
      ]);
      expect([again.rows, next.rows]).toEqual([[{ n: 1 }], [{ n: 3 }]]);
    });
  });
});

describe('a unit of work whose last trip fails', () => {
  it('leaves nothing behind, and no transaction open on its connection', async () => {
    const id = newId();
    const add = together('insert into stop (id) values ($1)');
    const twice = platform.unitOfWork.run(actor, async () => {
      platform.database.sendTogether(add, [id]);
      platform.database.sendTogether(add, [id]);
    });
    await expect(twice).rejects.toMatchObject({ code: '23505' });
    expect(await platform.behind('select from stop where id = $1', [id])).toEqual([]);
    const open = await platform.behind(
      `select state from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
    );
    expect(open).toEqual([]);
  });

  it('does not begin one that nobody ends where the work fails at once', async () => {
    const attempt = platform.unitOfWork.run(actor, async () => {
      throw new Error('at once');
    });
    await expect(attempt).rejects.toThrow('at once');
    const open = await platform.behind(
      `select state from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
    );
    expect(open).toEqual([]);
  });
});
