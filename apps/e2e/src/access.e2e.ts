import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Caller, freshKey, type Problem } from './api/caller';
import { matching } from './api/matching';
import { FirstCase } from './api/first-case';
import { OPEN, REVEAL } from './api/operations';
import { anyPlace } from './api/places';
import { enter, type Newcomer, PEOPLE, signIn, signInAnew } from './api/people';
import { shared, signInByEmail } from './shared-state';

const VIEWER = '{ viewer { locale account { email } } }';
const elena = () => signInByEmail(PEOPLE.elena);

/** Somebody at an address of their own: whoever fails there on purpose locks nobody else out. */
const stranger = (): Caller => new Caller({}, anyPlace());

describe('the session cookie', () => {
  it('is for this site’s own pages only, and the token stands nowhere else', async () => {
    const caller = new Caller();
    const { email, password } = elena();
    const { headers, body } = await caller.send('POST', '/api/v1/session', { body: { email, password } });
    const [cookie = '', ...others] = headers.getSetCookie();
    expect(others).toEqual([]);
    expect(cookie).toMatch(/^soc=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(headers.get('cache-control')).toBe('no-store');
    const token = caller.cookie?.slice('soc='.length) ?? 'none';
    const session = await caller.send<object>('GET', '/api/v1/session');
    const viewer = await caller.graphql(VIEWER, {}, { headers: { 'x-csrf-token': null } });
    expect(JSON.stringify([body, session.body, viewer.body])).not.toContain(token);
  });

  it('is another one after each sign-in, and the old one is worth nothing', async () => {
    const { email, password } = elena();
    const caller = new Caller();
    await caller.signIn(email, password);
    const old = new Caller();
    old.cookie = caller.cookie;
    old.csrf = caller.csrf;
    await caller.signIn(email, password);
    expect(caller.cookie).not.toBe(old.cookie);
    expect((await old.graphql(VIEWER)).status).toBe(401);
  });

  it('is taken back by signing out, and signing out twice is no error', async () => {
    const caller = await signInAnew(PEOPLE.elena);
    const { cookie } = caller;
    expect((await caller.send('DELETE', '/api/v1/session')).status).toBe(204);
    expect(caller.cookie).toBeNull();
    caller.cookie = cookie;
    expect((await caller.session()).signedIn).toBe(false);
    expect((await caller.send('DELETE', '/api/v1/session')).status).toBe(204);
  });
});

describe('a request that another site made the browser send', () => {
  let caller: Caller;
  beforeAll(async () => {
    caller = await signInAnew(PEOPLE.elena);
  });
  const open = (headers: Record<string, string | null>) =>
    caller.graphql<object>(OPEN, { input: { type: 'EX02', idempotencyKey: freshKey() } }, { headers });
  const signOut = (headers: Record<string, string | null>) =>
    caller.send<Problem>('DELETE', '/api/v1/session', { headers });

  it.each([
    ['without the session’s token', { 'x-csrf-token': null }, 'access.csrf'],
    ['with a token made up', { 'x-csrf-token': 'A'.repeat(43) }, 'access.csrf'],
    ['from a foreign origin', { origin: 'https://elsewhere.example' }, 'access.crossSite'],
    ['that the browser says is cross-site', { 'sec-fetch-site': 'cross-site' }, 'access.crossSite'],
    ['from a sister site', { 'sec-fetch-site': 'same-site' }, 'access.crossSite'],
  ])('%s changes nothing', async (_, headers, reason) => {
    const { status, body } = await open(headers);
    expect([status, body.errors?.[0]?.extensions.reason]).toEqual([403, reason]);
    expect(body.data ?? null).toBeNull();
    const rest = await signOut(headers);
    expect([rest.status, rest.body.reason]).toEqual([403, reason]);
    expect(rest.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect((await caller.session()).signedIn).toBe(true);
  });

  it('cannot sign anybody in: neither by a form nor from a foreign origin', async () => {
    const { email, password } = elena();
    const form = await new Caller().send<Problem>('POST', '/api/v1/session', {
      body: new URLSearchParams({ email, password }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([form.status, form.body.reason]).toEqual([400, 'request.malformed']);
    const foreign = await new Caller().send<Problem>('POST', '/api/v1/session', {
      body: { email, password },
      headers: { origin: 'https://elsewhere.example' },
    });
    expect([foreign.status, foreign.body.reason]).toEqual([403, 'access.crossSite']);
  });

  it('reads nothing by a link either', async () => {
    const { status, body } = await caller.send<{ data: { viewer: object | null } }>(
      'GET',
      `/graphql?query=${encodeURIComponent(VIEWER)}`,
      { headers: { 'apollo-require-preflight': 'true' } },
    );
    expect([status, body]).toEqual([200, { data: { viewer: null } }]);
  });
});

describe('an account of one’s own', () => {
  let administrator: Caller;
  let newcomer: Newcomer;
  beforeAll(async () => {
    administrator = await signIn(PEOPLE.sorin);
  });
  beforeEach(async () => {
    newcomer = await enter(administrator);
  });

  const choosePassword = async ({
    email,
    password,
  }: Newcomer): Promise<{ caller: Caller; chosen: string }> => {
    const chosen = `chosen ${freshKey()}`;
    const caller = new Caller();
    expect((await caller.signIn(email, password)).body.stage).toBe('change-password');
    await caller.ask(
      'mutation($a: String!, $b: String!, $key: String!) { changePassword(current: $a, next: $b, idempotencyKey: $key) }',
      {
        a: password,
        b: chosen,
        key: freshKey(),
      },
    );
    return { caller, chosen };
  };

  it('begins with choosing a password; until then nothing else works', async () => {
    const caller = new Caller();
    await caller.signIn(newcomer.email, newcomer.password);
    const { extensions } = await caller.refusalOf('{ exchangeQueueCounts { all { value } } }');
    expect(extensions.code).toBe('UNAUTHENTICATED');
    const { caller: ready } = await choosePassword(newcomer);
    await ready.ask('{ exchangeQueueCounts { all { value } } }');
    expect((await stranger().signIn(newcomer.email, newcomer.password)).status).toBe(401);
  });

  it('shows where it is signed in, and signs out everywhere else at once', async () => {
    const { caller, chosen } = await choosePassword(newcomer);
    const others = [new Caller(), new Caller()];
    for (const other of others) await other.signIn(newcomer.email, chosen);
    const places = await caller.ask<{ mySignInSessions: { current: boolean }[] }>(
      '{ mySignInSessions { current } }',
    );
    expect(places.mySignInSessions.map(({ current }) => current).sort()).toEqual([false, false, true]);
    const ended = await caller.ask(
      'mutation($key: String!) { endOtherSignInSessions(idempotencyKey: $key) }',
      {
        key: freshKey(),
      },
    );
    expect(ended).toEqual({ endOtherSignInSessions: 2 });
    for (const other of others) {
      const { status, body } = await other.graphql(VIEWER);
      expect([status, body.errors?.[0]?.extensions.reason]).toEqual([401, 'access.sessionExpired']);
    }
    expect((await caller.graphql(VIEWER)).status).toBe(200);
  });

  it('is locked after repeated failures, and the answers do not tell whether it exists', async () => {
    const { chosen } = await choosePassword(newcomer);
    const unknown = `nimeni.${freshKey().slice(0, 8)}@ct.ajpis.example`;
    const place = stranger();
    const attempt = async (email: string, password: string) => {
      const { status, headers, body } = await place.signIn(email, password);
      const { requestId, params, ...said } = body;
      // Time goes by between two tries: only the seconds left to wait may differ.
      const waits = Object.keys(params ?? {});
      return {
        status,
        said: { ...said, title: said.title?.replace(/\d+/, 'n') },
        waits,
        retry: headers.has('retry-after'),
      };
    };
    const statuses: number[] = [];
    for (let count = 0; count < 7; count += 1) {
      const known = await attempt(newcomer.email, 'not the password at all');
      expect(await attempt(unknown, 'not the password at all')).toEqual(known);
      statuses.push(known.status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    // The right password opens nothing while the lock holds.
    expect(await attempt(newcomer.email, chosen)).toMatchObject({
      status: 429,
      retry: true,
      waits: ['seconds'],
    });
    const reset = await administrator.ask<{ resetAccountPassword: string }>(
      'mutation($id: ID!, $key: String!) { resetAccountPassword(id: $id, idempotencyKey: $key) }',
      { id: newcomer.id, key: freshKey() },
    );
    const again = await new Caller().signIn(newcomer.email, reset.resetAccountPassword);
    expect([again.status, again.body.stage]).toEqual([200, 'change-password']);
  });
});

describe('what every answer carries', () => {
  it.each([
    ['a page', '/ro/work'],
    ['GraphiQL', '/graphiql/'],
    ['REST', '/api/v1/session'],
    ['an unknown address of the API', '/api/v1/nothing'],
    ['health', '/health/ready'],
  ])('on %s: what browsers need to protect the reader, and a request id', async (_, path) => {
    const { headers } = await new Caller().send('GET', path);
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ])
      expect(policy.split(';')).toContain(part);
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toMatch(/same-origin|no-referrer/);
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.has('x-powered-by') || headers.has('server')).toBe(false);
    expect(headers.has('access-control-allow-origin')).toBe(false);
  });

  it('a caller’s own request id comes back, a strange one does not', async () => {
    const idOf = async (given: string) =>
      (await new Caller().send('GET', '/api/v1/session', { headers: { 'x-request-id': given } })).headers.get(
        'x-request-id',
      );
    expect(await idOf('partner-2026-000001')).toBe('partner-2026-000001');
    expect(await idOf('<script>alert(1)</script>')).not.toContain('script');
  });
});

describe('refusals of REST', () => {
  const refusal = (language: string) =>
    stranger().send<Problem>('POST', '/api/v1/session', {
      body: { email: `nimeni.${freshKey()}@ct.ajpis.example`, password: 'not the password at all' },
      headers: { 'accept-language': language },
    });

  it.each([
    ['ro-RO,ro;q=0.9,en;q=0.5', /parola nu este corectă/],
    ['bg', /паролата не е вярна/],
    ['en-GB', /password is not correct/],
    ['de-DE,bg;q=0.8', /паролата не е вярна/],
    ['fr', /password is not correct/],
  ])('are problems in the reader’s language: %s', async (language, words) => {
    const { status, headers, body } = await refusal(language);
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual({
      type: matching(/^(about:blank|\/|https?:)/),
      title: matching(words),
      status,
      code: 'UNAUTHENTICATED',
      reason: 'access.signInFailed',
      params: {},
      requestId: headers.get('x-request-id'),
    });
  });

  it.each([
    ['an unknown address', 'GET', '/api/v1/nothing', undefined, 404],
    ['broken JSON', 'POST', '/api/v1/session', '{"email": ', 400],
    ['a list for an object', 'POST', '/api/v1/session', '[]', 400],
  ])('are JSON without a stack, a path or a version: %s', async (_, method, path, body, expected) => {
    const {
      status,
      headers,
      body: problem,
    } = await new Caller().send<Problem>(method, path, {
      ...(body === undefined ? {} : { body }),
      headers: { 'accept-language': 'ro' },
    });
    expect(status).toBe(expected);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(JSON.stringify(problem)).not.toMatch(/node_modules|\.js|at \w|fastify|nest|select /i);
  });
});

describe('what is noted down', () => {
  it('holds no number, name, address, token or password, whatever was sent', async () => {
    const { email, password } = elena();
    const caller = new Caller();
    await caller.signIn(email, password);
    const dobrich = await signIn(PEOPLE.maria);
    const one = await new FirstCase(caller, dobrich, 401).answered();
    const input = { exchangeId: one.now.id, purpose: 'IDENTIFY', idempotencyKey: freshKey() };
    await dobrich.ask(REVEAL, { input });
    const secrets = [
      one.person.identifier.value,
      one.person.familyName,
      one.person.latin.familyName,
      email,
      password,
      caller.cookie?.slice('soc='.length) ?? '',
      caller.csrf ?? '',
    ];
    const place = stranger();
    // The ways in which what was typed could end up in a log: broken requests, addresses, headers.
    for (const secret of secrets) {
      await caller.send('POST', '/graphql', { body: `{"query": "${secret}` });
      await caller.graphql(`{ unitByCode(code: "${secret}") { code } `);
      await caller.graphql('query($code: Int!) { unitByCode(code: $code) { code } }', { code: secret });
      await caller.graphql('query($id: ID!) { exchange(id: $id) { id } }', { id: secret });
      await caller.send('GET', `/api/v1/${encodeURIComponent(secret)}?number=${encodeURIComponent(secret)}`);
      await caller.send('GET', `/ro/exchanges/${encodeURIComponent(secret)}`);
      await new Caller().graphql(
        VIEWER,
        {},
        { headers: { authorization: `Bearer ${encodeURIComponent(secret)}` } },
      );
      await place.signIn(`${encodeURIComponent(secret)}@x.example`, secret);
    }
    const { body: figures } = await new Caller().send<string>('GET', '/metrics');
    const noted = ['api.log', 'postgres.log'].map((name) =>
      readFileSync(join(shared().dataDir, name), 'utf8'),
    );
    for (const text of [figures, ...noted]) {
      expect(
        secrets.filter((secret) => text.includes(secret) || text.includes(encodeURIComponent(secret))),
      ).toEqual([]);
    }
    for (const text of noted) {
      expect(text).not.toMatch(/[\w.+-]+@[\w-]+\.example/);
      expect(text).not.toMatch(/(?<![\w.-])(\d{10}|\d{13})(?![\w.-])/);
    }
    const labels = figures.match(/\{[^}]*\}/g) ?? [];
    expect(labels.join('\n')).toContain('route="/graphql"');
    expect(labels.filter((label) => /[0-9a-f]{8}-[0-9a-f]{4}-|@|\d{10}|-20\d\d-/.test(label))).toEqual([]);
  });
});
