import { FakeClock } from '@soc-coop/testing';
import { testApp, type TestApp } from '../../test/support/app';
import { Browser, freshKey } from '../../test/support/browser';
import { demoSignIn } from '../../test/support/demonstration';
import { PasswordHasher } from './passwords/password-hasher';
import { stepAt, totpAt } from './second-factor/totp';

const ELENA = demoSignIn('elena.popescu@ct.ajpis.example');
const MARIA = demoSignIn('maria.ivanova@dob.asp.example');
const AUDITOR = demoSignIn('carmen.ilie@anpis.example');
const ADMIN = demoSignIn('sorin.balan@anpis.example');

const clock = new FakeClock('2026-11-23T08:00:00Z');
let test: TestApp;
beforeAll(async () => {
  test = await testApp(clock);
});
afterAll(async () => {
  await test.close();
});
beforeEach(async () => {
  // Each test begins unlocked, and after the time codes the one before used up.
  await test.behind('delete from sign_in_attempt');
  clock.advance({ minutes: 5 });
});

let addresses = 0;
/** A browser at an address of its own. */
const browser = (): Browser => new Browser(test.app, `198.51.100.${(addresses += 1)}`);
const signedIn = async ({ email, password, codeAt }: typeof ELENA): Promise<Browser> => {
  const visitor = browser();
  await visitor.signIn(email, password);
  const code = codeAt(clock.now());
  if (code !== '') await visitor.prove(code);
  return visitor;
};
const events = async (action: string) =>
  test.behind<{
    outcome: string;
    reason: string | null;
    resource_id: string | null;
    actor_id: string | null;
  }>('select outcome, reason, resource_id, actor_id from audit_event where action = $1 order by at, id', [
    action,
  ]);

describe('signing in', () => {
  it('tells a stranger nothing but that nobody is signed in', async () => {
    const state = await browser().session();
    expect(state).toMatchObject({ signedIn: false, stage: 'none', csrfToken: '', expiresAt: null });
  });

  it('goes in one step for who needs no second factor, and is audited', async () => {
    const visitor = browser();
    const before = (await events('session.start')).length;
    const { status, body, headers } = await visitor.signIn(ELENA.email, ELENA.password);
    expect([status, body.stage]).toEqual([200, 'full']);
    expect(headers['cache-control']).toBe('no-store');
    expect(String(headers['set-cookie'])).toMatch(/^soc=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const { data } = await visitor.graphql<{ viewer: { account: { email: string }; roles: string[] } }>(
      '{ viewer { account { email } roles } }',
    );
    expect(data?.viewer).toEqual({ account: { email: ELENA.email }, roles: ['CASEWORKER'] });
    const after = await events('session.start');
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)).toMatchObject({ outcome: 'ALLOWED', reason: null });
    expect(after.at(-1)!.actor_id).not.toBeNull();
  });

  it('takes the e-mail address in capitals and the password in another normal form', async () => {
    const visitor = browser();
    expect((await visitor.signIn(ELENA.email.toUpperCase(), ELENA.password)).status).toBe(200);
  });

  it('keeps only hashes of token, codes and passwords', async () => {
    const visitor = await signedIn(ELENA);
    const token = visitor.cookie!.slice('soc='.length);
    const dump = await test.behind<{ text: string }>(
      `select row_to_json(s)::text as text from sign_in_session s
       union all select row_to_json(e)::text from audit_event e
       union all select row_to_json(a)::text from sign_in_attempt a
       union all select row_to_json(f)::text from second_factor f`,
    );
    const text = dump.map((row) => row.text).join('\n');
    expect(text).not.toContain(token);
    expect(text).not.toContain(ELENA.email);
  });

  it.each([
    ['an unknown address', 'nobody@ct.ajpis.example', 'correct horse battery'],
    ['a wrong password', ELENA.email, 'correct horse battery'],
  ])('refuses %s with the same answer', async (_, email, password) => {
    const { status, body } = await browser().signIn(email, password);
    expect(status).toBe(401);
    expect(body).toMatchObject({ code: 'UNAUTHENTICATED', reason: 'access.signInFailed', params: {} });
  });

  it('does the same work whether the account exists or not: one hash each', async () => {
    const verify = jest.spyOn(test.app.get(PasswordHasher), 'verify');
    await browser().signIn('nobody@ct.ajpis.example', 'correct horse battery');
    await browser().signIn(ELENA.email, 'correct horse battery');
    const hashes = verify.mock.calls.map(([hash]) => hash);
    verify.mockRestore();
    expect(hashes).toEqual([null, expect.stringMatching(/^\$argon2id/)]);
  });

  it('refuses a closed account like an unknown one, and takes its sessions away at once', async () => {
    const visitor = await signedIn(MARIA);
    await test.behind('update account set active = false where email = $1', [MARIA.email]);
    const { reasons } = await visitor.graphql('{ viewer { locale } }');
    const { status, body } = await browser().signIn(MARIA.email, MARIA.password);
    await test.behind('update account set active = true where email = $1', [MARIA.email]);
    expect(reasons).toEqual(['access.sessionExpired']);
    expect([status, body.reason]).toEqual([401, 'access.signInFailed']);
  });

  it('audits a failure with the account and without the address typed', async () => {
    await browser().signIn(ELENA.email, 'correct horse battery');
    clock.advance({ seconds: 1 });
    await browser().signIn('nobody@ct.ajpis.example', 'correct horse battery');
    const [known, unknown] = (await events('session.start')).slice(-2);
    expect(known).toMatchObject({ outcome: 'REFUSED', reason: 'access.signInFailed', actor_id: null });
    expect(known!.resource_id).not.toBeNull();
    expect(unknown).toMatchObject({ outcome: 'REFUSED', resource_id: null });
  });

  it.each([
    ['a password of a megabyte', { email: ELENA.email, password: 'x'.repeat(900_000) }],
    ['a password with NUL', { email: ELENA.email, password: 'abc\u0000def' }],
    ['no password', { email: ELENA.email }],
    ['a list for a password', { email: ELENA.email, password: ['x'] }],
    ['more than was asked for', { email: ELENA.email, password: 'x', role: 'ADMINISTRATOR' }],
  ])('refuses %s before anything is hashed', async (_, body) => {
    const answer = await browser().send<{ reason: string }>('POST', '/api/v1/session', body);
    expect([answer.status, answer.body.reason]).toEqual([400, 'request.invalid']);
  });

  it('takes no password from the address of the page', async () => {
    const url = `/api/v1/session?email=${ELENA.email}&password=${ELENA.password}`;
    expect((await browser().send('POST', url, {})).status).toBe(400);
  });

  it('gives nobody without a role in any unit a session', async () => {
    await test.behind(
      `update membership set until = since where account_id =
      (select id from account where email = $1)`,
      [MARIA.email],
    );
    const { status, body } = await browser().signIn(MARIA.email, MARIA.password);
    await test.behind('update membership set until = null');
    expect([status, body.reason]).toEqual([403, 'access.noMembership']);
  });

  it('hashes a password anew when it was hashed with other parameters', async () => {
    const { hash } = await import('@node-rs/argon2');
    const old = await hash(ELENA.password, { memoryCost: 8_192, timeCost: 1 });
    const own = 'account_id = (select id from account where email = $1)';
    await test.behind(`update account_password set hash = $2 where ${own}`, [ELENA.email, old]);
    expect((await browser().signIn(ELENA.email, ELENA.password)).status).toBe(200);
    const [row] = await test.behind<{ hash: string }>(`select hash from account_password where ${own}`, [
      ELENA.email,
    ]);
    expect(row!.hash).toContain('m=19456,t=2,p=1');
    expect((await browser().signIn(ELENA.email, ELENA.password)).status).toBe(200);
  });
});

describe('the second factor', () => {
  it('is asked of auditors, and before it nothing but proving it works', async () => {
    const visitor = browser();
    const { body } = await visitor.signIn(AUDITOR.email, AUDITOR.password);
    expect(body.stage).toBe('second-factor');
    const { data } = await visitor.graphql<{ viewer: null }>('{ viewer { locale } }');
    expect(data?.viewer).toBeNull();
    expect((await visitor.graphql('{ auditEvents { nodes { id } } }')).reasons).toEqual([
      'access.signInRequired',
    ]);
    expect((await visitor.graphql('{ mySignInSessions { id } }')).reasons).toEqual([
      'access.secondFactorRequired',
    ]);
    const before = visitor.cookie;
    expect((await visitor.prove(AUDITOR.codeAt(clock.now()))).body.stage).toBe('full');
    expect(visitor.cookie).not.toBe(before);
    expect((await visitor.graphql('{ auditEvents(first: 1) { nodes { id } } }')).reasons).toEqual([]);
  });

  it('makes the token from before the second step worthless', async () => {
    const visitor = browser();
    await visitor.signIn(AUDITOR.email, AUDITOR.password);
    const thief = browser();
    thief.cookie = visitor.cookie;
    await visitor.prove(AUDITOR.codeAt(clock.now()));
    expect((await thief.graphql('{ viewer { locale } }')).reasons).toEqual(['access.sessionExpired']);
  });

  it('takes one code once, also when it comes twice at the same moment', async () => {
    const visitors = [browser(), browser(), browser()];
    for (const visitor of visitors) await visitor.signIn(AUDITOR.email, AUDITOR.password);
    const code = AUDITOR.codeAt(clock.now());
    const answers = await Promise.all(visitors.map((visitor) => visitor.prove(code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
  });

  it('refuses a code of five minutes ago', async () => {
    const visitor = browser();
    const old = AUDITOR.codeAt(new Date(clock.now().getTime() - 300_000));
    await visitor.signIn(AUDITOR.email, AUDITOR.password);
    const { status, body } = await visitor.prove(old);
    expect([status, body.reason]).toEqual([401, 'access.secondFactorFailed']);
  });
});

describe('setting up a second factor', () => {
  const START = 'mutation($key: String!) { startSecondFactor(idempotencyKey: $key) { secret uri qrSvg } }';
  const CONFIRM =
    'mutation($code: String!, $key: String!) { confirmSecondFactor(code: $code, idempotencyKey: $key) }';
  const REMOVE =
    'mutation($code: String!, $key: String!) { removeSecondFactor(code: $code, idempotencyKey: $key) }';
  type Started = { startSecondFactor: { secret: string; uri: string; qrSvg: string } };
  type Confirmed = { confirmSecondFactor: string[] };

  /** What an authenticator app would show, from the secret as it is shown. */
  const codeFrom = (secret: string): string => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
    const bits = [...secret.replaceAll(' ', '')]
      .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
      .join('');
    const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
    return totpAt(bytes, stepAt(clock.now()));
  };

  const enrol = async (visitor: Browser): Promise<string[]> => {
    const { data: started } = await visitor.graphql<Started>(START, { key: freshKey() });
    const code = codeFrom(started!.startSecondFactor.secret);
    const { data } = await visitor.graphql<Confirmed>(CONFIRM, { code, key: freshKey() });
    return data!.confirmSecondFactor;
  };
  const forget = async (email: string): Promise<void> => {
    const own = '(select id from account where email = $1)';
    await test.behind(`delete from recovery_code where account_id = ${own}`, [email]);
    await test.behind(`delete from second_factor where account_id = ${own}`, [email]);
  };

  it('is all an administrator without one can do', async () => {
    await forget(ADMIN.email);
    const visitor = browser();
    expect((await visitor.signIn(ADMIN.email, ADMIN.password)).body.stage).toBe('enrol-second-factor');
    expect((await visitor.graphql('{ accounts { nodes { id } } }')).reasons).toEqual([
      'access.signInRequired',
    ]);
    const before = visitor.cookie;
    const codes = await enrol(visitor);
    expect(codes).toHaveLength(10);
    expect(visitor.cookie).not.toBe(before);
    expect(await visitor.session()).toMatchObject({ stage: 'full' });
    expect((await visitor.graphql('{ accounts(first: 1) { nodes { id } } }')).reasons).toEqual([]);
  });

  it('shows the same secret and the same codes to a repeated request', async () => {
    await forget(ADMIN.email);
    const visitor = browser();
    await visitor.signIn(ADMIN.email, ADMIN.password);
    const first = await visitor.graphql<Started>(START, { key: 'start' });
    const again = await visitor.graphql<Started>(START, { key: 'start' });
    expect(again.data).toEqual(first.data);
    expect(first.data!.startSecondFactor.qrSvg).toContain('<svg');
    const code = codeFrom(first.data!.startSecondFactor.secret);
    const codes = await visitor.graphql<Confirmed>(CONFIRM, { code, key: 'confirm' });
    expect((await visitor.graphql<Confirmed>(CONFIRM, { code, key: 'confirm' })).data).toEqual(codes.data);
  });

  it('takes each recovery code once', async () => {
    await forget(ADMIN.email);
    const first = browser();
    await first.signIn(ADMIN.email, ADMIN.password);
    const [code] = await enrol(first);
    const second = browser();
    await second.signIn(ADMIN.email, ADMIN.password);
    expect((await second.prove(code!.toLowerCase())).body.stage).toBe('full');
    const third = browser();
    await third.signIn(ADMIN.email, ADMIN.password);
    expect((await third.prove(code!)).status).toBe(401);
  });

  it('cannot be undone by who needs one, and can by who does not', async () => {
    await forget(ADMIN.email);
    const admin = browser();
    await admin.signIn(ADMIN.email, ADMIN.password);
    const [adminCode] = await enrol(admin);
    expect((await admin.graphql(REMOVE, { code: adminCode, key: freshKey() })).reasons).toEqual([
      'access.secondFactorCompulsory',
    ]);
    const officer = await signedIn(ELENA);
    const [officerCode] = await enrol(officer);
    expect((await officer.graphql(REMOVE, { code: officerCode, key: freshKey() })).reasons).toEqual([]);
    expect((await browser().signIn(ELENA.email, ELENA.password)).body.stage).toBe('full');
  });

  it('is replaced only by who proves the old one', async () => {
    const officer = await signedIn(ELENA);
    const [code] = await enrol(officer);
    expect((await officer.graphql(START, { key: freshKey() })).reasons).toEqual([
      'access.secondFactorRequired',
    ]);
    const withCode =
      'mutation($code: String!, $key: String!) { startSecondFactor(code: $code, idempotencyKey: $key) { secret } }';
    expect((await officer.graphql(withCode, { code, key: 'with space' })).reasons).toEqual([
      'request.invalid',
    ]);
    expect((await officer.graphql(withCode, { code, key: freshKey() })).reasons).toEqual([]);
    await forget(ELENA.email);
  });

  it('asks for itself at the next request when a role that needs it is given during a session', async () => {
    const officer = await signedIn(ELENA);
    await test.behind(
      `insert into membership (id, account_id, unit_id, country, role, since)
       select gen_random_uuid(), m.account_id, m.unit_id, m.country, 'ADMINISTRATOR', '2026-01-01'
       from membership m join account a on a.id = m.account_id where a.email = $1`,
      [ELENA.email],
    );
    const state = await officer.session();
    await test.behind(
      `delete from membership m using account a
      where a.id = m.account_id and a.email = $1 and m.role = 'ADMINISTRATOR'`,
      [ELENA.email],
    );
    expect(state.stage).toBe('enrol-second-factor');
    expect((await officer.session()).stage).toBe('full');
  });
});

describe('lock over all factors', () => {
  const wrong = 'correct horse battery';

  it('locks after five failures, doubles, and opens again', async () => {
    const visitor = browser();
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect((await visitor.signIn(ELENA.email, wrong)).body.reason).toBe('access.signInFailed');
    const locked = await visitor.signIn(ELENA.email, ELENA.password);
    expect([locked.status, locked.body.reason, locked.body.params]).toEqual([
      429,
      'access.locked',
      { seconds: 60 },
    ]);
    expect(locked.headers['retry-after']).toBe('60');
    clock.advance({ seconds: 61 });
    expect((await visitor.signIn(ELENA.email, wrong)).body.reason).toBe('access.signInFailed');
    expect((await visitor.signIn(ELENA.email, wrong)).body.params).toEqual({ seconds: 120 });
    clock.advance({ seconds: 121 });
    expect((await visitor.signIn(ELENA.email, ELENA.password)).body.stage).toBe('full');
    expect((await visitor.signIn(ELENA.email, wrong)).body.reason).toBe('access.signInFailed');
  });

  it('locks an address nobody has exactly alike', async () => {
    const visitor = browser();
    const reasons: string[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1)
      reasons.push((await visitor.signIn('nobody@ct.ajpis.example', wrong)).body.reason);
    expect(reasons).toEqual([...Array.from({ length: 5 }, () => 'access.signInFailed'), 'access.locked']);
  });

  it('counts passwords and codes on one count, and a right password does not wipe it', async () => {
    const visitor = browser();
    await visitor.signIn(AUDITOR.email, wrong);
    await visitor.signIn(AUDITOR.email, wrong);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await visitor.signIn(AUDITOR.email, AUDITOR.password);
      expect((await visitor.prove('000000')).body.reason).toBe('access.secondFactorFailed');
    }
    expect((await visitor.prove(AUDITOR.codeAt(clock.now()))).body.reason).toBe('access.locked');
    expect((await visitor.signIn(AUDITOR.email, AUDITOR.password)).body.reason).toBe('access.locked');
  });

  it('counts tries sent at once like tries in a row', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => browser().signIn(ELENA.email, wrong)));
    const reasons = answers.map(({ body }) => body.reason);
    expect(reasons.filter((reason) => reason === 'access.signInFailed')).toHaveLength(5);
    expect(reasons.filter((reason) => reason === 'access.locked')).toHaveLength(15);
  });

  it('stops one address that tries one password on many accounts', async () => {
    const visitor = browser();
    const reasons: string[] = [];
    for (let attempt = 0; attempt < 41; attempt += 1)
      reasons.push((await visitor.signIn(`nobody${attempt}@ct.ajpis.example`, wrong)).body.reason);
    expect(reasons.filter((reason) => reason === 'access.locked')).toHaveLength(1);
    expect(reasons.at(-1)).toBe('access.locked');
    // Nobody else is shut out by it.
    expect((await browser().signIn(ELENA.email, ELENA.password)).status).toBe(200);
  }, 30_000);

  it('leaves exactly one event for every try, the locked ones too', async () => {
    const before = (await events('session.start')).length;
    const visitor = browser();
    for (let attempt = 0; attempt < 7; attempt += 1) await visitor.signIn(ELENA.email, wrong);
    const after = (await events('session.start')).slice(before);
    const count = (code: string): number => after.filter(({ reason }) => reason === code).length;
    expect([after.length, count('access.signInFailed'), count('access.locked')]).toEqual([7, 5, 2]);
  });
});
