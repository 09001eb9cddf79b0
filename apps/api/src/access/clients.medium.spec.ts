import { FakeClock } from '@soc-coop/testing';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { testApp, type TestApp } from '../../test/support/app';
import { Browser, freshKey } from '../../test/support/browser';

const AUDIENCE = 'http://localhost:3000/api/v1/token';
const TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const NOBODY = freshKey();

const clock = new FakeClock('2026-11-23T08:00:00Z');
let test: TestApp;
let keys: Awaited<ReturnType<typeof generateKeyPair>>;
let clientId: string;
let officer: { id: string; unitId: string };

beforeAll(async () => {
  test = await testApp(clock);
  keys = await generateKeyPair('EdDSA');
  const jwks = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'EdDSA' }] };
  const [row] = await test.behind<{ id: string; account: string; unit: string }>(
    `insert into api_client (id, name, unit_id, types, jwks)
     select gen_random_uuid(), 'Invented case system', m.unit_id, array['EX02'], $2
     from membership m join account a on a.id = m.account_id where a.email = $1
     returning id, (select id from account where email = $1) as account, unit_id as unit`,
    ['elena.popescu@ct.ajpis.example', JSON.stringify(jwks)],
  );
  clientId = row!.id;
  officer = { id: row!.account, unitId: row!.unit };
});
afterAll(async () => {
  await test.close();
});
beforeEach(() => {
  clock.advance({ minutes: 10 });
});

const seconds = (): number => Math.floor(clock.now().getTime() / 1000);
const claims = (more: JWTPayload = {}): JWTPayload => ({
  iss: clientId,
  sub: clientId,
  aud: AUDIENCE,
  exp: seconds() + 120,
  jti: freshKey(),
  ...more,
});
const assertion = (payload: JWTPayload, kid = 'k1'): Promise<string> =>
  new SignJWT(payload).setProtectedHeader({ alg: 'EdDSA', kid }).sign(keys.privateKey);

interface TokenBody {
  readonly access_token: string;
  readonly expires_in: number;
  readonly error?: string;
  readonly reason?: string;
}

const askToken = async (form: Record<string, string>, method: 'POST' | 'GET' = 'POST') => {
  const response = await test.app.inject({
    method,
    url: '/api/v1/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  });
  return { status: response.statusCode, body: JSON.parse(response.body || 'null') as TokenBody };
};
const form = (client_assertion: string) => ({
  grant_type: 'client_credentials',
  client_assertion_type: TYPE,
  client_assertion,
});
const token = async (): Promise<string> =>
  (await askToken(form(await assertion(claims())))).body.access_token;
/** A partner system with a token, acting for an officer or for none. */
const system = async (actingFor: string | null = null): Promise<Browser> => {
  const caller = new Browser(test.app);
  caller.extra = {
    authorization: `Bearer ${await token()}`,
    ...(actingFor === null ? {} : { 'x-acting-for': actingFor }),
  };
  return caller;
};

describe('the token endpoint', () => {
  it('gives a short-lived token for a signed assertion, and keeps only its hash', async () => {
    const { status, body } = await askToken(form(await assertion(claims())));
    expect([status, body.expires_in]).toEqual([200, 300]);
    const rows = await test.behind<{ text: string }>(
      'select row_to_json(t)::text as text from api_client_token t',
    );
    expect(rows.map(({ text }) => text).join()).not.toContain(body.access_token);
  });

  it('takes an assertion once, also when it comes twice at the same moment', async () => {
    const once = form(await assertion(claims()));
    const answers = await Promise.all([askToken(once), askToken(once), askToken(once)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    expect((await askToken(once)).body.error).toBe('invalid_client');
  });

  it.each<[string, () => Promise<string>]>([
    ['of another audience', () => assertion(claims({ aud: 'https://elsewhere.example/token' }))],
    ['of another issuer', () => assertion(claims({ iss: freshKey() }))],
    ['for another subject', () => assertion(claims({ sub: freshKey() }))],
    ['of a system nobody registered', () => assertion(claims({ iss: NOBODY, sub: NOBODY }))],
    ['that has expired', () => assertion(claims({ exp: seconds() - 60 }))],
    ['that is good for too long', () => assertion(claims({ exp: seconds() + 3600 }))],
    ['without an end', () => assertion({ iss: clientId, sub: clientId, aud: AUDIENCE, jti: freshKey() })],
    [
      'without a name of its own',
      () => assertion({ iss: clientId, sub: clientId, aud: AUDIENCE, exp: seconds() + 60 }),
    ],
    ['not yet good', () => assertion(claims({ nbf: seconds() + 600 }))],
    [
      'with a critical header nobody knows',
      () =>
        new SignJWT(claims())
          .setProtectedHeader({ alg: 'EdDSA', kid: 'k1', crit: ['x'], x: 1 })
          .sign(keys.privateKey, { crit: { x: true } }),
    ],
    ['with a key name like SQL', () => assertion(claims(), `' or 1=1 --`)],
    [
      'signed with another key',
      async () => {
        const { privateKey, publicKey } = await generateKeyPair('EdDSA');
        const jwk = await exportJWK(publicKey);
        return new SignJWT(claims()).setProtectedHeader({ alg: 'EdDSA', kid: 'k1', jwk }).sign(privateKey);
      },
    ],
    [
      'signed by a secret made of the public key',
      async () => {
        const { x } = await exportJWK(keys.publicKey);
        return new SignJWT(claims())
          .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
          .sign(Buffer.from(x!, 'base64url'));
      },
    ],
    [
      'not signed at all',
      async () =>
        `${Buffer.from('{"alg":"none"}').toString('base64url')}.${(await assertion(claims())).split('.')[1]!}.`,
    ],
    ['that is no JWT', async () => 'abc'],
  ])('refuses an assertion %s, all alike', async (_, make) => {
    const { status, body } = await askToken(form(await make()));
    expect([status, body.error, body.reason]).toEqual([401, 'invalid_client', 'access.clientRefused']);
  });

  it('refuses every assertion with one changed bit of its signature', async () => {
    const [head, payload, signature] = (await assertion(claims())).split('.') as [string, string, string];
    const bytes = Buffer.from(signature, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 37) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      const { status } = await askToken(form(`${head}.${payload}.${changed.toString('base64url')}`));
      expect(status).toBe(401);
    }
  });

  it.each([
    ['another grant', { grant_type: 'password', username: 'a', password: 'b' }, 'unsupported_grant_type'],
    [
      'a client secret',
      { grant_type: 'client_credentials', client_id: 'a', client_secret: 'b' },
      'invalid_request',
    ],
    ['nothing', {}, 'unsupported_grant_type'],
  ])('does not know %s', async (_, body, error) => {
    const answer = await askToken(body);
    expect([answer.status, answer.body.error]).toEqual([400, error]);
  });

  it('is no page to read and takes no JSON', async () => {
    expect((await test.app.inject({ method: 'GET', url: '/api/v1/token?client_secret=x' })).statusCode).toBe(
      405,
    );
    const json = await test.app.inject({
      method: 'POST',
      url: '/api/v1/token',
      payload: { grant_type: 'x' },
    });
    expect(json.statusCode).toBe(400);
  });

  it('audits who got a token and who did not', async () => {
    await token();
    const rows = await test.behind<{ outcome: string; actor_kind: string; actor_id: string }>(
      `select outcome, actor_kind, actor_id from audit_event where action = 'token.issue' and outcome = 'ALLOWED'
       order by at desc limit 1`,
    );
    expect(rows).toEqual([{ outcome: 'ALLOWED', actor_kind: 'client', actor_id: clientId }]);
  });
});

describe('a partner system', () => {
  const UNITS = '{ unitByCode(code: "RO-AJPIS-CT") { code } }';

  it('reads what its unit may read, without any cookie or CSRF token', async () => {
    const { data, reasons } = await (await system()).graphql(UNITS);
    expect([data, reasons]).toEqual([{ unitByCode: { code: 'RO-AJPIS-CT' } }, []]);
  });

  it('is nobody once its token has expired, was taken back, or its system was closed', async () => {
    const caller = await system();
    clock.advance({ seconds: 301 });
    expect((await caller.graphql(UNITS)).reasons).toEqual(['access.tokenInvalid']);
    const second = await system();
    await test.behind('delete from api_client_token');
    expect((await second.graphql(UNITS)).reasons).toEqual(['access.tokenInvalid']);
    const third = await system();
    await test.behind('update api_client set active = false');
    const { reasons } = await third.graphql(UNITS);
    const refused = await askToken(form(await assertion(claims())));
    await test.behind('update api_client set active = true');
    expect([reasons, refused.status]).toEqual([['access.tokenInvalid'], 401]);
  });

  it.each(['Bearer abc', 'Bearer', 'Basic dXNlcjpwYXNz', `Bearer ${'A'.repeat(43)}`, 'Bearer a b'])(
    'is not %p',
    async (authorization) => {
      const caller = new Browser(test.app);
      caller.extra = { authorization };
      expect((await caller.graphql(UNITS)).reasons).toEqual(['access.tokenInvalid']);
    },
  );

  it('is itself also when several ask at the same moment, and never one of the others', async () => {
    const [alone, officers, strangers] = [await system(), await system(officer.id), await system(freshKey())];
    const unknown = new Browser(test.app);
    unknown.extra = { authorization: `Bearer ${'B'.repeat(43)}` };
    const callers = [alone, strangers, officers, unknown, alone, unknown, officers, strangers];
    const OPEN = `mutation($input: OpenExchangeInput!) { openExchange(input: $input) { id } }`;
    // A type nobody knows: whoever may open exchanges is told so, and nothing is opened.
    const ask = async (caller: Browser) =>
      (await caller.graphql(OPEN, { input: { idempotencyKey: freshKey(), type: 'EX99' } })).reasons;
    const told = new Map([
      [alone, 'access.actingForMissing'],
      [officers, 'exchange.typeUnknown'],
      [strangers, 'access.actingForInvalid'],
      [unknown, 'access.tokenInvalid'],
    ]);
    for (let round = 0; round < 3; round += 1)
      expect(await Promise.all(callers.map(ask))).toEqual(callers.map((caller) => [told.get(caller)]));
  });

  it('has no sign-in, no people and no audit trail', async () => {
    const caller = await system(officer.id);
    const SET = 'mutation($key: String!) { setLocale(locale: ro, idempotencyKey: $key) { locale } }';
    expect((await caller.graphql(SET, { key: freshKey() })).reasons).toEqual(['access.forbidden']);
    expect((await caller.graphql('{ accounts { nodes { id } } }')).reasons).toEqual(['access.forbidden']);
    expect((await caller.graphql('{ auditEvents { nodes { id } } }')).reasons).toEqual(['access.forbidden']);
    expect((await caller.graphql('{ viewer { locale } }')).data).toEqual({ viewer: null });
  });

  it('acts for an officer of its own unit only', async () => {
    const [stranger] = await test.behind<{ id: string }>('select id from account where email = $1', [
      'cristina.vlad@ot.ajpis.example',
    ]);
    for (const named of [stranger!.id, freshKey(), 'nobody'])
      expect((await (await system(named)).graphql(UNITS)).reasons).toEqual(['access.actingForInvalid']);
    expect((await (await system(officer.id)).graphql(UNITS)).reasons).toEqual([]);
  });

  it('opens no exchange without naming an officer', async () => {
    const OPEN = `mutation($input: OpenExchangeInput!) { openExchange(input: $input) { id } }`;
    const input = { idempotencyKey: freshKey(), type: 'EX02' };
    expect((await (await system()).graphql(OPEN, { input })).reasons).toEqual(['access.actingForMissing']);
  });
});
