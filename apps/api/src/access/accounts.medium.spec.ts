import { FakeClock } from '@soc-coop/testing';
import { testApp, type TestApp } from '../../test/support/app';
import { Browser, freshKey } from '../../test/support/browser';
import { demoSignIn } from '../../test/support/demonstration';

const ADMIN = demoSignIn('sorin.balan@anpis.example');
const ELENA = demoSignIn('elena.popescu@ct.ajpis.example');
const AUDITOR = demoSignIn('carmen.ilie@anpis.example');

const clock = new FakeClock('2026-11-23T08:00:00Z');
let test: TestApp;
let admin: Browser;
let elena: Browser;
let auditor: Browser;
const ids: Record<string, string> = {};
const units: Record<string, string> = {};

const signedIn = async ({ email, password, codeAt }: typeof ADMIN): Promise<Browser> => {
  const visitor = new Browser(test.app);
  await visitor.signIn(email, password);
  const code = codeAt(clock.now());
  if (code !== '') await visitor.prove(code);
  return visitor;
};

beforeAll(async () => {
  test = await testApp(clock);
  for (const { id, email } of await test.behind<{ id: string; email: string }>(
    'select id, email from account',
  ))
    ids[email] = id;
  for (const { id, code } of await test.behind<{ id: string; code: string }>('select id, code from unit'))
    units[code] = id;
  [admin, elena, auditor] = [await signedIn(ADMIN), await signedIn(ELENA), await signedIn(AUDITOR)];
});
afterAll(async () => {
  await test.close();
});

interface Person {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly memberships: { readonly role: string; readonly unit: { readonly code: string } }[];
}
interface List {
  readonly accounts: {
    readonly nodes: readonly Person[];
    readonly totalCount: { readonly value: number };
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  };
}
const LIST = `query($filter: AccountFilter, $first: Int, $after: String) {
  accounts(filter: $filter, first: $first, after: $after) {
    nodes { id givenName familyName email memberships { role unit { code } } }
    totalCount { value } pageInfo { endCursor hasNextPage } } }`;
const list = async (who: Browser, variables: object = {}) => {
  const { data, reasons } = await who.graphql<List>(LIST, { first: 100, ...variables });
  return { people: data?.accounts.nodes ?? [], list: data?.accounts, reasons };
};
const ONE = 'query($id: ID!) { account(id: $id) { id email memberships { role } } }';
const CREATE = `mutation($input: CreateAccountInput!) {
  createAccount(input: $input) { account { id version memberships { role } } temporaryPassword } }`;
const UPDATE = 'mutation($input: UpdateAccountInput!) { updateAccount(input: $input) { id version active } }';
const RESET = 'mutation($id: ID!, $key: String!) { resetAccountPassword(id: $id, idempotencyKey: $key) }';

const newcomer = (more: object = {}) => ({
  idempotencyKey: freshKey(),
  email: `ana.${freshKey()}@ct.ajpis.example`,
  givenName: 'Ana',
  familyName: 'Neculai',
  locale: 'ro',
  memberships: [{ unit: units['RO-AJPIS-CT'], role: 'CASEWORKER' }],
  ...more,
});
interface Created {
  readonly createAccount: {
    readonly account: { readonly id: string; readonly version: number };
    readonly temporaryPassword: string;
  };
}

describe('the list of people', () => {
  it('shows administrators their country, officers their unit', async () => {
    const all = (await list(admin)).people;
    expect(all.length).toBeGreaterThan(10);
    expect(
      all.flatMap(({ memberships }) => memberships).every(({ unit }) => unit.code.startsWith('RO-')),
    ).toBe(true);
    const own = (await list(elena)).people;
    expect(own.length).toBeGreaterThan(3);
    expect(own.every(({ memberships }) => memberships.some(({ unit }) => unit.code === 'RO-AJPIS-CT'))).toBe(
      true,
    );
  });

  it('finds by name in either script, by unit and by role', async () => {
    for (const text of ['popescu', 'POPESCU elena', 'Елена'])
      expect((await list(admin, { filter: { text } })).people.map(({ id }) => id)).toContain(
        ids[ELENA.email],
      );
    const inspectors = await list(admin, { filter: { unit: units['RO-AJPIS-CT'], role: 'INSPECTOR' } });
    expect(inspectors.people.map(({ familyName }) => familyName)).toEqual(['Țurcanu']);
    expect((await list(admin, { filter: { text: '%' } })).people).toHaveLength(
      (await list(admin)).people.length,
    );
  });

  it('pages without losing or repeating anybody', async () => {
    const whole = (await list(admin)).people.map(({ id }) => id);
    const paged: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 20; page += 1) {
      const { people, list: answer } = await list(admin, { first: 4, after });
      paged.push(...people.map(({ id }) => id));
      if (!answer!.pageInfo.hasNextPage) break;
      after = answer!.pageInfo.endCursor;
    }
    expect(paged).toEqual(whole);
  });

  it('shows auditors pseudonyms only, and no way round', async () => {
    const { people, list: answer } = await list(auditor);
    expect(people.length).toBeGreaterThan(20);
    const others = people.filter(({ id }) => id !== ids[AUDITOR.email]);
    expect(
      others.every(
        ({ givenName, familyName, email }) =>
          givenName === '' && /^P-[0-9A-F]{8}$/.test(familyName) && email === null,
      ),
    ).toBe(true);
    expect((await list(auditor, { filter: { text: 'popescu' } })).reasons).toEqual(['access.forbidden']);
    // The place a page ends at must not tell the name it ends with.
    const [name] = JSON.parse(Buffer.from(answer!.pageInfo.endCursor, 'base64url').toString()) as string[];
    expect(name).toBe('');
  });

  it('answers for a person out of reach as for none', async () => {
    const stranger = ids['maria.ivanova@dob.asp.example'];
    expect((await elena.graphql(ONE, { id: stranger })).reasons).toEqual(['directory.accountNotFound']);
    expect((await admin.graphql(ONE, { id: stranger })).reasons).toEqual(['directory.accountNotFound']);
    expect((await admin.graphql(ONE, { id: freshKey() })).reasons).toEqual(['directory.accountNotFound']);
    expect((await elena.graphql(ONE, { id: ids['andrei.marin@ct.ajpis.example'] })).reasons).toEqual([]);
  });

  it('leaves one event for each look', async () => {
    const count = async (): Promise<number> =>
      (await test.behind(`select from audit_event where action in ('account.list', 'account.view')`)).length;
    const before = await count();
    await list(elena);
    await elena.graphql(ONE, { id: ids[ELENA.email] });
    expect(await count()).toBe(before + 2);
  });
});

describe('entering people', () => {
  it('gives a password that opens nothing but choosing one’s own', async () => {
    const input = newcomer();
    const { data } = await admin.graphql<Created>(CREATE, { input });
    const ana = new Browser(test.app);
    expect((await ana.signIn(input.email, data!.createAccount.temporaryPassword)).body.stage).toBe(
      'change-password',
    );
    expect((await ana.graphql('{ accounts { nodes { id } } }')).reasons).toEqual(['access.signInRequired']);
    const CHANGE = `mutation($current: String!, $next: String!, $key: String!) {
      changePassword(current: $current, next: $next, idempotencyKey: $key) }`;
    const change = {
      current: data!.createAccount.temporaryPassword,
      next: 'pescarusul zboara sus',
      key: freshKey(),
    };
    expect((await ana.graphql(CHANGE, change)).reasons).toEqual([]);
    expect((await ana.session()).stage).toBe('full');
    expect((await new Browser(test.app).signIn(input.email, change.current)).status).toBe(401);
  });

  it('gives a repeated request the same answer and one account', async () => {
    const input = newcomer();
    const [first, again] = [await admin.graphql(CREATE, { input }), await admin.graphql(CREATE, { input })];
    expect(again.data).toEqual(first.data);
    expect(await test.behind('select from account where email = $1', [input.email])).toHaveLength(1);
    const other = { ...input, familyName: 'Altcineva' };
    expect((await admin.graphql(CREATE, { input: other })).reasons).toEqual(['request.keyReused']);
  });

  it.each([
    ['an address somebody has', () => newcomer({ email: ELENA.email.toUpperCase() }), 'directory.emailTaken'],
    [
      'a unit of the other country',
      () => newcomer({ memberships: [{ unit: units['BG-RDSA-DOB'], role: 'CASEWORKER' }] }),
      'directory.unitNotFound',
    ],
    [
      'a unit nobody knows',
      () => newcomer({ memberships: [{ unit: freshKey(), role: 'CASEWORKER' }] }),
      'directory.unitNotFound',
    ],
    [
      'a role twice',
      () =>
        newcomer({
          memberships: [
            { unit: units['RO-ANPIS'], role: 'AUDITOR' },
            { unit: units['RO-ANPIS'], role: 'AUDITOR' },
          ],
        }),
      'request.invalid',
    ],
    ['an address that is none', () => newcomer({ email: 'ana' }), 'request.invalid'],
  ])('refuses %s', async (_, make, reason) => {
    expect((await admin.graphql(CREATE, { input: make() })).reasons).toEqual([reason]);
  });

  it('is for administrators only', async () => {
    expect((await elena.graphql(CREATE, { input: newcomer() })).reasons).toEqual(['access.forbidden']);
    expect((await auditor.graphql(CREATE, { input: newcomer() })).reasons).toEqual(['access.readOnly']);
    expect((await new Browser(test.app).graphql(CREATE, { input: newcomer() })).reasons).toEqual([
      'access.signInRequired',
    ]);
  });
});

describe('changing people', () => {
  const create = async (
    more: object = {},
  ): Promise<{ id: string; version: number; email: string; password: string }> => {
    const input = newcomer(more);
    const { data } = await admin.graphql<Created>(CREATE, { input });
    const { account, temporaryPassword } = data!.createAccount;
    return { ...account, email: input.email, password: temporaryPassword };
  };
  const update = (who: Browser, input: object) =>
    who.graphql<{ updateAccount: { version: number } }>(UPDATE, {
      input: { idempotencyKey: freshKey(), ...input },
    });

  it('refuses a version somebody else has changed', async () => {
    const { id, version } = await create();
    expect((await update(admin, { id, version, givenName: 'Anca' })).data!.updateAccount.version).toBe(
      version + 1,
    );
    expect((await update(admin, { id, version, givenName: 'Ancuța' })).reasons).toEqual(['request.stale']);
  });

  it('lets nobody give themselves a role, or close their own account', async () => {
    const [row] = await test.behind<{ version: number }>('select version from account where id = $1', [
      ids[ADMIN.email],
    ]);
    const own = { id: ids[ADMIN.email], version: row!.version };
    const memberships = [{ unit: units['RO-AJPIS-CT'], role: 'CASEWORKER' }];
    expect((await update(admin, { ...own, memberships })).reasons).toEqual(['access.ownRights']);
    expect((await update(admin, { ...own, active: false })).reasons).toEqual(['access.ownRights']);
    expect((await admin.graphql(RESET, { id: own.id, key: freshKey() })).reasons).toEqual([
      'access.ownRights',
    ]);
    expect((await update(elena, { id: ids[ELENA.email], version: 1, memberships })).reasons).toEqual([
      'access.forbidden',
    ]);
  });

  it('answers for people of the other country as for none', async () => {
    const id = ids['maria.ivanova@dob.asp.example'];
    expect((await update(admin, { id, version: 1, active: false })).reasons).toEqual([
      'directory.accountNotFound',
    ]);
    expect((await admin.graphql(RESET, { id, key: freshKey() })).reasons).toEqual([
      'directory.accountNotFound',
    ]);
  });

  it('takes a role away at once and keeps its history', async () => {
    const { id, version } = await create();
    await test.behind(`update membership set since = '2026-01-01' where account_id = $1`, [id]);
    const memberships = [{ unit: units['RO-AJPIS-TR'], role: 'CASEWORKER' }];
    await update(admin, { id, version, memberships });
    const rows = await test.behind<{ code: string; until: string | null }>(
      `select u.code, m.until::text from membership m join unit u on u.id = m.unit_id where account_id = $1 order by u.code`,
      [id],
    );
    expect(rows).toEqual([
      { code: 'RO-AJPIS-CT', until: '2026-11-22' },
      { code: 'RO-AJPIS-TR', until: null },
    ]);
  });

  it('signs a person out whose account is closed or whose password is set anew', async () => {
    const { id, version, email, password } = await create();
    const ana = new Browser(test.app);
    await ana.signIn(email, password);
    const { data } = await admin.graphql<{ resetAccountPassword: string }>(RESET, { id, key: freshKey() });
    expect((await ana.session()).stage).toBe('none');
    expect((await ana.signIn(email, data!.resetAccountPassword)).body.stage).toBe('change-password');
    await update(admin, { id, version, active: false });
    expect((await ana.session()).stage).toBe('none');
  });

  it('never leaves a country without an administrator, also when two take the role from each other', async () => {
    const second = await create({ memberships: [{ unit: units['RO-ANPIS'], role: 'ADMINISTRATOR' }] });
    const adminId = ids[ADMIN.email]!;
    const colleague = await test.actor(ADMIN.email);
    const { ManageAccountsService } = await import('./accounts/manage-accounts.service');
    const manage = test.app.get(ManageAccountsService);
    const versionOf = async (id: string): Promise<number> =>
      (await test.behind<{ version: number }>('select version from account where id = $1', [id]))[0]!.version;
    const takeFrom = async (by: string, id: string) =>
      manage.update(
        { ...colleague, accountId: by },
        { idempotencyKey: freshKey(), id, version: await versionOf(id), memberships: [] },
      );
    const results = await Promise.allSettled([takeFrom(adminId, second.id), takeFrom(second.id, adminId)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'directory.lastAdministrator' },
    });
  });
});
