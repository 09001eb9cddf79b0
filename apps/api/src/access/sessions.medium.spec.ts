import { FakeClock } from '@soc-coop/testing';
import { testApp, type TestApp } from '../../test/support/app';
import { Browser, freshKey } from '../../test/support/browser';
import { demoSignIn } from '../../test/support/demonstration';

const ELENA = demoSignIn('elena.popescu@ct.ajpis.example');
const RADU = demoSignIn('radu.ionescu@ct.ajpis.example');
const ANDREI = demoSignIn('andrei.marin@ct.ajpis.example');

const clock = new FakeClock('2026-11-23T08:00:00Z');
let test: TestApp;
beforeAll(async () => {
  test = await testApp(clock);
});
afterAll(async () => {
  await test.close();
});
beforeEach(async () => {
  await test.behind('delete from sign_in_attempt');
  await test.behind('delete from sign_in_session');
  clock.advance({ minutes: 5 });
});

const browser = (): Browser => new Browser(test.app);
const signedIn = async ({ email, password }: typeof ELENA): Promise<Browser> => {
  const visitor = browser();
  await visitor.signIn(email, password);
  return visitor;
};
const stageOf = async (visitor: Browser): Promise<string> => (await visitor.session()).stage;

describe('a session', () => {
  it('replaces one that was there before the sign-in, also a planted one', async () => {
    const planted = await signedIn(ANDREI);
    const victim = browser();
    victim.cookie = planted.cookie;
    await victim.signIn(ELENA.email, ELENA.password);
    expect(victim.cookie).not.toBe(planted.cookie);
    expect(await stageOf(planted)).toBe('none');
  });

  it('takes no token it did not give', async () => {
    const visitor = browser();
    visitor.cookie = `soc=${'A'.repeat(43)}`;
    expect((await visitor.graphql('{ viewer { locale } }')).reasons).toEqual(['access.sessionExpired']);
    visitor.cookie = `soc=' or 1=1 --`;
    expect(await stageOf(visitor)).toBe('none');
  });

  it('ends after 30 minutes without use, and use keeps it', async () => {
    const visitor = await signedIn(ELENA);
    clock.advance({ minutes: 29 });
    expect(await stageOf(visitor)).toBe('full');
    clock.advance({ minutes: 29 });
    expect((await visitor.session()).expiresAt).toBe(
      new Date(clock.now().getTime() + 30 * 60_000).toISOString(),
    );
    clock.advance({ minutes: 31 });
    expect((await visitor.graphql('{ viewer { locale } }')).reasons).toEqual(['access.sessionExpired']);
    expect(visitor.cookie).toBeNull();
  });

  it('ends after twelve hours however much it is used', async () => {
    const visitor = await signedIn(ELENA);
    for (let quarter = 0; quarter < 47; quarter += 1) {
      clock.advance({ minutes: 15 });
      expect(await stageOf(visitor)).toBe('full');
    }
    clock.advance({ minutes: 16 });
    expect(await stageOf(visitor)).toBe('none');
  });

  it('writes that it was seen at most once a minute', async () => {
    const visitor = await signedIn(ELENA);
    const seen = async (): Promise<string> => {
      const [row] = await test.behind<{ at: string }>('select last_seen_at::text as at from sign_in_session');
      return row!.at;
    };
    const first = await seen();
    clock.advance({ seconds: 30 });
    await visitor.session();
    expect(await seen()).toBe(first);
    clock.advance({ seconds: 31 });
    await visitor.session();
    expect(await seen()).not.toBe(first);
  });

  it('is over with signing out, everywhere the token is', async () => {
    const visitor = await signedIn(ELENA);
    const copy = browser();
    copy.cookie = visitor.cookie;
    expect((await visitor.send('DELETE', '/api/v1/session')).status).toBe(204);
    expect(visitor.cookie).toBeNull();
    expect(await stageOf(copy)).toBe('none');
    const [event] = await test.behind<{ outcome: string }>(
      `select outcome from audit_event where action = 'session.end' order by at desc limit 1`,
    );
    expect(event).toEqual({ outcome: 'ALLOWED' });
    expect((await browser().send('DELETE', '/api/v1/session')).status).toBe(204);
  });

  it('is listed, ended one by one and all at once', async () => {
    const visitors = [await signedIn(ELENA), await signedIn(ELENA), await signedIn(ELENA)];
    const [here, there, elsewhere] = visitors as [Browser, Browser, Browser];
    type Listed = { mySignInSessions: { id: string; current: boolean; userAgent: string }[] };
    const list = async () =>
      (await here.graphql<Listed>('{ mySignInSessions { id current userAgent } }')).data!.mySignInSessions;
    const listed = await list();
    expect(listed.map(({ current }) => current).sort()).toEqual([false, false, true]);
    expect(listed[0]!.userAgent).toBe('test browser');
    const END = 'mutation($id: ID!, $key: String!) { endSignInSession(id: $id, idempotencyKey: $key) }';
    const { id } = listed.find(({ current }) => !current)!;
    expect((await here.graphql(END, { id, key: freshKey() })).data).toEqual({ endSignInSession: true });
    expect((await here.graphql(END, { id, key: freshKey() })).reasons).toEqual(['access.sessionNotFound']);
    const OTHERS = 'mutation($key: String!) { endOtherSignInSessions(idempotencyKey: $key) }';
    expect((await here.graphql(OTHERS, { key: freshKey() })).data).toEqual({ endOtherSignInSessions: 1 });
    expect([await stageOf(here), await stageOf(there), await stageOf(elsewhere)].sort()).toEqual([
      'full',
      'none',
      'none',
    ]);
  });

  it('cannot end the session of somebody else', async () => {
    const [elena, andrei] = [await signedIn(ELENA), await signedIn(ANDREI)];
    const { data } = await andrei.graphql<{ mySignInSessions: { id: string }[] }>(
      '{ mySignInSessions { id } }',
    );
    const END = 'mutation($id: ID!, $key: String!) { endSignInSession(id: $id, idempotencyKey: $key) }';
    const { id } = data!.mySignInSessions[0]!;
    expect((await elena.graphql(END, { id, key: freshKey() })).reasons).toEqual(['access.sessionNotFound']);
    expect(await stageOf(andrei)).toBe('full');
  });
});

describe('acting for a unit', () => {
  type Viewed = {
    viewer: {
      actingUnit: { code: string };
      roles: string[];
      memberships: { id: string; unit: { code: string } }[];
    };
  };
  const VIEW = '{ viewer { actingUnit { code } roles memberships { id unit { code } } } }';
  const ACT = `mutation($id: ID!, $key: String!) {
    actAs(membership: $id, idempotencyKey: $key) { actingUnit { code } roles account { email } } }`;

  it('changes unit and roles within the same answer and from then on', async () => {
    const radu = await signedIn(RADU);
    const { data } = await radu.graphql<Viewed>(VIEW);
    expect(data!.viewer).toMatchObject({ actingUnit: { code: 'RO-AJPIS-CT' }, roles: ['APPROVER'] });
    const { id } = data!.viewer.memberships.find(({ unit }) => unit.code === 'RO-AJPIS-CL')!;
    const acted = await radu.graphql<{ actAs: object }>(ACT, { id, key: freshKey() });
    expect(acted.data!.actAs).toEqual({
      actingUnit: { code: 'RO-AJPIS-CL' },
      roles: ['CASEWORKER'],
      account: { email: RADU.email },
    });
    expect((await radu.graphql<Viewed>(VIEW)).data!.viewer.roles).toEqual(['CASEWORKER']);
  });

  it('takes nobody else’s membership', async () => {
    const radu = await signedIn(RADU);
    const [row] = await test.behind<{ id: string }>(
      `select m.id from membership m join account a on a.id = m.account_id where a.email = $1`,
      [ELENA.email],
    );
    const { reasons } = await radu.graphql(ACT, { id: row!.id, key: freshKey() });
    expect(reasons).toEqual(['access.membershipNotFound']);
  });

  it('loses a role at the next request after it is taken away', async () => {
    const elena = await signedIn(ELENA);
    await test.behind(
      `update membership set until = '2026-11-22' where account_id =
      (select id from account where email = $1)`,
      [ELENA.email],
    );
    const { reasons } = await elena.graphql(VIEW);
    await test.behind(`update membership set until = null`);
    expect(reasons).toEqual(['access.sessionExpired']);
  });

  it('keeps the language a person chooses', async () => {
    const elena = await signedIn(ELENA);
    const SET = 'mutation($key: String!) { setLocale(locale: en, idempotencyKey: $key) { locale } }';
    expect((await elena.graphql(SET, { key: freshKey() })).data).toEqual({ setLocale: { locale: 'en' } });
    expect((await (await signedIn(ELENA)).graphql('{ viewer { locale } }')).data).toEqual({
      viewer: { locale: 'en' },
    });
  });
});

describe('requests that are not the person’s own', () => {
  const CHANGE = 'mutation($key: String!) { setLocale(locale: ro, idempotencyKey: $key) { locale } }';

  it.each([
    ['without the token', ''],
    ['with something else', 'AAAA'],
    ['with the token of another session', 'other'],
  ])('are refused %s', async (_, token) => {
    const [elena, andrei] = [await signedIn(ELENA), await signedIn(ANDREI)];
    elena.csrf = token === 'other' ? andrei.csrf : token;
    const answer = await elena.send<{ errors: { extensions: { reason: string } }[] }>('POST', '/graphql', {
      query: CHANGE,
      variables: { key: freshKey() },
    });
    expect(answer.status).toBe(403);
    expect(answer.body.errors[0]!.extensions.reason).toBe('access.csrf');
  });

  it('queries need the token too, because they are sent like changes', async () => {
    const elena = await signedIn(ELENA);
    elena.csrf = '';
    expect((await elena.graphql('{ viewer { locale } }')).reasons).toEqual(['access.csrf']);
  });

  it.each([
    ['cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['from a sibling site', { 'sec-fetch-site': 'same-site' }],
    ['from another origin', { origin: 'https://evil.example' }],
    ['from nowhere', { origin: 'null' }],
  ])('are refused %s even with the token, signing in included', async (_, headers) => {
    const elena = await signedIn(ELENA);
    elena.extra = headers;
    expect((await elena.graphql(CHANGE, { key: freshKey() })).reasons).toEqual(['access.crossSite']);
    const stranger = browser();
    stranger.extra = headers;
    const answer = await stranger.signIn(ELENA.email, ELENA.password);
    expect([answer.status, answer.body.reason]).toEqual([403, 'access.crossSite']);
    expect(stranger.cookie).toBeNull();
  });

  it('cannot sign somebody in by a form', async () => {
    const response = await test.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `email=${ELENA.email}&password=${ELENA.password}`,
    });
    expect([response.statusCode, response.cookies]).toEqual([400, []]);
  });

  it('reads by GET never count the cookie', async () => {
    const elena = await signedIn(ELENA);
    const { status, body } = await elena.send<{ data?: { viewer: unknown } }>(
      'GET',
      `/graphql?query=${encodeURIComponent('{ viewer { locale } }')}`,
    );
    expect(status === 200 ? body.data?.viewer : null).toBeNull();
  });

  it('keep their token while the session’s own is renewed', async () => {
    const elena = await signedIn(ELENA);
    const { csrf, cookie } = elena;
    const PASSWORD = `mutation($current: String!, $next: String!, $key: String!) {
      changePassword(current: $current, next: $next, idempotencyKey: $key) }`;
    const next = 'vaporul pleaca la sase';
    const variables = { current: ELENA.password, next, key: freshKey() };
    expect((await elena.graphql(PASSWORD, variables)).data).toEqual({ changePassword: true });
    expect(elena.cookie).not.toBe(cookie);
    expect((await elena.session()).csrfToken).toBe(csrf);
    // The same request again: the same answer, and nothing changed twice.
    expect((await elena.graphql(PASSWORD, variables)).data).toEqual({ changePassword: true });
    const back = { current: next, next: ELENA.password, key: freshKey() };
    expect((await elena.graphql(PASSWORD, back)).data).toEqual({ changePassword: true });
  });
});

describe('changing the password', () => {
  const PASSWORD = `mutation($current: String!, $next: String!, $key: String!) {
    changePassword(current: $current, next: $next, idempotencyKey: $key) }`;

  it.each([
    ['a wrong present one', 'correct horse battery', 'vaporul pleaca la sase', 'access.passwordWrong'],
    ['a weak one', ANDREI.password, 'parolamea2026', 'access.passwordWeak'],
    ['the same one', ANDREI.password, ANDREI.password, 'access.passwordWeak'],
  ])('refuses %s', async (_, current, next, reason) => {
    const andrei = await signedIn(ANDREI);
    expect((await andrei.graphql(PASSWORD, { current, next, key: freshKey() })).reasons).toEqual([reason]);
  });

  it('signs out everywhere else and keeps no password in the store of answers', async () => {
    const [here, there] = [await signedIn(ANDREI), await signedIn(ANDREI)];
    const next = 'vaporul pleaca la sapte';
    await here.graphql(PASSWORD, { current: ANDREI.password, next, key: freshKey() });
    expect([await stageOf(here), await stageOf(there)]).toEqual(['full', 'none']);
    const rows = await test.behind<{ text: string }>(
      `select row_to_json(k)::text as text from idempotency_key k
       union all select row_to_json(e)::text from audit_event e`,
    );
    expect(rows.map(({ text }) => text).join()).not.toContain('vaporul');
    await here.graphql(PASSWORD, { current: next, next: ANDREI.password, key: freshKey() });
  });

  it('counts wrong present passwords towards the lock', async () => {
    const andrei = await signedIn(ANDREI);
    const reasons: string[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const variables = { current: 'correct horse battery', next: 'vaporul pleaca la opt', key: freshKey() };
      reasons.push(...(await andrei.graphql(PASSWORD, variables)).reasons);
    }
    expect(reasons.at(-1)).toBe('access.locked');
    expect(reasons.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'access.passwordWrong'));
  });
});
