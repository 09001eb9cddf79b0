import { FakeClock } from '@soc-coop/testing';
import { testApp, type TestApp } from '../../test/support/app';
import { Browser } from '../../test/support/browser';
import { demoSignIn } from '../../test/support/demonstration';
import { ExchangeFactory } from '../../test/support/exchange-factory';

const AUDITOR = demoSignIn('carmen.ilie@anpis.example');
const ELENA = demoSignIn('elena.popescu@ct.ajpis.example');

const clock = new FakeClock('2026-11-23T08:00:00Z');
let test: TestApp;
let auditor: Browser;
let exchangeId: string;
beforeAll(async () => {
  test = await testApp(clock);
  const make = new ExchangeFactory(
    test.app,
    await test.actor(ELENA.email),
    await test.actor('maria.ivanova@dob.asp.example'),
  );
  exchangeId = await make.accepted();
  clock.advance({ minutes: 1 });
  auditor = new Browser(test.app);
  await auditor.signIn(AUDITOR.email, AUDITOR.password);
  await auditor.prove(AUDITOR.codeAt(clock.now()));
});
afterAll(async () => {
  await test.close();
});

interface Event {
  readonly id: string;
  readonly action: string;
  readonly outcome: string;
  readonly actorLabel: string;
  readonly unit: { readonly code: string } | null;
  readonly resourceType: string | null;
  readonly resourceId: string | null;
  readonly detail: Record<string, unknown>;
}
interface Trail {
  readonly auditEvents: {
    readonly nodes: readonly Event[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly totalCount: { readonly value: number };
  };
}
const TRAIL = `query($filter: AuditEventFilter, $first: Int, $after: String) {
  auditEvents(filter: $filter, first: $first, after: $after) {
    nodes { id action outcome actorKind actorLabel unit { code } reason resourceType resourceId requestId detail at sequence }
    pageInfo { hasNextPage endCursor } totalCount { value } } }`;
const trail = async (variables: object = {}): Promise<Trail['auditEvents']> => {
  const { data } = await auditor.graphql<Trail>(TRAIL, { first: 100, ...variables });
  return data!.auditEvents;
};

describe('the audit trail', () => {
  it('shows every step of an exchange, by unit and pseudonym', async () => {
    const { nodes } = await trail({ filter: { exchange: exchangeId } });
    const actions = nodes.map(({ action }) => action);
    for (const action of ['exchange.open', 'exchange.send', 'exchange.accept'])
      expect(actions.filter((one) => one === action)).toHaveLength(1);
    const accept = nodes.find(({ action }) => action === 'exchange.accept')!;
    expect(accept.unit).toEqual({ code: 'BG-RDSA-DOB' });
    expect(accept.actorLabel).toMatch(/^BG-RDSA-DOB · P-[0-9A-F]{8}$/);
  });

  it('finds what was written while moves were spelled otherwise, under the name they have now', async () => {
    await test.behind(
      `insert into audit_event (id, at, action, outcome, actor_kind, body)
       select gen_random_uuid(), at, 'exchange.take_over', outcome, actor_kind, body
       from audit_event where action = 'exchange.accept' limit 1`,
    );
    const { nodes, totalCount } = await trail({ filter: { action: 'exchange.takeOver' } });
    expect(nodes.map(({ action }) => action)).toEqual(['exchange.take_over']);
    expect(totalCount.value).toBe(1);
    expect((await trail({ filter: { action: 'exchange.accept' } })).nodes).toHaveLength(1);
  });

  it('names no person', async () => {
    const text = JSON.stringify((await trail()).nodes);
    const people = await test.behind<{ given_name: string; family_name: string; email: string }>(
      'select given_name, family_name, email from account',
    );
    expect(people.flatMap(Object.values).filter((word) => text.includes(String(word)))).toEqual([]);
    expect(text).not.toMatch(/Щерев|7730159420/);
  });

  it('shows one person under one pseudonym everywhere', async () => {
    const { data } = await auditor.graphql<{ accounts: { nodes: { id: string; familyName: string }[] } }>(
      '{ accounts(first: 100) { nodes { id familyName } } }',
    );
    const [row] = await test.behind<{ id: string }>('select id from account where email = $1', [ELENA.email]);
    const pseudonym = data!.accounts.nodes.find(({ id }) => id === row!.id)!.familyName;
    const { nodes } = await trail({ filter: { account: row!.id } });
    expect(nodes.length).toBeGreaterThan(0);
    expect(nodes.every(({ actorLabel }) => actorLabel === `RO-AJPIS-CT · ${pseudonym}`)).toBe(true);
  });

  it('filters by act, outcome and time', async () => {
    const refused = await trail({ filter: { outcome: 'REFUSED' } });
    expect(refused.nodes.every(({ outcome }) => outcome === 'REFUSED')).toBe(true);
    const sent = await trail({ filter: { action: 'exchange.send' } });
    expect(new Set(sent.nodes.map(({ action }) => action))).toEqual(new Set(['exchange.send']));
    expect((await trail({ filter: { from: '2030-01-01T00:00:00Z' } })).totalCount.value).toBe(0);
    expect((await trail({ filter: { to: '2020-01-01T00:00:00Z' } })).nodes).toEqual([]);
  });

  it('pages without losing or repeating anything', async () => {
    const filter = { to: '2026-11-23T08:00:30Z' };
    const whole = (await trail({ filter })).nodes.map(({ id }) => id);
    const paged: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 50; page += 1) {
      const { nodes, pageInfo } = await trail({ filter, first: 3, after });
      paged.push(...nodes.map(({ id }) => id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(whole.length).toBeGreaterThan(3);
    expect(paged.slice(0, whole.length)).toEqual(whole);
    expect(new Set(paged).size).toBe(paged.length);
  });

  it('says of every event what kind of thing it is about, also where it names none', async () => {
    await auditor.graphql('{ accounts(first: 1) { nodes { id } } }');
    const { nodes } = await trail();
    expect(nodes.filter(({ resourceType }) => resourceType === null)).toEqual([]);
    const list = nodes.find(({ action }) => action === 'account.list')!;
    expect([list.resourceType, list.resourceId]).toEqual(['account', null]);
  });

  it('notes that it was read', async () => {
    const count = async (): Promise<number> =>
      (await test.behind(`select from audit_event where action = 'audit.view'`)).length;
    const before = await count();
    await trail({ filter: { exchange: exchangeId } });
    expect(await count()).toBe(before + 1);
  });

  it('is closed to everybody else, and their try is noted', async () => {
    const elena = new Browser(test.app);
    await elena.signIn(ELENA.email, ELENA.password);
    expect((await elena.graphql(TRAIL)).reasons).toEqual(['access.forbidden']);
    const { nodes } = await trail({ filter: { action: 'audit.view', outcome: 'REFUSED' } });
    expect(nodes).toHaveLength(1);
  });

  it('cannot be changed by the product itself', async () => {
    await expect(test.asUnit(exchangeId, `update audit_event set outcome = 'ALLOWED'`)).rejects.toThrow();
    await expect(test.asUnit(exchangeId, 'delete from audit_event')).rejects.toThrow();
  });
});
