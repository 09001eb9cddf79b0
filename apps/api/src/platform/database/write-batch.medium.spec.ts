import { testPlatform, type TestPlatform } from '../../../test/support/platform';
import { systemActor } from '../context';
import { guarded, newId, together } from '.';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await testPlatform();
  await platform.behind(`create table thing (id uuid primary key, version integer not null default 1);
    create table part (id uuid primary key, thing_id uuid not null references thing, seen integer);
    grant select, insert, update on thing, part to soc_app`);
});
afterAll(async () => {
  await platform.close();
});

const actor = systemActor('write-batch-test');
const ADD = together('insert into thing (id) values ($1)');
const ADD_PART = together(
  'insert into part (id, thing_id, seen) values ($1, $2, (select count(*) from part))',
);
const RAISE = guarded('update thing set version = version + 1 where id = $1 and version = $2');
const things = (id: string) =>
  platform.behind<{ version: number }>('select version from thing where id = $1', [id]);
const partsOf = (id: string) =>
  platform.behind<{ seen: number }>('select seen from part where thing_id = $1 order by seen', [id]);

/** The texts a unit of work asks the database for. */
const textsOf = async (work: () => void | Promise<void>): Promise<readonly string[]> => {
  const texts: string[] = [];
  const nothing = (): undefined => undefined;
  platform.dataSource.setOptions({
    logger: {
      logQuery: (text) => void texts.push(text),
      logQueryError: nothing,
      logQuerySlow: nothing,
      logSchemaBuild: nothing,
      logMigration: nothing,
      log: nothing,
    },
  });
  await platform.unitOfWork.run(actor, async () => {
    await work();
  });
  return texts;
};

describe('writes that leave together', () => {
  it('are one statement, whose rows may refer to each other', async () => {
    const id = newId();
    const texts = await textsOf(() => {
      platform.database.sendTogether(ADD_PART, [newId(), id]);
      platform.database.sendTogether(ADD, [id]);
    });
    expect(texts).toHaveLength(1);
    expect(await things(id)).toEqual([{ version: 1 }]);
    expect(await partsOf(id)).toHaveLength(1);
  });

  it('leave before whatever is asked next, and two of a kind one after the other', async () => {
    const id = newId();
    const texts = await textsOf(async () => {
      platform.database.sendTogether(ADD, [id]);
      expect(await platform.database.query('select from thing where id = $1', [id])).toHaveLength(1);
      platform.database.sendTogether(ADD_PART, [newId(), id]);
      platform.database.sendTogether(ADD_PART, [newId(), id]);
    });
    expect(texts.map((text) => text.slice(0, 6))).toEqual(['insert', 'select', 'insert', 'insert']);
    expect((await partsOf(id)).map(({ seen }, _, all) => seen - (all[0]?.seen ?? 0))).toEqual([0, 1]);
  });

  it('do not stand where a guarded update among them finds another version', async () => {
    const [id, other] = [newId(), newId()];
    await textsOf(() => {
      platform.database.sendTogether(ADD, [id]);
    });
    const late = textsOf(() => {
      platform.database.sendTogether(ADD, [other]);
      platform.database.sendTogether(RAISE, [id, 7]);
    });
    await expect(late).rejects.toMatchObject({ code: 'request.stale' });
    expect(await things(id)).toEqual([{ version: 1 }]);
    expect(await things(other)).toEqual([]);
  });

  it('let one of two that saw the same version through', async () => {
    const id = newId();
    await textsOf(() => {
      platform.database.sendTogether(ADD, [id]);
    });
    const raise = () =>
      platform.unitOfWork.run(actor, async () => {
        await platform.database.query('select 1');
        platform.database.sendTogether(RAISE, [id, 1]);
      });
    const ends = await Promise.allSettled([raise(), raise(), raise()]);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await things(id)).toEqual([{ version: 2 }]);
  });

  it('never leave where the work fails before', async () => {
    const id = newId();
    const texts: string[] = [];
    const attempt = textsOf(() => {
      platform.database.sendTogether(ADD, [id]);
      throw new Error('no');
    }).then((asked) => texts.push(...asked));
    await expect(attempt).rejects.toThrow('no');
    expect(await things(id)).toEqual([]);
  });
});
