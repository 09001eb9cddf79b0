import { AsyncResource } from 'node:async_hooks';
import { testPlatform, type TestPlatform } from '../../../test/support/platform';
import { systemActor } from '../context';
import { newId } from '../database';
import { DomainError, toDomainError } from '../errors';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await testPlatform();
});
afterAll(async () => {
  await platform.close();
});

const actor = systemActor('acts-test');
const put = async (topic: string): Promise<void> => {
  await platform.database.execute(`insert into outbox (id, topic, key, payload) values ($1, $2, '', '{}')`, [
    newId(),
    topic,
  ]);
};
const outboxOf = async (topic: string): Promise<number> =>
  (await platform.behind('select 1 from outbox where topic = $1', [topic])).length;
const eventsOf = (action: string) =>
  platform.behind<{ outcome: string; reason: string | null; body: string }>(
    'select outcome, reason, body from audit_event where action = $1 order by at',
    [action],
  );

describe('an act', () => {
  it('commits its work and exactly one event together', async () => {
    const id = newId();
    await platform.acts.perform(actor, { action: 'test.done' }, async (note) => {
      await put('done');
      note.resource('thing', id);
      note.detail({ count: 1 });
    });
    expect(await outboxOf('done')).toBe(1);
    const [event, ...others] = await eventsOf('test.done');
    expect(others).toEqual([]);
    expect(JSON.parse(event?.body ?? '{}')).toMatchObject({
      v: 1,
      action: 'test.done',
      outcome: 'ALLOWED',
      resource: { type: 'thing', id },
      detail: { count: 1 },
    });
  });

  it('is done again, whole and under its key, where PostgreSQL made it the loser of a deadlock', async () => {
    let tries = 0;
    const act = { action: 'test.deadlock', once: { key: 'deadlock-key', input: {} } };
    const result = await platform.acts.perform(actor, act, async () => {
      tries += 1;
      await put('deadlock');
      if (tries < 3)
        await platform.database.query(`do $$ begin raise exception 'lost' using errcode = '40P01'; end $$`);
      return tries;
    });
    expect(result).toBe(3);
    expect(await outboxOf('deadlock')).toBe(1);
    expect((await eventsOf('test.deadlock')).map(({ outcome }) => outcome)).toEqual(['ALLOWED']);
  });

  it('says that it is under way where its key is held, and that it took too long where something else is', async () => {
    const act = (key: string) => ({ action: 'test.held', once: { key, input: {} } });
    const coded = async (key: string, sql: string): Promise<string> => {
      const attempt = platform.acts.perform(actor, act(key), () => platform.database.query(sql));
      return attempt.then(
        () => 'nothing failed',
        (error: unknown) => toDomainError(error).code,
      );
    };
    let letGo = (): void => undefined;
    const until = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let held = (): void => undefined;
    const isHeld = new Promise<void>((resolve) => {
      held = resolve;
    });
    const first = platform.acts.perform(actor, act('held-key'), async () => {
      await put('held');
      await platform.database.query(`select pg_advisory_xact_lock(4711)`);
      held();
      await until;
    });
    await isHeld;
    const answers = [coded('held-key', 'select 1'), coded('other-key', 'select pg_advisory_xact_lock(4711)')];
    expect(await Promise.all(answers)).toEqual(['request.keyRunning', 'request.timeout']);
    letGo();
    await first;
    expect(await outboxOf('held')).toBe(1);
  });

  it('tells the officer where it lost three times, and never repeats what has no key', async () => {
    let tries = 0;
    const lose = async (): Promise<void> => {
      tries += 1;
      await platform.database.query(`do $$ begin raise exception 'lost' using errcode = '40001'; end $$`);
    };
    const once = { key: 'race-key', input: {} };
    await expect(platform.acts.perform(actor, { action: 'test.race', once }, lose)).rejects.toThrow('lost');
    expect(tries).toBe(3);
    await expect(platform.acts.perform(actor, { action: 'test.keyless' }, lose)).rejects.toThrow('lost');
    expect(tries).toBe(4);
    expect((await eventsOf('test.race')).map(({ outcome }) => outcome)).toEqual(['REFUSED']);
  });

  it('does not happen where its event cannot be written, although both travel together', async () => {
    const attempt = platform.acts.perform(actor, { action: 'test.unwritten' }, async (note) => {
      await put('unwritten');
      // No text of PostgreSQL holds this sign.
      note.detail({ broken: '\u0000', action: 'x' });
      note.resource('thing', '\u0000');
    });
    await expect(attempt).rejects.toThrow();
    expect(await outboxOf('unwritten')).toBe(0);
    expect(await eventsOf('test.unwritten')).toEqual([]);
  });

  it('is never reported as done when a statement had failed and somebody kept quiet about it', async () => {
    const attempt = platform.acts.perform(actor, { action: 'test.quiet' }, async () => {
      await put('quiet');
      await platform.database.query('select 1 / 0').catch(() => undefined);
    });
    await expect(attempt).rejects.toThrow();
    expect(await outboxOf('quiet')).toBe(0);
  });

  it('cannot be added to after it has ended', async () => {
    const late = await platform.acts.look(actor, async () => AsyncResource.bind(() => put('late')));
    await expect(late()).rejects.toThrow('after its unit of work');
    expect(await outboxOf('late')).toBe(0);
  });

  it('leaves nothing but the event when it is refused', async () => {
    const attempt = platform.acts.perform(actor, { action: 'test.refused' }, async () => {
      await put('refused');
      throw new DomainError('access.forbidden');
    });
    await expect(attempt).rejects.toMatchObject({ code: 'access.forbidden' });
    expect(await outboxOf('refused')).toBe(0);
    expect(await eventsOf('test.refused')).toMatchObject([
      { outcome: 'REFUSED', reason: 'access.forbidden' },
    ]);
  });

  it('is not done when its event cannot be written', async () => {
    await platform.behind('revoke insert on audit_event from soc_app');
    try {
      const attempt = platform.acts.perform(actor, { action: 'test.unwitnessed' }, () => put('unwitnessed'));
      await expect(attempt).rejects.toThrow();
      expect(await outboxOf('unwitnessed')).toBe(0);
    } finally {
      await platform.behind('grant insert on audit_event to soc_app');
    }
  });

  it('may not contain another one: that would leave two events', async () => {
    const nested = platform.acts.perform(actor, { action: 'test.outer' }, () =>
      platform.acts.perform(actor, { action: 'test.inner' }, async () => undefined),
    );
    await expect(nested).rejects.toThrow('inside another act');
  });

  it('can neither change nor delete an event afterwards', async () => {
    const change = (sql: string) => platform.unitOfWork.run(actor, () => platform.database.execute(sql));
    await expect(change(`update audit_event set outcome = 'REFUSED'`)).rejects.toMatchObject({
      code: '42501',
    });
    await expect(change('delete from audit_event')).rejects.toMatchObject({ code: '42501' });
    await expect(change('create table mine (a int)')).rejects.toMatchObject({ code: '42501' });
  });
});

describe('an act with a key', () => {
  const act = (key: string, input: object, topic: string) =>
    platform.acts.perform(actor, { action: 'test.once', once: { key, input } }, async () => {
      await put(topic);
      return { id: newId() };
    });

  it('happens once and gives the first answer again', async () => {
    const first = await act('key-1', { a: 1 }, 'once');
    const second = await act('key-1', { a: 1 }, 'once');
    expect(second).toEqual(first);
    expect(await outboxOf('once')).toBe(1);
  });

  it('is a conflict with another input', async () => {
    await act('key-2', { a: 1 }, 'conflict');
    await expect(act('key-2', { a: 2 }, 'conflict')).rejects.toMatchObject({ code: 'request.keyReused' });
    expect(await outboxOf('conflict')).toBe(1);
  });

  it('happens once when ten requests race, and all ten get the same answer', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => act('key-3', { a: 1 }, 'race')));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await outboxOf('race')).toBe(1);
  });

  it('may be tried again after a refusal, which kept no key', async () => {
    let allow = false;
    const attempt = () =>
      platform.acts.perform(actor, { action: 'test.retry', once: { key: 'key-4', input: {} } }, async () => {
        if (!allow) throw new DomainError('access.forbidden');
        return 'done';
      });
    await expect(attempt()).rejects.toMatchObject({ code: 'access.forbidden' });
    allow = true;
    await expect(attempt()).resolves.toBe('done');
  });

  it.each(['', 'with space', 'x'.repeat(65), 'ключ'])('refuses the key %j', async (key) => {
    await expect(act(key, {}, 'form')).rejects.toMatchObject({ code: 'request.invalid' });
  });
});
