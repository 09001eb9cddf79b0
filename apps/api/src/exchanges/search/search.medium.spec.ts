import { testApp, type TestApp } from '../../../test/support/app';
import { Browser, freshKey } from '../../../test/support/browser';
import { ExchangeFactory, requestOf } from '../../../test/support/exchange-factory';
import { Statements } from '../../../test/support/statements';
import type { StaffActor } from '../../platform/context';
import { DraftsService } from '../drafts.service';
import { CloseExchange } from '../moves/close-exchange';
import { SendExchange } from '../moves/send-exchange';
import { SearchService } from './search.service';

let test: TestApp;
let constanta: StaffActor;
let dobrich: StaffActor;
let olt: StaffActor;
let make: ExchangeFactory;

/** An invented person; equal letters never mean equal people elsewhere in this file. */
const person = (familyName: string, givenName: string, egn: string, more: object = {}) => ({
  ...requestOf().subject,
  familyName,
  givenName,
  identifiers: [{ type: 'egn', country: 'BG', value: egn }],
  ...more,
});
const sentAbout = async (subject: object): Promise<string> => {
  const id = await make.draft({ content: requestOf().content, subject });
  return test.app.get(SendExchange).send(constanta, { id, version: 1, idempotencyKey: freshKey() });
};
const numberOf = async (id: string): Promise<string> => {
  const [row] = await test.behind<{ number: string }>('select number from exchange where id = $1', [id]);
  return row?.number ?? '';
};

let bulgarian: string;
let romanian: string;

beforeAll(async () => {
  test = await testApp();
  constanta = await test.actor('elena.popescu@ct.ajpis.example');
  dobrich = await test.actor('maria.ivanova@dob.asp.example');
  olt = await test.actor('cristina.vlad@ot.ajpis.example');
  make = new ExchangeFactory(test.app, constanta, dobrich);
  bulgarian = await sentAbout(person('Георгиев', 'Цветан', '7730159420'));
  romanian = await sentAbout(
    person('Țăndărei', 'Ștefan', '7730159420', {
      identifiers: [{ type: 'other', country: 'RO', value: 'TEST-0001' }],
    }),
  );
});
afterAll(async () => {
  await test.close();
});

const search = (actor: StaffActor, args: object) => test.app.get(SearchService).search(actor, args);
const found = async (actor: StaffActor, args: object): Promise<string[]> =>
  (await search(actor, args)).edges.map(({ node }) => node.row.id);
const why = async (actor: StaffActor, args: object, id: string) =>
  (await search(actor, args)).edges.find(({ node }) => node.row.id === id)?.node.matched;

describe('a person is found', () => {
  it.each([
    ['Георгиев', ['NAME']],
    ['Georgiev', ['NAME_OTHER_SCRIPT']],
    ['Gheorghiev', ['NAME_OTHER_SCRIPT']],
    ['ГЕОРГИЕВ цветан', ['NAME']],
    ['Țvetan Gheorghiev', ['NAME_OTHER_SCRIPT']],
    ['orgie', ['NAME_OTHER_SCRIPT']],
  ])('in either script and spelling: %s', async (query, reasons) => {
    for (const actor of [constanta, dobrich]) expect(await why(actor, { query }, bulgarian)).toEqual(reasons);
  });

  it.each(['Ţăndărei', 'Țăndărei', 'tandarei', 'Ştefan', 'Стефан'])(
    'whatever the marks: %s',
    async (query) => {
      expect(await found(constanta, { query })).toContain(romanian);
    },
  );

  it('by the number, of whatever kind, typed anyhow, and never as text', async () => {
    for (const args of [{ identifier: '7730159420' }, { identifier: '773015 9420' }, { query: '7730159420' }])
      expect(await why(dobrich, args, bulgarian)).toEqual(['IDENTIFIER']);
    expect(await found(dobrich, { identifier: '7730159421' })).toEqual([]);
    expect(await found(dobrich, { identifier: '773015' })).toEqual([]);
  });

  it('in a draft by the own unit alone, and no longer once it is discarded', async () => {
    const id = await make.draft({
      content: requestOf().content,
      subject: person('Драгнева', 'Живка', '7730159420'),
    });
    expect(await why(constanta, { query: 'Zhivka' }, id)).toEqual(['NAME']);
    expect(await found(dobrich, { query: 'Zhivka' })).toEqual([]);
    await test.app.get(CloseExchange).discard(constanta, { id, version: 1, idempotencyKey: freshKey() });
    expect(await found(constanta, { query: 'Zhivka' })).toEqual([]);
    expect(await test.behind('select 1 from exchange_search where exchange_id = $1', [id])).toEqual([]);
  });
});

describe('an exchange is found', () => {
  it('by number, part of it, type and the other office', async () => {
    const number = await numberOf(bulgarian);
    expect(await why(constanta, { query: number }, bulgarian)).toEqual(['NUMBER']);
    expect(await why(dobrich, { query: number.slice(-6) }, bulgarian)).toEqual(['NUMBER']);
    expect(await why(constanta, { query: 'Добрич Georgiev' }, bulgarian)).toEqual([
      'NAME_OTHER_SCRIPT',
      'UNIT',
    ]);
    expect(await why(constanta, { query: 'EX02 Georgiev' }, bulgarian)).toEqual([
      'NAME_OTHER_SCRIPT',
      'TYPE',
    ]);
  });

  it('by filters, all of which must hold', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const all = {
      type: 'EX02',
      states: ['SENT'],
      unit: dobrich.unitId,
      from: '2020-01-01',
      to: '2100-01-01',
    };
    expect(await found(constanta, all)).toEqual([romanian, bulgarian]);
    expect(await found(constanta, { ...all, states: ['CLOSED'] })).toEqual([]);
    expect(await found(constanta, { ...all, type: 'EX11' })).toEqual([]);
    expect(await found(constanta, { ...all, unit: olt.unitId })).toEqual([]);
    expect(await found(constanta, { ...all, to: '2020-01-02' })).toEqual([]);
    expect(
      (await found(constanta, { from: today > '2100' ? '2100-01-01' : '2020-01-01' })).length,
    ).toBeGreaterThan(1);
  });

  it('in the state its last move left it in', async () => {
    const id = await make.answered();
    expect(await found(constanta, { states: ['ANSWERED'] })).toEqual([id]);
    const version = await make.version(id);
    await test.app
      .get(CloseExchange)
      .close(constanta, { id, version, idempotencyKey: freshKey(), reasonCode: '01' });
    expect(await found(constanta, { states: ['ANSWERED'] })).toEqual([]);
    expect(await found(dobrich, { states: ['CLOSED'] })).toEqual([id]);
  });

  it.each(['%', '_', '\\', '%%%', "'", '„', '00%04'])(
    'never by a sign that means something to LIKE: %j',
    async (query) => {
      expect(await found(constanta, { query })).toEqual([]);
    },
  );

  it('by one or two letters, which no trigram holds', async () => {
    expect(await found(constanta, { query: 'ge' })).toContain(bulgarian);
    expect(await found(constanta, { query: 'ț' })).toContain(romanian);
  });

  it('page by page, each once, with one count', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await search(constanta, { first: 1, after });
      expect(page.total).toEqual({ value: 3, capped: false });
      seen.push(...page.edges.map(({ node }) => node.row.id));
      after = page.hasNextPage ? (page.edges.at(-1)?.cursor ?? null) : null;
    } while (after !== null);
    expect(new Set(seen).size).toBe(3);
    expect(seen).toHaveLength(3);
  });

  it('only with words the index is asked for at once', async () => {
    await expect(search(constanta, { query: 'a b c d e f g h i' })).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });
});

describe('who finds what', () => {
  it('an officer of Olt finds nothing of Constanța', async () => {
    const number = await numberOf(bulgarian);
    for (const args of [{}, { query: number }, { query: 'Georgiev' }, { identifier: '7730159420' }])
      expect(await found(olt, args)).toEqual([]);
    expect(await test.asUnit(olt.unitId, 'select 1 from exchange_search')).toEqual([]);
    expect((await test.asUnit(constanta.unitId, 'select 1 from exchange_search')).length).toBeGreaterThan(0);
  });

  it('nobody writes the index past its function', async () => {
    for (const sql of ['delete from exchange_search', `update exchange_search set personal = ''`])
      await expect(test.asUnit(constanta.unitId, sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('a national coordinator finds the sent cases of the country, each once', async () => {
    const florin = await test.actor('florin.voicu@anpis.example');
    expect(await found(florin, { query: 'Georgiev' })).toEqual([bulgarian]);
  });

  it('an auditor finds by number and nothing by person', async () => {
    const carmen = await test.actor('carmen.ilie@anpis.example');
    expect(await why(carmen, { query: await numberOf(bulgarian) }, bulgarian)).toEqual(['NUMBER']);
    expect(await found(carmen, { query: 'Georgiev' })).toEqual([]);
    await expect(search(carmen, { identifier: '7730159420' })).rejects.toMatchObject({
      code: 'access.forbidden',
    });
    await expect(search(carmen, { query: '7730159420' })).rejects.toMatchObject({ code: 'access.forbidden' });
  });

  it('leaves exactly one event, which says how and not what was looked for', async () => {
    const browser = new Browser(test.app);
    await browser.signIn('elena.popescu@ct.ajpis.example', 'Dunarea-2026-caseworker');
    const before = await test.behind<{ id: string }>('select id from audit_event');
    const { data } = await browser.graphql<{ searchExchanges: { nodes: { matched: string[] }[] } }>(
      `query($q: String, $i: String) { searchExchanges(query: $q, identifier: $i, type: "EX02") {
        nodes { matched exchange { number subject { name { familyName } } } } totalCount { value } } }`,
      { q: 'Georgiev', i: '7730159420' },
    );
    expect(data?.searchExchanges.nodes).toMatchObject([{ matched: ['IDENTIFIER', 'NAME_OTHER_SCRIPT'] }]);
    const known = new Set(before.map(({ id }) => id));
    const events = await test.behind<{ id: string; action: string; body: string }>(
      'select id, action, body from audit_event',
    );
    const [event, ...more] = events.filter(({ id }) => !known.has(id));
    expect(more).toEqual([]);
    expect(event?.action).toBe('exchange.search');
    expect(JSON.parse(event?.body ?? '{}')).toMatchObject({
      detail: { criteria: ['query', 'identifier', 'type'], found: 1, exchanges: [bulgarian] },
    });
    expect(event?.body).not.toMatch(/georgiev|Георгиев|7730159420/i);
  });

  it('asks the database as often for one row as for many', async () => {
    // The calendars deadlines are counted by are kept for a minute once they were read.
    await search(constanta, {});
    const statements = new Statements(test.app);
    const one = await statements.during(() => search(constanta, { query: 'Georgiev' }));
    const many = await statements.during(() => search(constanta, {}));
    expect(many).toHaveLength(one.length);
    // The quota, the page with its count, the names on it, and the event.
    expect(one.length).toBeLessThanOrEqual(4);
  });

  it('makes the search of a first page once, and none where a number says which exchange is meant', async () => {
    const number = await numberOf(bulgarian);
    const statements = new Statements(test.app);
    const searches = async (query: string, actor = constanta): Promise<[number, number]> => {
      let total = 0;
      const made = await statements.during(async () => {
        total = (await search(actor, { query })).total.value;
      });
      return [made.filter((text) => text.includes('soc_search_exchanges')).length, total];
    };
    expect(await searches('Georgiev')).toEqual([1, 1]);
    expect(await searches(number.toLowerCase())).toEqual([0, 1]);
    // No exchange of that number within reach: its text is searched for, and an empty page carries no count of its own.
    expect(await searches(number, olt)).toEqual([2, 0]);
    const filtered = await search(constanta, { query: number, states: ['CLOSED'] });
    expect(filtered.total.value).toBe(0);
  });

  it('keeps no number and no content in the index', async () => {
    const [row] = await test.behind<{ text: string }>(
      `select string_agg(s::text, ' ') as text from exchange_search s`,
    );
    expect(row?.text).toContain('georgiev');
    expect(row?.text).not.toContain('7730159420');
    expect(row?.text).not.toContain('dunav');
    expect(row?.text).not.toContain('Дунав');
  });
});

describe('a draft that is saved', () => {
  it('is found as it stands now', async () => {
    const id = await make.draft({
      content: requestOf().content,
      subject: person('Костова', 'Рада', '7730159420'),
    });
    await test.app.get(DraftsService).saveRequest(constanta, {
      id,
      version: 1,
      idempotencyKey: freshKey(),
      replyingUnit: dobrich.unitId,
      nationalFileNumber: 'ДС-77/2026',
      content: requestOf().content,
      subject: person('Маринова', 'Рада', '7730159420'),
    });
    expect(await found(constanta, { query: 'Kostova' })).toEqual([]);
    expect(await found(constanta, { query: 'Marinova' })).toEqual([id]);
    expect(await why(constanta, { query: 'ДС-77/2026' }, id)).toEqual(['FILE_NUMBER']);
  });
});
