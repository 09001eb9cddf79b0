import { FakeClock } from '@soc-coop/testing';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { testApp, type TestApp } from '../../../test/support/app';
import { Browser, freshKey } from '../../../test/support/browser';
import { demoSignIn } from '../../../test/support/demonstration';

const AUDIENCE = 'http://localhost:3000/api/v1/token';
const clock = new FakeClock('2026-11-23T08:00:00Z');
let test: TestApp;
let sorin: Browser;
let desislava: Browser;
let elena: Browser;
const units: Record<string, string> = {};

const signedIn = async (address: string): Promise<Browser> => {
  const { email, password, codeAt } = demoSignIn(address);
  const visitor = new Browser(test.app);
  await visitor.signIn(email, password);
  const code = codeAt(clock.now());
  if (code !== '') await visitor.prove(code);
  return visitor;
};

beforeAll(async () => {
  test = await testApp(clock);
  for (const { id, code } of await test.behind<{ id: string; code: string }>('select id, code from unit'))
    units[code] = id;
  sorin = await signedIn('sorin.balan@anpis.example');
  desislava = await signedIn('desislava.todorova@asp.example');
  elena = await signedIn('elena.popescu@ct.ajpis.example');
});
afterAll(async () => {
  await test.close();
});

/** A partner's own key, and what is pasted of it. */
const makeKey = async (kid: string) => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  return { kid, privateKey, pasted: JSON.stringify({ ...(await exportJWK(publicKey)), kid }) };
};
type Key = Awaited<ReturnType<typeof makeKey>>;

const REGISTER = 'mutation($input: RegisterPartnerSystemInput!) { registerPartnerSystem(input: $input) }';
const CHANGE = 'mutation($input: ChangePartnerSystemKeyInput!) { changePartnerSystemKey(input: $input) }';
const SWITCH = 'mutation($input: SwitchPartnerSystemInput!) { switchPartnerSystem(input: $input) }';
const LIST = `query($first: Int, $after: String) { partnerSystems(first: $first, after: $after) {
  nodes { id name active unit { code } } pageInfo { hasNextPage endCursor } totalCount { value } } }`;
const ONE =
  'query($id: ID!) { partnerSystem(id: $id) { version active types keys { kid algorithm added until } } }';

interface Page {
  readonly partnerSystems: {
    readonly nodes: readonly { readonly name: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

const register = async (who: Browser, publicKeys: string, more: object = {}) => {
  const input = {
    idempotencyKey: freshKey(),
    name: 'SIAS',
    unit: units['RO-AJPIS-CT'],
    types: ['EX02'],
    publicKeys,
    ...more,
  };
  const { data, reasons } = await who.graphql<{ registerPartnerSystem: string }>(REGISTER, { input });
  return { id: data?.registerPartnerSystem ?? '', reasons };
};
const change = async (id: string, version: number, publicKeys: string, presentUntil: string | null = null) =>
  (
    await sorin.graphql(CHANGE, {
      input: { idempotencyKey: freshKey(), id, version, publicKeys, presentUntil },
    })
  ).reasons;
const turn = async (id: string, version: number, active: boolean) =>
  (await sorin.graphql(SWITCH, { input: { idempotencyKey: freshKey(), id, version, active } })).reasons;

/** What the token endpoint answers to somebody who signs as a system. */
const askToken = async (id: string, { kid, privateKey }: Key): Promise<{ status: number; token: string }> => {
  const exp = Math.floor(clock.now().getTime() / 1000) + 120;
  const assertion = await new SignJWT({ iss: id, sub: id, aud: AUDIENCE, exp, jti: freshKey() })
    .setProtectedHeader({ alg: 'ES256', kid })
    .sign(privateKey);
  const response = await test.app.inject({
    method: 'POST',
    url: '/api/v1/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }).toString(),
  });
  const { access_token: token = '' } = JSON.parse(response.body) as { access_token?: string };
  return { status: response.statusCode, token };
};
const bearer = (token: string): Browser => {
  const caller = new Browser(test.app);
  caller.extra = { authorization: `Bearer ${token}` };
  return caller;
};
const UNIT = '{ unitByCode(code: "RO-AJPIS-CT") { code } }';

describe('the register of partner systems', () => {
  it('connects a system: registered by an administrator, it gets tokens with its own key', async () => {
    const key = await makeKey('first');
    const { id, reasons } = await register(sorin, key.pasted);
    expect(reasons).toEqual([]);
    const { status, token } = await askToken(id, key);
    expect(status).toBe(200);
    expect((await bearer(token).graphql(UNIT)).data).toEqual({ unitByCode: { code: 'RO-AJPIS-CT' } });
    const { data } = await sorin.graphql(ONE, { id });
    expect(data).toEqual({
      partnerSystem: {
        version: 1,
        active: true,
        types: ['EX02'],
        keys: [{ kid: 'first', algorithm: 'ES256', added: '2026-11-23', until: null }],
      },
    });
  });

  it.each<[string, () => Promise<readonly string[]>, string]>([
    [
      'a private key',
      async () => (await register(sorin, '{"kty":"oct","k":"YQ"}')).reasons,
      'access.keyPrivate',
    ],
    [
      'a unit of the other country',
      async () =>
        (await register(sorin, (await makeKey('x')).pasted, { unit: units['BG-RDSA-DOB'] })).reasons,
      'access.forbidden',
    ],
    [
      'a type nobody knows',
      async () => (await register(sorin, (await makeKey('x')).pasted, { types: ['EX99'] })).reasons,
      'directory.competenceUnknown',
    ],
    [
      'an officer',
      async () => (await register(elena, (await makeKey('x')).pasted)).reasons,
      'access.forbidden',
    ],
  ])('refuses %s and keeps nothing', async (_, act, reason) => {
    const count = async () => (await test.behind('select from api_client')).length;
    const before = await count();
    expect(await act()).toEqual([reason]);
    expect(await count()).toBe(before);
  });

  it('shows each country its own systems, page by page', async () => {
    for (const name of ['Alfa', 'beta', 'Gama'])
      await register(sorin, (await makeKey(name)).pasted, { name });
    const abroad = await register(desislava, (await makeKey('bg')).pasted, { unit: units['BG-RDSA-DOB'] });
    const names: string[] = [];
    let after: string | null = null;
    do {
      const { data }: { data: Page | null } = await sorin.graphql<Page>(LIST, { first: 2, after });
      names.push(...data!.partnerSystems.nodes.map(({ name }) => name));
      after = data!.partnerSystems.pageInfo.hasNextPage ? data!.partnerSystems.pageInfo.endCursor : null;
    } while (after !== null);
    expect(names).toEqual(['Alfa', 'beta', 'Gama', 'SIAS']);
    expect((await sorin.graphql(ONE, { id: abroad.id })).reasons).toEqual(['access.partnerSystemNotFound']);
    expect((await elena.graphql(LIST)).reasons).toEqual(['access.forbidden']);
  });

  it('changes a key: the old one is taken until its last day, and never comes back', async () => {
    const [old, fresh] = [await makeKey('old'), await makeKey('fresh')];
    const { id } = await register(sorin, old.pasted);
    expect(await change(id, 1, fresh.pasted, '2026-11-25')).toEqual([]);
    expect([(await askToken(id, old)).status, (await askToken(id, fresh)).status]).toEqual([200, 200]);
    clock.advance({ minutes: 60 * 24 * 2 });
    expect([(await askToken(id, old)).status, (await askToken(id, fresh)).status]).toEqual([200, 200]);
    clock.advance({ minutes: 60 * 24 });
    expect([(await askToken(id, old)).status, (await askToken(id, fresh)).status]).toEqual([401, 200]);
    sorin = await signedIn('sorin.balan@anpis.example');
    expect(await change(id, 2, old.pasted)).toEqual(['access.keyKnown']);
  });

  it('ends a key at once, with the tokens it got', async () => {
    const [stolen, fresh] = [await makeKey('stolen'), await makeKey('fresh')];
    const { id } = await register(sorin, stolen.pasted);
    const { token } = await askToken(id, stolen);
    expect(await change(id, 1, fresh.pasted)).toEqual([]);
    expect((await bearer(token).graphql(UNIT)).reasons).toEqual(['access.tokenInvalid']);
    expect([(await askToken(id, stolen)).status, (await askToken(id, fresh)).status]).toEqual([401, 200]);
    expect(await change(id, 2, (await makeKey('later')).pasted, '2027-11-25')).toEqual(['request.invalid']);
    expect(await change(id, 1, (await makeKey('late')).pasted)).toEqual(['request.stale']);
  });

  it('switches a system off, with the tokens it holds, and on again', async () => {
    const key = await makeKey('k');
    const { id } = await register(sorin, key.pasted);
    const { token } = await askToken(id, key);
    expect(await turn(id, 1, false)).toEqual([]);
    expect((await bearer(token).graphql(UNIT)).reasons).toEqual(['access.tokenInvalid']);
    expect((await askToken(id, key)).status).toBe(401);
    expect(await turn(id, 2, true)).toEqual([]);
    expect((await askToken(id, key)).status).toBe(200);
  });

  it('registers once where one request comes twice, and leaves one event for each act', async () => {
    const { pasted } = await makeKey('once');
    const input = {
      idempotencyKey: freshKey(),
      name: 'Once',
      unit: units['RO-AJPIS-CT'],
      types: ['EX02'],
      publicKeys: pasted,
    };
    const [first, again] = [
      await sorin.graphql(REGISTER, { input }),
      await sorin.graphql(REGISTER, { input }),
    ];
    expect(again.data).toEqual(first.data);
    const { registerPartnerSystem: id } = first.data as { registerPartnerSystem: string };
    clock.advance({ seconds: 1 });
    await turn(id, 1, false);
    const events = await test.behind<{ action: string }>(
      'select action from audit_event where resource_id = $1 order by at, id',
      [id],
    );
    expect(events.map(({ action }) => action)).toEqual(['partnerSystem.register', 'partnerSystem.switch']);
  });
});
