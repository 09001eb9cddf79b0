import type { ExchangeQueue, ExchangeSort } from '@soc-coop/contracts';
import type { ExchangeFilter } from '@soc-coop/dto';
import { testApp, type TestApp } from '../../test/support/app';
import { freshKey } from '../../test/support/browser';
import { ExchangeFactory } from '../../test/support/exchange-factory';
import { Statements } from '../../test/support/statements';
import type { StaffActor } from '../platform/context';
import { ExchangesService } from './exchanges.service';
import { HandlerMoves } from './moves/handler-moves';

let test: TestApp;
let make: ExchangeFactory;
let [elena, maria, florin, olt]: StaffActor[] = [];
const ids: string[] = [];

beforeAll(async () => {
  test = await testApp();
  elena = await test.actor('elena.popescu@ct.ajpis.example');
  maria = await test.actor('maria.ivanova@dob.asp.example');
  florin = await test.actor('florin.voicu@anpis.example');
  olt = await test.actor('cristina.vlad@ot.ajpis.example');
  make = new ExchangeFactory(test.app, elena, maria);
  for (let i = 0; i < 3; i += 1) ids.push(await make.draft());
  for (let i = 0; i < 7; i += 1) ids.push(await make.sent());
  // Days and instants that repeat: the id alone parts what else is equal.
  for (const [at, id] of ids.entries())
    await test.behind(
      `update exchange set due_on = case when sent_at is null then due_on else date '2026-12-01' + $2::int % 3 end,
         created_at = timestamptz '2026-11-01 08:00Z' + $2::int / 2 * interval '1 day' where id = $1`,
      [id, at],
    );
}, 120_000);
afterAll(async () => {
  await test.close();
});

const all = (
  queue: ExchangeQueue,
  filter: ExchangeFilter = {},
  actor = elena!,
  sort: ExchangeSort | null = null,
) => test.app.get(ExchangesService).list(actor, queue, filter, { first: 100, sort });
const idsOf = async (queue: ExchangeQueue, filter: ExchangeFilter = {}, actor = elena!): Promise<string[]> =>
  (await all(queue, filter, actor)).edges.map(({ node }) => node.row.id);

/** A list read in pages of so many rows. */
const inPages = async (queue: ExchangeQueue, sort: ExchangeSort, size: number, actor: StaffActor) => {
  const seen: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < 50; page += 1) {
    const cut = await test.app.get(ExchangesService).list(actor, queue, {}, { first: size, after, sort });
    seen.push(...cut.edges.map(({ node }) => node.row.id));
    if (!cut.hasNextPage) return seen;
    after = cut.edges.at(-1)?.cursor ?? null;
  }
  throw new Error('a list without an end');
};

describe('a list sorted as asked', () => {
  it.each(['DUE', 'NEWEST', 'OLDEST', 'NUMBER'] as const)(
    'by %s gives every row once, in one order, however it is cut into pages',
    async (sort) => {
      for (const actor of [elena!, florin!]) {
        const whole = (await all('ALL', {}, actor, sort)).edges.map(({ node }) => node.row);
        const keys = whole.map((row) => {
          if (sort === 'DUE') return row.dueOn;
          return sort === 'NUMBER' ? (row.number ?? '') : row.createdAt.toISOString();
        });
        const sorted = [...keys].sort();
        expect(keys).toEqual(sort === 'NEWEST' ? sorted.reverse() : sorted);
        expect(whole.length).toBeGreaterThanOrEqual(7);
        for (const size of [1, 3])
          expect(await inPages('ALL', sort, size, actor)).toEqual(whole.map(({ id }) => id));
      }
      expect(await inPages('NEEDS_ME', sort, 2, maria!)).toHaveLength(7);
    },
  );

  it('takes no cursor of another order, and none with a day or an id that is none', async () => {
    const { edges } = await all('ALL', {}, elena, 'DUE');
    const ask = (after: string, sort: ExchangeSort) =>
      test.app.get(ExchangesService).list(elena!, 'ALL', {}, { first: 2, after, sort });
    await expect(ask(edges[0]!.cursor, 'NEWEST')).rejects.toMatchObject({ code: 'request.cursorInvalid' });
    for (const key of [
      ['2026-02-31', ids[0]],
      ['2026-02-01', 'x'],
      ["'; drop", ids[0]],
    ]) {
      const cursor = Buffer.from(JSON.stringify(key)).toString('base64url');
      await expect(ask(cursor, 'DUE')).rejects.toMatchObject({ code: 'request.cursorInvalid' });
    }
  });

  it('is one statement and the event, whatever it goes by and is narrowed to', async () => {
    const statements = new Statements(test.app);
    const filter: ExchangeFilter = {
      urgency: 'NORMAL',
      handler: 'NOBODY',
      dueFrom: '2026-01-01',
      waitingDays: 1,
    };
    for (const sort of ['DUE', 'NEWEST', 'OLDEST', 'NUMBER'] as const)
      for (const narrowed of [{}, filter])
        expect(await statements.during(() => all('ALL', narrowed, elena, sort))).toHaveLength(2);
  });

  it('walks an index of its own in the list that grows for years', async () => {
    await test.behind(
      `insert into exchange (id, type_code, form_version, state, state_since, requesting_unit_id, replying_unit_id,
         requesting_country, replying_country, language, author_id, created_at, sent_at, number, due_on,
         agreement_version_id)
       select gen_random_uuid(), e.type_code, 1, 'CLOSED', now(), u.id, e.replying_unit_id, 'RO', 'BG', 'ro', e.author_id,
         now() - i * interval '1 minute', now(), 'T-' || i, current_date + i % 300, e.agreement_version_id
       from exchange e, generate_series(1, 8000) i
         join (select id, row_number() over (order by code) as at from unit where country = 'RO') u on u.at = 1 + i % 20
       where e.id = $1`,
      [ids[9]],
    );
    await test.behind('vacuum analyze exchange');
    const { unitId } = elena!;
    for (const [key, index] of [
      ['e.due_on', 'by_due'],
      [`coalesce(e.number, '')`, 'by_number'],
    ])
      for (const side of ['requesting_unit_id', 'replying_unit_id and e.sent_at is not null'])
        expect(
          JSON.stringify(
            await test.asUnit(
              unitId,
              `explain (costs off) select e.id from exchange e where '${unitId}' = e.${side} and e.state <> 'DELETED'
               order by ${key}, e.id limit 26`,
            ),
          ),
        ).toContain(index);
  });
});

describe('a list narrowed', () => {
  it('to those nobody is in charge of, or to one’s own, by the own side alone', async () => {
    const [, , , first = '', second = ''] = ids;
    const before = await idsOf('NEEDS_ME', { handler: 'NOBODY' }, maria);
    expect(before).toEqual(expect.arrayContaining([first, second]));
    await test.app
      .get(HandlerMoves)
      .takeOver(maria!, { id: first, version: await make.version(first), idempotencyKey: freshKey() });
    expect(await idsOf('NEEDS_ME', { handler: 'ME' }, maria)).toEqual([first]);
    expect(await idsOf('NEEDS_ME', { handler: 'NOBODY' }, maria)).not.toContain(first);
    // Whom the other side has put in charge is not ours to narrow by.
    const mine = await idsOf('ALL', { handler: 'ME' });
    expect(mine).toEqual(expect.arrayContaining(ids.slice(3)));
    expect(await idsOf('ALL', { handler: 'NOBODY' }, florin)).not.toContain(first);
  });

  it('to urgency and above, to days due and sent, to a long wait', async () => {
    const [, , , a = '', b = ''] = ids;
    await test.behind(`update exchange set urgency = 'URGENT' where id = $1`, [a]);
    await test.behind(
      `update exchange set urgency = 'IMMEDIATE', state_since = now() - interval '11 days',
      sent_at = '2026-11-10 22:30Z' where id = $1`,
      [b],
    );
    expect((await idsOf('ALL', { urgency: 'URGENT' })).sort()).toEqual([a, b].sort());
    expect(await idsOf('ALL', { urgency: 'IMMEDIATE' })).toEqual([b]);
    expect(await idsOf('WAITING', { waitingDays: 10 })).toEqual([b]);
    // Half past midnight of the 11th by the wall clock of both countries.
    expect(await idsOf('ALL', { sentFrom: '2026-11-11', sentTo: '2026-11-11' })).toEqual([b]);
    expect(await idsOf('ALL', { sentTo: '2026-11-10' })).toEqual([]);
    const due = (await all('ALL', { dueFrom: '2026-12-02', dueTo: '2026-12-02' })).edges;
    expect(due.length).toBeGreaterThan(0);
    expect(due.every(({ node }) => node.row.dueOn === '2026-12-02')).toBe(true);
    // Drafts have no due day and stand in no list of due days.
    expect(
      (await idsOf('ALL', { dueFrom: '2026-01-01' })).filter((id) => ids.slice(0, 3).includes(id)),
    ).toEqual([]);
  });

  it('shows a unit that takes no part nothing, by any order and filter', async () => {
    for (const sort of ['DUE', 'NEWEST', 'OLDEST', 'NUMBER'] as const)
      expect(
        (await all('ALL', { urgency: 'NORMAL' }, olt, sort)).edges.filter(({ node }) =>
          ids.includes(node.row.id),
        ),
      ).toEqual([]);
  });
});
