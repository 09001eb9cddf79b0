import { LIMITS } from '@soc-coop/contracts';
import { DataSource } from 'typeorm';
import { type TestApp, testApp } from './support/app';
import { Browser } from './support/browser';

interface Refused {
  readonly code?: string;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

describe('what one caller may ask of the house', () => {
  let house: TestApp;
  beforeAll(async () => {
    house = await testApp();
  });
  afterAll(() => house.close());

  /** Locks a table against everybody; gives the way to let it go. */
  const held = async (table: string): Promise<() => Promise<void>> => {
    const owner = await new DataSource({ type: 'postgres', url: house.database.ownerUrl }).initialize();
    const runner = owner.createQueryRunner();
    await runner.query('begin');
    await runner.query(`lock table ${table} in access exclusive mode`);
    return async () => {
      await runner.query('rollback');
      await runner.release();
      await owner.destroy();
    };
  };

  const post = (url: string, payload: string, remoteAddress = '192.0.2.1') =>
    house.app.inject({
      method: 'POST',
      url,
      payload,
      headers: { 'content-type': 'application/json' },
      remoteAddress,
    });

  it('is so many requests in a minute from one place, and the next ones wait, while other places go on', async () => {
    const from = (remoteAddress: string) =>
      house.app.inject({ method: 'GET', url: '/api/v1/session', remoteAddress });
    // The clock is set back by two days after the first of them: a minute stays a minute.
    const ahead = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 48 * 3_600_000);
    const statuses = [(await from('192.0.2.9')).statusCode];
    ahead.mockRestore();
    while (statuses.length < 1_200) statuses.push((await from('192.0.2.9')).statusCode);
    expect(statuses).not.toContain(429);
    const refused = await from('192.0.2.9');
    expect({ status: refused.statusCode, code: refused.json<Refused>().code }).toEqual({
      status: 429,
      code: 'TOO_MANY_REQUESTS',
    });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect((await from('192.0.2.10')).statusCode).not.toBe(429);
  });

  it('is one operation at a time: a list of them would pass every limit of one', async () => {
    const one = { query: '{ __typename }' };
    const alone = await post('/graphql', JSON.stringify(one));
    const batch = await post('/graphql', JSON.stringify(Array.from({ length: 50 }, () => one)));
    expect(alone.statusCode).toBeLessThan(500);
    expect(batch.statusCode).toBe(400);
    expect(batch.body).not.toContain('Query');
  });

  it.each(['/graphql', '/api/v1/session', '/api/v1/receipts/verification'])(
    'is no more than a body of a megabyte at %s',
    async (url) => {
      const answer = await post(url, JSON.stringify({ query: 'x'.repeat(LIMITS.requestBytes) }));
      expect(answer.statusCode).toBe(413);
    },
  );

  it('is no statement without an end: what waits for a lock is told to come again, and its place is given back', async () => {
    const elena = new Browser(house.app, '192.0.2.11');
    await elena.signIn('elena.popescu@ct.ajpis.example', 'Dunarea-2026-caseworker');
    const ask = () => elena.graphql<object>('{ courses { id } }');
    const letGo = await held('course');
    try {
      // More than there are connections: those that get none wait for a shorter time still.
      const reasons = (await Promise.all(Array.from({ length: 40 }, ask))).flatMap(
        (answer) => answer.reasons,
      );
      expect(reasons).toHaveLength(40);
      expect(['request.timeout', 'service.unavailable']).toEqual(
        expect.arrayContaining([...new Set(reasons)]),
      );
    } finally {
      await letGo();
    }
    const [after] = await house.behind<{ waiting: number }>(
      `select count(*)::int as waiting from pg_stat_activity
       where datname = current_database() and application_name like 'soc-coop%' and state <> 'idle'
         and query like '%course%' and pid <> pg_backend_pid()`,
    );
    expect(after).toEqual({ waiting: 0 });
    expect((await ask()).reasons).toEqual([]);
  });
});
