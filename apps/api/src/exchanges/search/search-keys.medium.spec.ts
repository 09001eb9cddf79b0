import { DataSource, type QueryRunner } from 'typeorm';
import { testApp, type TestApp } from '../../../test/support/app';
import { freshKey } from '../../../test/support/browser';
import { ExchangeFactory, requestOf } from '../../../test/support/exchange-factory';
import { NarrowSearch1795000026000 } from '../../migrations/1795000026000-narrow-search';
import type { StaffActor } from '../../platform/context';
import { DraftsService } from '../drafts.service';
import { SendExchange } from '../moves/send-exchange';
import { SearchService } from './search.service';

let test: TestApp;
let owner: DataSource;
let constanta: StaffActor;
let dobrich: StaffActor;

const PEOPLE = [
  ['Георгиева-Щерева', 'Надежда'],
  ['Țăndărei', 'Ion'],
  ['Șerban', 'Ana Ö’Brien'],
] as const;

beforeAll(async () => {
  test = await testApp();
  owner = await new DataSource({ type: 'postgres', url: test.database.ownerUrl }).initialize();
  constanta = await test.actor('elena.popescu@ct.ajpis.example');
  dobrich = await test.actor('maria.ivanova@dob.asp.example');
  const make = new ExchangeFactory(test.app, constanta, dobrich);
  for (const [familyName, givenName] of PEOPLE) {
    const subject = { ...requestOf().subject, familyName, givenName };
    const id = await make.draft({ content: requestOf().content, subject });
    await test.app.get(SendExchange).send(constanta, { id, version: 1, idempotencyKey: freshKey() });
  }
  const id = await make.draft(requestOf());
  await test.app.get(DraftsService).saveRequest(constanta, {
    ...{ ...requestOf(), id, version: 1, idempotencyKey: freshKey(), replyingUnit: dobrich.unitId },
    nationalFileNumber: 'ДС-77/2026 a%b_c\\d',
  });
});
afterAll(async () => {
  await owner.destroy();
  await test.close();
});

/** Every part of every word, as typed, within the reach of the reader: by the function, and by reading all rows. */
const DIFFERENT = `
  with parts as (
    select distinct substr(word, at, size) as part
    from exchange_search s, string_to_array(s.plain || ' ' || s.personal, ' ') words, unnest(words) word,
      generate_series(1, length(word)) at, generate_series(1, 12) size where at + size - 1 <= length(word)
  ), sought as (
    select part, '%' || regexp_replace(part, '[\\\\%_]', '\\\\\\&', 'g') || '%' as pattern from parts
    where length(part) < 3 or part ~ '[^a-z]' or md5(part) < '1'
  ), both_ways as (
    select part, array(select distinct s.exchange_id from exchange_search s
        where s.plain || ' ' || s.personal like pattern and ($1 <> 'country' or s.unit_country = 'BG') order by 1) as read,
      array(select distinct f.exchange_id from soc_search_exchanges(array[pattern], array[pattern], null, null, null,
        null, null, null, null, null, null, null, null, 1001) f order by 1) as found
    from sought
  )
  select count(*)::int as parts, coalesce(array_agg(part) filter (where read <> found), '{}') as different,
    min(cardinality(read)) as least, max(cardinality(read)) as most from both_ways`;

const within = async <Row>(
  settings: Record<string, string>,
  sql: string,
  params: unknown[],
): Promise<Row[]> => {
  const runner = owner.createQueryRunner();
  await runner.query('begin');
  try {
    await runner.query('set local role soc_app');
    for (const [name, value] of Object.entries(settings))
      await runner.query('select set_config($1, $2, true)', [`soc.${name}`, value]);
    return (await runner.query(sql, params)) as Row[];
  } finally {
    await runner.query('rollback');
    await runner.release();
  }
};

interface Compared {
  readonly parts: number;
  readonly different: readonly string[];
  readonly least: number;
  readonly most: number;
}

describe('what is found by keys', () => {
  it.each(['unit', 'country'])('is what reading every row would find, within the %s', async (scope) => {
    const settings = { scope, unit: dobrich.unitId, country: scope === 'country' ? 'BG' : '' };
    const [compared] = await within<Compared>(settings, DIFFERENT, [scope]);
    expect(compared?.different).toEqual([]);
    expect(compared).toMatchObject({ least: 1, most: 3 });
    expect(compared?.parts).toBeGreaterThan(200);
  });

  it('is the same in a draft with every sign in its file number', async () => {
    const [compared] = await within<Compared>(
      { scope: 'unit', unit: constanta.unitId, country: '' },
      DIFFERENT,
      ['unit'],
    );
    expect(compared?.different).toEqual([]);
    expect(compared?.most).toBe(4);
  });

  it('shows nothing to the product of how it is found', async () => {
    const app = { scope: 'unit', unit: constanta.unitId, country: '' };
    for (const sql of ['select 1 from search_phrase', `select soc_search_grams('ab')`])
      await expect(within(app, sql, [])).rejects.toMatchObject({ code: '42501' });
  });
});

describe('rows from before there were keys', () => {
  const rows = async () =>
    test.behind(`select exchange_id, unit_id, keys from exchange_search order by exchange_id, unit_id`);
  const phrases = async () =>
    test.behind<{ text: string }>(`select text from search_phrase order by text collate "C"`);

  const migrate = async (work: (runner: QueryRunner) => Promise<void>): Promise<void> => {
    const runner = owner.createQueryRunner();
    try {
      await work(runner);
    } finally {
      await runner.release();
    }
  };

  it('get the keys they would be written with, also where the filling was cut off', async () => {
    const [written, told] = [await rows(), await phrases()];
    expect(told).toHaveLength(3);
    await test.behind('alter table exchange_search alter column keys drop not null');
    await test.behind('truncate search_phrase');
    await test.behind('update exchange_search set keys = null');
    await test.behind('drop index exchange_search_keys');
    await test.behind(`alter table exchange_search add column doc text generated always as (plain) stored`);
    await test.behind(`create index exchange_search_find on exchange_search using gin (doc gin_trgm_ops)`);

    await migrate((runner) => new NarrowSearch1795000026000().up(runner));
    expect(await rows()).toEqual(written);
    expect(await phrases()).toEqual(told);
    expect(await test.app.get(SearchService).search(constanta, { query: 'Shtereva' })).toMatchObject({
      total: { value: 1 },
    });

    // Cut off after some were filled, and taken again.
    await test.behind('alter table exchange_search alter column keys drop not null');
    await test.behind('update exchange_search set keys = null where unit_id = $1', [constanta.unitId]);
    await migrate((runner) => new NarrowSearch1795000026000().up(runner));
    expect(await rows()).toEqual(written);
    const left = await test.behind<{ name: string }>(
      `select indexrelid::regclass::text as name from pg_index
       where indrelid = 'exchange_search'::regclass and indisvalid and indexrelid::regclass::text ~ '_(find|keys|plain)$' order by 1`,
    );
    expect(left.map(({ name }) => name)).toEqual(['exchange_search_keys', 'exchange_search_plain']);
  });
});
