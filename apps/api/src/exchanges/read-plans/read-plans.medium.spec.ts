import { testApp, type TestApp } from '../../../test/support/app';
import { Browser, freshKey } from '../../../test/support/browser';
import { ANSWER, ExchangeFactory } from '../../../test/support/exchange-factory';
import { Statements } from '../../../test/support/statements';
import { AccountLoader } from '../../access';
import { UnitLoader } from '../../directory';
import { Acts } from '../../platform/acts';
import { type Actor, runInRequest } from '../../platform/context';
import { DraftsService } from '../drafts.service';
import { ExchangeViews } from '../exchange-views';
import { ExchangesService } from '../exchanges.service';
import { filledPerson, filledUnit } from '../graphql/filled-names';
import { SpokenMoves } from '../moves/spoken-moves';
import { ExchangeRepository } from '../records/exchange.repository';
import type { ExchangeView } from '../records/exchange.view';
import { SearchIndex } from '../search/search-index';

let test: TestApp;
let make: ExchangeFactory;
let elena: Browser;
let statements: Statements;
let answered: string;

const LIST = (more: string): string => `query($first: Int!, $queue: ExchangeQueue = ALL) {
  exchanges(queue: $queue, first: $first) { nodes { number state deadline { due } ${more} } totalCount { value } } }`;
const NAMES = `subject { name { familyName } } requestingUnit { code name { ro bg } } replyingUnit { code } handler { familyName }`;
const CASE = `number author { familyName } handler { familyName } requestingUnit { code } subject { details }
  request { content author { familyName } authorUnit { code } } answers { content } draft { version }
  citation { clause legalBasis agreement { code } } timeline { move note account { familyName } unit { code } }
  moves { move allowed refusals { code } }`;

beforeAll(async () => {
  test = await testApp();
  make = new ExchangeFactory(
    test.app,
    await test.actor('elena.popescu@ct.ajpis.example'),
    await test.actor('maria.ivanova@dob.asp.example'),
  );
  answered = await make.answered();
  for (let i = 0; i < 5; i += 1) await make.sent();
  elena = new Browser(test.app);
  await elena.signIn('elena.popescu@ct.ajpis.example', 'Dunarea-2026-caseworker');
  statements = new Statements(test.app);
  // Calendars are kept in the process; the first request reads them.
  await elena.graphql(LIST(NAMES), { first: 1 });
}, 120_000);
afterAll(async () => {
  await test.close();
});

/** The statements of one query beside the audit event, which every read leaves. */
const reads = async (query: string, variables: object): Promise<readonly string[]> => {
  const asked = await statements.during(async () => {
    expect((await elena.graphql(query, variables)).reasons).toEqual([]);
  });
  const others = asked.filter((text) => !text.startsWith('insert into audit_event'));
  expect(asked).toHaveLength(others.length + 1);
  return others;
};

describe('the number of statements', () => {
  it('of a page is one, however long it is and whatever it shows', async () => {
    for (const first of [1, 6, 50]) expect(await reads(LIST(NAMES), { first })).toHaveLength(1);
    expect(await reads(LIST('id'), { first: 50 })).toHaveLength(1);
  });

  it('of a case is one, and by its number two', async () => {
    expect(await reads(`query($id: ID!) { exchange(id: $id) { ${CASE} } }`, { id: answered })).toHaveLength(
      1,
    );
    const { row } = await test.app.get(ExchangesService).get(make.requester, answered);
    const byNumber = `query($number: String!) { exchangeByNumber(number: $number) { ${CASE} } }`;
    expect(await reads(byNumber, { number: row.number })).toHaveLength(2);
  });

  /** What each statement is about, in the order of the parts a write is made of. */
  const subjects = (asked: readonly string[]): readonly (readonly string[])[] => {
    const about =
      /insert into \w+|update \w+|for no key update|^with asked|soc_refresh_search|soc_stale|delete from \w+/g;
    return asked.map((text) => [...text.matchAll(about)].map(([found]) => found));
  };
  const move = (id: string, version: number, more: object = {}) => ({
    input: { id, version, idempotencyKey: freshKey(), ...more },
  });
  const MOVED = 'id state version deadline { due }';

  it('of a move with its answer is four, twice to the database and back with its BEGIN and COMMIT', async () => {
    const id = await make.accepted();
    const remind = `mutation($input: ExchangeMoveInput!) { remindReplier(input: $input) { ${MOVED} } }`;
    const version = await make.version(id);
    const asked = await statements.during(async () => {
      const { data, reasons } = await elena.graphql<{ remindReplier: object }>(
        remind,
        move(id, version, { note: 'Așteptăm.' }),
      );
      expect(reasons).toEqual([]);
      expect(data?.remindReplier).toMatchObject({ id, state: 'ACCEPTED', version: version + 1 });
    });
    expect(subjects(asked).map((parts) => [...parts].sort())).toEqual([
      // The key is claimed with the outcome. The record and the key to seal with are read and nothing is locked: a move
      // that is judged by the record alone is held by its guarded update.
      ['insert into idempotency_key'],
      [],
      [],
      // The signal, the fact, the guarded update and the one event leave as one, together with COMMIT.
      [
        'insert into exchange_move',
        'insert into outbox',
        'update exchange',
        'soc_stale',
        'insert into audit_event',
      ].sort(),
    ]);
  });

  it('of a move judged by agreement and certificates is two more, which see what the lock has waited for', async () => {
    const id = await make.accepted();
    const input = { id, version: await make.version(id), idempotencyKey: freshKey() };
    const asked = await statements.during(() =>
      test.app.get(SpokenMoves).askClarification(make.replier, { ...input, reasonCode: '04', note: 'Кой?' }),
    );
    expect(subjects(asked)).toEqual([
      ['insert into idempotency_key'],
      ['for no key update'],
      ['with asked'],
      ['insert into exchange_move', 'insert into outbox', 'update exchange', 'soc_stale'],
      // Searches read the exchange as it has been changed.
      ['soc_refresh_search'],
      ['insert into audit_event'],
    ]);
  });

  it('of a move that changes nothing an exchange is found by is one less, and searches find it as before', async () => {
    const id = await make.accepted();
    const found = () =>
      test.behind('select * from exchange_search where exchange_id = $1 order by unit_id', [id]);
    const before = await found();
    const asked = await statements.during(async () =>
      test.app.get(SpokenMoves).remind(make.requester, {
        id,
        version: await make.version(id),
        idempotencyKey: freshKey(),
        note: 'Așteptăm.',
      }),
    );
    expect(asked.filter((text) => text.includes('exchange_move'))).not.toEqual([]);
    expect(asked.filter((text) => text.includes('soc_refresh_search'))).toEqual([]);
    expect(before).toHaveLength(2);
    expect(await found()).toEqual(before);
    // The rows are what they would be, had they been written anew.
    await test.app.get(Acts).look(make.requester, async () => {
      const row = await test.app.get(ExchangeRepository).find(id);
      if (row === null) throw new Error('out of reach');
      await test.app.get(SearchIndex).refresh(row);
    });
    expect(await found()).toEqual(before);
  });
});

describe('looking ahead', () => {
  it('leaves out what nobody asked for', async () => {
    const [bare = ''] = await reads(LIST('id'), { first: 5 });
    expect(bare).not.toMatch(/unit_kind|membership/);
    const [named = ''] = await reads(LIST(NAMES), { first: 5 });
    expect(named).toMatch(/unit_kind/);
    expect(named).toMatch(/membership/);
    const [little = ''] = await reads('query($id: ID!) { exchange(id: $id) { id state version } }', {
      id: answered,
    });
    expect(little).not.toMatch(/exchange_key|agreement_party|unit_kind|from subject/);
  });

  it('shows of a case what the whole shows of it, whichever part is asked for', async () => {
    const parts = CASE.match(/\w+(?: \{(?:[^{}]|\{[^{}]*\})*\})?/g) ?? [];
    const ask = (selection: string) =>
      elena.graphql<{ exchange: object }>(`query($id: ID!) { exchange(id: $id) { ${selection} } }`, {
        id: answered,
      });
    const whole = await ask(CASE);
    const pieces = await Promise.all(parts.map(ask));
    expect(pieces.length).toBeGreaterThan(10);
    expect(Object.assign({}, ...pieces.map(({ data }) => data?.exchange))).toEqual(whole.data?.exchange);
  });
});

describe('what is read ahead', () => {
  /** The view put together by the repositories one by one, without a plan. */
  const step = (actor: Actor, id: string): Promise<ExchangeView> =>
    test.app.get(Acts).look(actor, async () => {
      const row = await test.app.get(ExchangeRepository).find(id);
      if (row === null) throw new Error('out of reach');
      return test.app.get(ExchangeViews).of(actor, row);
    });

  const cases = async (): Promise<readonly string[]> => {
    const clarified = await make.accepted();
    const spoken = { id: clarified, version: await make.version(clarified), idempotencyKey: freshKey() };
    await test.app
      .get(SpokenMoves)
      .askClarification(make.replier, { ...spoken, reasonCode: '04', note: 'Кой?' });
    const drafted = await make.accepted();
    const draft = { id: drafted, version: 0, idempotencyKey: freshKey(), content: ANSWER.content };
    await test.app.get(DraftsService).saveAnswer(make.replier, draft);
    return [answered, clarified, drafted, await make.sent()];
  };

  it('is what the repositories say one by one, for every reader and state', async () => {
    const readers = [make.requester, make.replier];
    for (const email of ['krasimir.atanasov@asp.example', 'florin.voicu@anpis.example'])
      readers.push(await test.actor(email));
    let compared = 0;
    for (const id of await cases())
      for (const actor of readers) {
        const planned = await test.app.get(ExchangesService).get(actor, id);
        expect(planned).toEqual(await step(actor, id));
        expect(planned.moves[0]?.at).toBeInstanceOf(Date);
        compared += 1;
      }
    const draft = await make.draft();
    expect(await test.app.get(ExchangesService).get(make.requester, draft)).toEqual(
      await step(make.requester, draft),
    );
    expect(compared).toBe(16);
  });

  it('names offices and people as the loaders do, under a pseudonym for auditors', async () => {
    const auditor = await test.actor('krasimir.atanasov@asp.example');
    for (const actor of [make.requester, auditor]) {
      const { names, row } = await test.app.get(ExchangesService).get(actor, answered);
      const { edges } = await test.app.get(ExchangesService).list(actor, 'ALL', {}, { first: 50 });
      const listed = edges.find(({ node }) => node.row.id === answered)?.node.names;
      const request = { requestId: 'compared', ip: '192.0.2.1', userAgent: null, actor };
      await runInRequest(request, async () => {
        const context = { loaders: new Map() };
        for (const known of [names, listed]) {
          const unit = await test.app.get(UnitLoader).get(context, row.requestingUnitId);
          expect(filledUnit(known, row.requestingUnitId)).toEqual(unit);
          const person = await test.app.get(AccountLoader).find(context, row.replierHandlerId ?? '');
          expect(filledPerson(known, row.replierHandlerId)).toEqual(person);
          expect(person?.familyName.startsWith('P-')).toBe(actor === auditor);
        }
      });
    }
  });
});

describe('a page of a unit among many', () => {
  it('walks the partial index of its queue and reads no table through', async () => {
    await test.behind(
      `insert into exchange (id, type_code, form_version, state, state_since, requesting_unit_id, replying_unit_id,
         requesting_country, replying_country, language, author_id, created_at, sent_at, number, due_on,
         agreement_version_id)
       select gen_random_uuid(), e.type_code, e.form_version, case when i % 9 = 0 then 'SENT' else 'CLOSED' end, now(),
         e.requesting_unit_id, u.id, e.requesting_country, e.replying_country, e.language, e.author_id, now(), now(),
         'T-' || i, current_date + i % 30, e.agreement_version_id
       from exchange e, generate_series(1, 6000) i
         join (select id, row_number() over (order by code) as at from unit where kind = 'REGIONAL_DIRECTORATE') u
           on u.at = 1 + i % 28
       where e.id = $1`,
      [answered],
    );
    await test.behind('vacuum analyze exchange');
    const maria = new Browser(test.app);
    await maria.signIn('maria.ivanova@dob.asp.example', 'Dunarea-2026-caseworker');
    const [text = ''] = await statements.during(() =>
      maria.graphql(LIST(NAMES), { first: 50, queue: 'NEEDS_ME' }),
    );
    const plan = await test.asUnit<{ 'QUERY PLAN': string }>(
      make.replier.unitId,
      `explain (generic_plan, costs off) ${text}`,
    );
    const lines = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(lines).toMatch(/exchange_replier_turn/);
    expect(lines).not.toMatch(/Seq Scan on exchange/);
  });
});
