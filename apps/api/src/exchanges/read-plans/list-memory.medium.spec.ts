import { testApp, type TestApp } from '../../../test/support/app';
import { Browser } from '../../../test/support/browser';
import { demoSignIn } from '../../../test/support/demonstration';
import { ExchangeFactory } from '../../../test/support/exchange-factory';
import { ExchangeListRepository, type ReadyGlance } from '../records/exchange-list.repository';
import { ListMemory, type ListPage } from './list-memory';

const LIST = `{ exchanges(queue: ALL, first: 20) { nodes { id number state version urgency stateSince createdAt sentAt decisionBy
  deadline { due kind workingDaysReplier overdue } type { code } side
  requestingUnit { code name { ro } shortName { bg } fourEyes } replyingUnit { code name { bg } version }
  handler { id givenName familyName email active version } subject { pseudonym name { familyName givenName familyNameLatin givenNameLatin } } }
  totalCount { value } } }`;

interface Row {
  readonly id: string;
  readonly version: number;
  readonly subject: { readonly name: { readonly familyName: string } | null } | null;
  readonly handler: { readonly givenName: string; readonly familyName: string } | null;
}
interface Listed {
  readonly exchanges: { readonly nodes: readonly Row[]; readonly totalCount: { readonly value: number } };
}

let test: TestApp;
let make: ExchangeFactory;
let id: string;
let reads: jest.SpyInstance<
  ReturnType<ExchangeListRepository['read']>,
  Parameters<ExchangeListRepository['read']>
>;
const people = new Map<string, Browser>();

const signedIn = async (email: string): Promise<Browser> => {
  const browser = people.get(email) ?? new Browser(test.app, `192.0.2.${people.size + 30}`);
  if (people.has(email)) return browser;
  const { password, codeAt } = demoSignIn(email);
  const { body } = await browser.signIn(email, password);
  if (body.stage !== 'full') await browser.prove(codeAt(new Date()));
  people.set(email, browser);
  return browser;
};
const ELENA = 'elena.popescu@ct.ajpis.example';
const AUDITOR = 'carmen.ilie@anpis.example';

const list = async (email: string): Promise<Listed['exchanges']> => {
  reads.mockClear();
  const { data, reasons } = await (await signedIn(email)).graphql<Listed>(LIST, {});
  expect(reasons).toEqual([]);
  if (data === null) throw new Error('no list');
  return data.exchanges;
};
/** How many rows the database told in full for the list that was asked last; none where a glance was enough. */
const told = async (): Promise<number> => {
  const last = reads.mock.results.at(-1);
  return last === undefined
    ? 0
    : (await (last.value as ReturnType<ExchangeListRepository['read']>)).rows.length;
};

beforeAll(async () => {
  test = await testApp();
  make = new ExchangeFactory(
    test.app,
    await test.actor(ELENA),
    await test.actor('maria.ivanova@dob.asp.example'),
  );
  id = await make.accepted();
  for (let i = 0; i < 3; i += 1) await make.sent();
  reads = jest.spyOn(test.app.get(ExchangeListRepository), 'read');
}, 120_000);
afterAll(async () => {
  await test.close();
});

describe('a page that is asked again', () => {
  it('tells no row twice and says the same', async () => {
    const first = await list(ELENA);
    expect(await told()).toBe(4);
    expect(await list(ELENA)).toEqual(first);
    expect(await told()).toBe(0);
  });

  it('is the very same page while nothing of it changes, and another one as soon as something does', async () => {
    const pages = jest.spyOn(test.app.get(ListMemory), 'page');
    const page = async (): Promise<ListPage> => {
      await list(ELENA);
      return (await pages.mock.results.at(-1)?.value) as ListPage;
    };
    const first = await page();
    expect(await page()).toBe(first);
    await test.behind('update exchange set version = version + 1 where id = $1', [id]);
    const second = await page();
    expect(second).not.toBe(first);
    // What did not change is not made anew.
    expect(second.rows.filter((row) => first.rows.includes(row))).toHaveLength(first.rows.length - 1);
    await make.sent();
    expect((await page()).counted).toBe((first.counted ?? 0) + 1);
    pages.mockRestore();
  });

  it.each([
    ['its state of affairs', `update exchange set urgency = 'URGENT' where id = $1`, 1],
    ['a day', `update exchange set due_on = due_on + 1 where id = $1`, 1],
    ['who handles it', `update exchange set replier_handler_id = null where id = $1`, 1],
    ['nothing but the version', `update exchange set version = version + 1 where id = $1`, 1],
    ["the person's family name", `update subject set family_name = 'Schimbat' where exchange_id = $1`, 1],
    [
      "the person's name in Latin letters",
      `update subject set given_name_latin = 'Other' where exchange_id = $1`,
      1,
    ],
    [
      'the name of an office',
      `update unit set name_ro = name_ro || ' (nou)', version = version + 1 where $1 <> ''`,
      5,
    ],
    [
      'the name of an officer',
      `update account set family_name = 'Altfel' where $1 <> '' and email = '${ELENA}'`,
      5,
    ],
    ['the roles people hold', `update membership set since = since - 1 where $1 <> ''`, 5],
  ])('tells anew what changed: %s', async (_, change, rows) => {
    const before = await list(ELENA);
    await list(ELENA);
    expect(await told()).toBe(0);
    await test.behind(change, [id]);
    const after = await list(ELENA);
    expect(await told()).toBe(rows);
    if (!/version \+|since/.test(change) || rows > 1) {
      // What is remembered and what is told in full are the same page.
      expect(after.nodes.map((row) => row.id).toSorted()).toEqual(
        before.nodes.map((row) => row.id).toSorted(),
      );
    }
    expect(JSON.stringify(after) === JSON.stringify(before)).toBe(/since/.test(change));
  });

  it('forgets what left the reach of the office', async () => {
    const before = await list(ELENA);
    const cristina = await test.actor('cristina.vlad@ot.ajpis.example');
    const lost = before.nodes.find((row) => row.id !== id)?.id ?? '';
    await test.behind('update exchange set requesting_unit_id = $2 where id = $1', [lost, cristina.unitId]);
    const after = await list(ELENA);
    expect(after.nodes.map((row) => row.id)).not.toContain(lost);
    expect(after.totalCount.value).toBe(before.totalCount.value - 1);
  });

  it('keeps pseudonyms and names apart, whoever asked first', async () => {
    const named = (await list(ELENA)).nodes.find((row) => row.id === id);
    const hidden = (await list(AUDITOR)).nodes.find((row) => row.id === id);
    expect(await told()).toBeGreaterThan(0);
    await list(AUDITOR);
    expect(await told()).toBe(0);
    const again = (await list(ELENA)).nodes.find((row) => row.id === id);
    expect(await told()).toBe(0);
    expect(again).toEqual(named);
    expect(named?.subject?.name?.familyName).toBe('Schimbat');
    expect(hidden?.subject?.name).toBeNull();
    expect(hidden?.handler?.givenName).toBe('');
    expect(hidden?.handler?.familyName).toMatch(/^P-/);
  });
});

describe('the number of a list that is longer than its page', () => {
  const SHORT = '{ exchanges(queue: WAITING, first: 2) { nodes { id } totalCount { value } } }';
  const textOf = (statement: ReadyGlance['statement']): string =>
    typeof statement === 'string' ? statement : statement.text;
  /** The number as a page tells it, and whether the database was asked to count. */
  const numberOf = async (): Promise<{ readonly value: number; readonly counted: boolean }> => {
    const glances: jest.SpyInstance<unknown, Parameters<ExchangeListRepository['glance']>> = jest.spyOn(
      test.app.get(ExchangeListRepository),
      'glance',
    );
    reads.mockClear();
    const { data } = await (await signedIn(ELENA)).graphql<Listed>(SHORT, {});
    const asked =
      reads.mock.calls.some(([, look]) => look.total) ||
      glances.mock.calls.some(([{ statement }]) => /count\(/.test(textOf(statement)));
    glances.mockRestore();
    return { value: data?.exchanges.totalCount.value ?? -1, counted: asked };
  };

  it('is not counted again until this process changes an exchange, on whatever page', async () => {
    const { value } = await numberOf();
    expect(await numberOf()).toEqual({ value, counted: false });
    // What is due first stands first: the new one is beyond the page.
    await make.sent();
    expect(await numberOf()).toEqual({ value: value + 1, counted: true });
    expect(await numberOf()).toEqual({ value: value + 1, counted: false });
  });

  it('is counted again when another process says that something changed', async () => {
    const { value } = await numberOf();
    const { counted } = await numberOf();
    expect(counted).toBe(false);
    await test.behind(`update exchange set state = 'DELETED' where id =
      (select id from exchange where state <> 'DELETED' order by created_at, id desc limit 1)`);
    await test.behind(`select pg_notify('soc_exchange', '')`);
    const end = Date.now() + 8_000;
    while (!(await numberOf()).counted && Date.now() < end) await new Promise((wait) => setTimeout(wait, 20));
    expect((await numberOf()).value).toBe(value - 1);
  });
});
