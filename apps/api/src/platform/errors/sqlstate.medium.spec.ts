import { testPlatform, type TestPlatform } from '../../../test/support/platform';
import { systemActor } from '../context';
import { toDomainError } from './to-domain-error';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await testPlatform();
});
afterAll(async () => {
  await platform.close();
});

const coded = async (sql: string, params: unknown[] = []): Promise<string> => {
  try {
    await platform.unitOfWork.run(systemActor('test'), () => platform.database.query(sql, params));
  } catch (error) {
    return toDomainError(error).code;
  }
  return 'nothing failed';
};

describe('what PostgreSQL says, as a code', () => {
  it.each([
    ['a NUL in a text', 'select $1::text', ['a\u0000b'], 'request.malformed'],
    ['no uuid', 'select $1::uuid', ['not-a-uuid'], 'request.malformed'],
    ['a number out of range', 'select $1::text::int', ['99999999999'], 'request.malformed'],
    ['no instant', 'select $1::timestamptz', ['x'], 'request.malformed'],
    ['a division by nothing', 'select 1 / $1::int', [0], 'request.malformed'],
    ['a day out of range', 'select $1::text::date', ['2026-02-30'], 'request.malformed'],
    ['a negative limit', 'select 1 limit $1', [-1], 'request.malformed'],
    [
      'a duplicate',
      `insert into idempotency_key (owner, key, action, input_hash)
       values ('a','a','a','a'), ('a','a','a','a')`,
      [],
      'request.conflict',
    ],
    [
      'a broken check',
      `insert into audit_event (id, at, action, outcome, actor_kind, body)
       values (gen_random_uuid(), now(), 'a', 'MAYBE', 'a', 'a')`,
      [],
      'request.conflict',
    ],
    ['no right', 'delete from audit_event', [], 'access.forbidden'],
    ['a mistake of ours', 'select from nowhere', [], 'service.internal'],
  ])('%s', async (_, sql, params, code) => {
    expect(await coded(sql, params)).toBe(code);
  });

  it('a database that is gone is unavailable, and the pool recovers', async () => {
    const killed = platform.unitOfWork.run(systemActor('test'), async () => {
      await platform.behind(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where application_name like 'soc-coop%' and datname = current_database()`,
      );
      await platform.database.query('select 1');
    });
    await expect(
      killed.catch((error: unknown) => Promise.reject(toDomainError(error))),
    ).rejects.toMatchObject({
      code: 'service.unavailable',
    });
    await expect(
      platform.unitOfWork.run(systemActor('test'), () => platform.database.query('select 1 as one')),
    ).resolves.toEqual([{ one: 1 }]);
  });

  it('a statement that goes on for too long is cut off, and its connection serves the next', async () => {
    const work = async (): Promise<void> => {
      // What every connection has for ten seconds, for a tenth of one.
      await platform.database.query('set local statement_timeout = 100');
      await platform.database.query('select pg_sleep(60)');
    };
    const tries = Array.from({ length: 60 }, () => platform.unitOfWork.run(systemActor('test'), work));
    for (const end of await Promise.allSettled(tries)) {
      const reason: unknown = end.status === 'rejected' ? end.reason : null;
      expect(toDomainError(reason).code).toBe('request.timeout');
    }
    expect(await coded('select 1', [])).toBe('nothing failed');
  });
});
