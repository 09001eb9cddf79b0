import { testApp, type TestApp } from '../../../test/support/app';
import { freshKey } from '../../../test/support/browser';
import { ExchangeFactory, requestOf } from '../../../test/support/exchange-factory';
import type { StaffActor } from '../../platform/context';
import { ForwardExchange } from '../moves/forward-exchange';
import { SendExchange } from '../moves/send-exchange';
import { SamePersonService } from './same-person.service';
import { SearchService } from './search.service';

let test: TestApp;
let constanta: StaffActor;
let dobrich: StaffActor;
let make: ExchangeFactory;
const EGN = '7730159420';

beforeAll(async () => {
  test = await testApp();
  constanta = await test.actor('elena.popescu@ct.ajpis.example');
  dobrich = await test.actor('maria.ivanova@dob.asp.example');
  make = new ExchangeFactory(test.app, constanta, dobrich);
});
afterAll(async () => {
  await test.close();
});

const found = async (actor: StaffActor, args: object): Promise<string[]> =>
  (await test.app.get(SearchService).search(actor, args)).edges.map(({ node }) => node.row.id);
const sent = async (subject: object): Promise<string> => {
  const id = await make.draft({ content: requestOf().content, subject });
  return test.app.get(SendExchange).send(constanta, { id, version: 1, idempotencyKey: freshKey() });
};

describe('a request that is forwarded', () => {
  it('is found by the new office and no longer by the old one', async () => {
    const id = await make.sent();
    const [vidin] = await test.behind<{ id: string }>(`select id from unit where code = 'BG-RDSA-VID'`);
    expect(await found(dobrich, { query: 'Щерев' })).toContain(id);
    await test.app.get(ForwardExchange).forward(dobrich, {
      id,
      version: await make.version(id),
      idempotencyKey: freshKey(),
      reasonCode: '01',
      unit: vidin!.id,
    });
    expect(await found(dobrich, { query: 'Щерев' })).not.toContain(id);
    const silvia = await test.actor('silvia.kirova@vid.asp.example');
    expect(await found(silvia, { query: 'Shterev' })).toEqual([id]);
    expect(await found(constanta, { unit: vidin!.id })).toEqual([id]);
    const rows = await test.behind<{ unit: string }>(
      'select unit_id as unit from exchange_search where exchange_id = $1',
      [id],
    );
    expect(rows.map(({ unit }) => unit).sort()).toEqual([constanta.unitId, vidin!.id].sort());
  });
});

describe('open cases about the same person', () => {
  const sameAs = async (actor: StaffActor, input: object) =>
    (await test.app.get(SamePersonService).openCases(actor, input)).map(({ row, matched }) => ({
      id: row.id,
      matched,
    }));
  const subject = {
    ...requestOf().subject,
    familyName: 'Гьоргова',
    givenName: 'Йоана',
    birthDate: '1877-03-04',
    identifiers: [{ type: 'other', country: 'BG', value: 'INVENTED-77' }],
  };
  let open: string;
  let draft: string;
  beforeAll(async () => {
    open = await sent(subject);
    draft = await make.draft({ content: requestOf().content, subject });
  });

  it('are seen by number, and by name with date of birth in either script', async () => {
    const number = { identifiers: [{ type: 'other', value: 'INVENTED-77' }] };
    expect(await sameAs(constanta, number)).toEqual([
      { id: draft, matched: ['IDENTIFIER'] },
      { id: open, matched: ['IDENTIFIER'] },
    ]);
    const name = { familyName: 'Gyorgova', givenName: 'Yoana', birthDate: '1877-03-04' };
    expect(await sameAs(constanta, { ...name, except: draft })).toEqual([
      { id: open, matched: ['NAME', 'BIRTH_DATE'] },
    ]);
    expect(await sameAs(constanta, { ...number, ...name, except: draft })).toEqual([
      { id: open, matched: ['IDENTIFIER', 'NAME', 'BIRTH_DATE'] },
    ]);
  });

  it.each([
    { familyName: 'Гьоргова', givenName: 'Йоана', birthDate: '1877-03-05' },
    { familyName: 'Гьоргова', givenName: 'Йоан', birthDate: '1877-03-04' },
    { familyName: 'Гьоргова', givenName: 'Йоана' },
    { identifiers: [{ type: 'egn', value: 'INVENTED-77' }] },
    {},
  ])('are no other people: %j', async (input) => {
    expect(await sameAs(constanta, input)).toEqual([]);
  });

  it('are those within reach, and leave one event that names nobody', async () => {
    const number = { identifiers: [{ type: 'other', value: 'INVENTED-77' }] };
    const olt = await test.actor('cristina.vlad@ot.ajpis.example');
    const carmen = await test.actor('carmen.ilie@anpis.example');
    expect(await sameAs(olt, number)).toEqual([]);
    // The other side sees what was sent, and never a draft.
    expect(await sameAs(dobrich, number)).toEqual([{ id: open, matched: ['IDENTIFIER'] }]);
    await expect(sameAs(carmen, number)).rejects.toMatchObject({ code: 'access.forbidden' });
    const events = await test.behind<{ body: string }>(
      `select body from audit_event where action = 'exchange.samePerson' and actor_id = $1`,
      [dobrich.accountId],
    );
    expect(events).toHaveLength(1);
    expect(JSON.parse(events[0]?.body ?? '{}')).toMatchObject({
      detail: { criteria: ['identifier'], exchanges: [open] },
    });
    expect(events[0]?.body).not.toContain('INVENTED');
  });
});

describe('with some thousands of exchanges', () => {
  const ROWS = 6000;
  const COMMON = 4000;
  let rare: string;
  beforeAll(async () => {
    rare = await sent({ ...requestOf().subject, familyName: 'Чамурджиева', givenName: 'Рая' });
    // Clones of one exchange in the two units of this test, and twice as many in others that must not be looked at.
    const [other] = await test.behind<{ id: string }>(`select id from unit where code = 'RO-AJPIS-OT'`);
    await test.behind(
      `create temporary table clone as
         select gen_random_uuid() as id, n, case when n <= $2 then $1::uuid else $4::uuid end as unit_id
         from generate_series(1, $2 + $3::int) n`,
      [constanta.unitId, COMMON, ROWS - COMMON, other!.id],
    );
    await test.behind(
      `insert into exchange (id, number, type_code, form_version, state, state_since, requesting_unit_id,
         replying_unit_id, requesting_country, replying_country, language, author_id, agreement_version_id,
         created_at, sent_at)
       select c.id, 'RO-XX-2025-' || lpad(c.n::text, 6, '0'), e.type_code, e.form_version, 'CLOSED', e.state_since,
         c.unit_id, e.replying_unit_id, 'RO', 'BG', e.language, e.author_id, e.agreement_version_id,
         e.created_at - c.n * interval '1 minute', e.sent_at - c.n * interval '1 minute'
       from clone c, exchange e where e.id = $1`,
      [rare],
    );
    await test.behind(
      `insert into exchange_search (exchange_id, unit_id, unit_country, side, other_unit_id, type_code, state, sent_at,
         sort_at, plain, personal, blind, keys)
       select e.id, e.requesting_unit_id, 'RO', 'REQUESTER', e.replying_unit_id, e.type_code, e.state, e.sent_at,
         e.sent_at, lower(e.number), 'ivanka petrova', array[md5(e.id::text)],
         soc_search_keys(e.requesting_unit_id, lower(e.number) || ' ivanka petrova', '{}', array[md5(e.id::text)])
       from exchange e join clone c on c.id = e.id`,
    );
    await test.behind('vacuum analyze exchange_search');
    await test.behind('analyze exchange');
  });

  /** How often each index of the search table was walked, and the table read from end to end, by what is done. */
  const walked = async (work: () => Promise<unknown>) => {
    const read = async () => {
      const rows = await test.behind<{ name: string; scans: number }>(
        `select indexrelname as name, idx_scan::int as scans from pg_stat_user_indexes where relname = 'exchange_search'
         union all select 'whole', seq_scan::int from pg_stat_user_tables where relname = 'exchange_search'`,
      );
      return new Map(rows.map(({ name, scans }) => [name, scans]));
    };
    const changedSince = async (before: ReadonlyMap<string, number>) =>
      [...(await read())].filter(([name, scans]) => scans > (before.get(name) ?? 0)).map(([name]) => name);
    // The figures of a pooled connection reach the view when it has been idle for a while, how long nobody promises:
    // quiet is when nothing has changed for more than a second.
    const quiet = async () => {
      for (let last = await read(); ;) {
        await new Promise((resolve) => setTimeout(resolve, 1_200));
        if ((await changedSince(last)).length === 0) return last;
        last = await read();
      }
    };
    // Done once before: the connection that does it hands in with it what it still had from filling the table.
    await work();
    const before = await quiet();
    await work();
    for (let tries = 0; tries < 40; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      if ((await changedSince(before)).length > 0) break;
    }
    await quiet();
    return changedSince(before);
  };

  it('a rare name, a number and a hash go through the index of keys, and never through the whole table', async () => {
    for (const args of [
      { query: 'Chamurdzhieva' },
      { query: '003977' },
      { identifier: EGN, query: 'Чамурджиева' },
    ]) {
      const used = await walked(async () => {
        expect(await found(constanta, args)).toHaveLength(1);
      });
      expect(used).toContain('exchange_search_keys');
      expect(used).not.toContain('whole');
    }
  });

  it('a common name walks the newest rows or the index, never the whole table, and its count is capped', async () => {
    let total: unknown;
    const used = await walked(async () => {
      total = (await test.app.get(SearchService).search(constanta, { query: 'Petrova', first: 5 })).total;
    });
    expect(total).toEqual({ value: 1000, capped: true });
    expect(used).not.toContain('whole');
  });

  it('finds the rows of the own unit alone', async () => {
    const seen = await test.app.get(SearchService).search(constanta, { query: 'Ivanka 005000', first: 100 });
    expect(seen.total.value).toBe(0);
    const olt = await test.actor('cristina.vlad@ot.ajpis.example');
    expect((await test.app.get(SearchService).search(olt, { query: 'Ivanka 005000' })).total.value).toBe(1);
  });
});
