import { FakeClock } from '@soc-coop/testing';
import { testApp, type TestApp } from '../../test/support/app';
import { Browser, freshKey } from '../../test/support/browser';
import { demoSignIn } from '../../test/support/demonstration';
import { TakeOffSecondFactor } from './accounts/take-off-second-factor.service';

const ADMIN = demoSignIn('sorin.balan@anpis.example');
const AUDITOR = demoSignIn('carmen.ilie@anpis.example');
const ELENA = demoSignIn('elena.popescu@ct.ajpis.example');

const clock = new FakeClock('2026-11-23T08:00:00Z');
let test: TestApp;
let admin: Browser;
const ids: Record<string, string> = {};

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
  admin = await signedIn(ADMIN);
});
afterAll(async () => {
  await test.close();
});
beforeEach(() => {
  clock.advance({ minutes: 1 });
});

const TAKE_OFF = `mutation($input: TakeOffSecondFactorInput!) {
  takeOffSecondFactor(input: $input) { id secondFactor } }`;
const NOTICES = '{ viewer { accountNotices { id kind reason at by { id familyName } } } }';
const READ = 'mutation($input: MarkAccountNoticesSeenInput!) { markAccountNoticesSeen(input: $input) }';
interface Notices {
  readonly viewer: {
    readonly accountNotices: { id: string; kind: string; reason: string; by: { id: string } }[];
  };
}

const takeOff = (who: Browser, id: string | undefined, more: object = {}) =>
  who.graphql<{ takeOffSecondFactor: { id: string; secondFactor: boolean } }>(TAKE_OFF, {
    input: { idempotencyKey: freshKey(), id, reason: 'LOST', ...more },
  });
const factorsOf = async (id: string | undefined): Promise<number> =>
  (await test.behind('select from second_factor where account_id = $1', [id])).length;
/** Gives somebody without one a factor of an administrator: what counts is that there is one. */
const giveFactor = (id: string | undefined) =>
  test.behind(
    `insert into second_factor (account_id, sealed_secret, confirmed_at)
     select $1, sealed_secret, now() from second_factor where account_id = $2`,
    [id, ids[ADMIN.email]],
  );
const noticesOf = async (who: Browser) =>
  (await who.graphql<Notices>(NOTICES)).data?.viewer.accountNotices ?? [];

describe('a lost second factor', () => {
  it('is taken off by an administrator: sessions end, and a new one is set up before anything else', async () => {
    const auditor = await signedIn(AUDITOR);
    expect((await auditor.session()).stage).toBe('full');
    const { data, reasons } = await takeOff(admin, ids[AUDITOR.email]);
    expect([reasons, data?.takeOffSecondFactor]).toEqual([
      [],
      { id: ids[AUDITOR.email], secondFactor: false },
    ]);
    expect((await auditor.session()).stage).toBe('none');
    expect(
      await test.behind('select from recovery_code where account_id = $1', [ids[AUDITOR.email]]),
    ).toEqual([]);

    const again = new Browser(test.app);
    expect((await again.signIn(AUDITOR.email, AUDITOR.password)).body.stage).toBe('enrol-second-factor');
    expect((await again.graphql('{ auditEvents { nodes { id } } }')).reasons).toEqual([
      'access.signInRequired',
    ]);
  });

  it('leaves an event with its reason, and one for a refusal', async () => {
    const id = ids['radu.ionescu@ct.ajpis.example'];
    await giveFactor(id);
    await takeOff(admin, id, { reason: 'SUSPECTED' });
    clock.advance({ seconds: 1 });
    await takeOff(admin, id);
    const events = await test.behind<{ outcome: string; reason: string | null; body: string }>(
      `select outcome, reason, body from audit_event where action = 'account.takeOffSecondFactor' and resource_id = $1
       order by at, id`,
      [id],
    );
    expect(events.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['ALLOWED', null],
      ['REFUSED', 'access.secondFactorMissing'],
    ]);
    expect(JSON.parse(events[0]!.body)).toMatchObject({ detail: { reason: 'SUSPECTED' } });
  });

  it('is told to the person, once read no more, and to nobody else', async () => {
    const id = ids[ELENA.email];
    await giveFactor(id);
    await takeOff(admin, id, { reason: 'REPLACED' });
    const elena = await signedIn(ELENA);
    const [notice, ...others] = await noticesOf(elena);
    expect(others).toEqual([]);
    expect(notice).toMatchObject({
      kind: 'SECOND_FACTOR_TAKEN_OFF',
      reason: 'REPLACED',
      by: { id: ids[ADMIN.email] },
    });
    const andrei = await signedIn(demoSignIn('andrei.marin@ct.ajpis.example'));
    const input = () => ({ idempotencyKey: freshKey(), ids: [notice!.id] });
    expect(await noticesOf(andrei)).toEqual([]);
    expect((await andrei.graphql(READ, { input: input() })).data).toEqual({ markAccountNoticesSeen: 0 });
    expect(await noticesOf(elena)).toHaveLength(1);
    expect((await elena.graphql(READ, { input: input() })).data).toEqual({ markAccountNoticesSeen: 1 });
    expect(await noticesOf(elena)).toEqual([]);
  });

  it('is taken off once where one request comes twice', async () => {
    const id = ids['andrei.marin@ct.ajpis.example'];
    await giveFactor(id);
    const input = { idempotencyKey: freshKey(), id, reason: 'BROKEN' };
    const answers = [await admin.graphql(TAKE_OFF, { input }), await admin.graphql(TAKE_OFF, { input })];
    expect(answers.map(({ reasons }) => reasons)).toEqual([[], []]);
    expect(await test.behind('select from account_notice where account_id = $1', [id])).toHaveLength(1);
  });

  it.each<[string, string, string]>([
    ['one’s own', ADMIN.email, 'access.ownRights'],
    ['of a person of the other country', 'krasimir.atanasov@asp.example', 'directory.accountNotFound'],
    ['of somebody who has none', 'cristina.vlad@ot.ajpis.example', 'access.secondFactorMissing'],
  ])('is not taken off: %s', async (_, email, reason) => {
    const before = await factorsOf(ids[email]);
    expect((await takeOff(admin, ids[email])).reasons).toEqual([reason]);
    expect(await factorsOf(ids[email])).toBe(before);
  });

  it('is no business of officers and auditors', async () => {
    const elena = await signedIn(ELENA);
    expect((await takeOff(elena, ids['andrei.marin@ct.ajpis.example'])).reasons).toEqual([
      'access.forbidden',
    ]);
    expect(
      (await elena.graphql('query($id: ID!) { account(id: $id) { secondFactor } }', { id: ids[ELENA.email] }))
        .data,
    ).toEqual({ account: { secondFactor: null } });
  });

  it('never leaves a country without an administrator who can prove who it is, also when two do it to each other', async () => {
    const second = ids['florin.voicu@anpis.example']!;
    await test.behind(
      `insert into membership (id, account_id, unit_id, country, role, since)
       select gen_random_uuid(), $1, unit_id, country, 'ADMINISTRATOR', '2026-01-01' from membership where account_id = $2
       limit 1`,
      [second, ids[ADMIN.email]],
    );
    await giveFactor(second);
    const actor = await test.actor(ADMIN.email);
    const service = test.app.get(TakeOffSecondFactor);
    const from = (by: string, id: string) =>
      service.takeOff({ ...actor, accountId: by }, { idempotencyKey: freshKey(), id, reason: 'LOST' });
    const results = await Promise.allSettled([
      from(ids[ADMIN.email]!, second),
      from(second, ids[ADMIN.email]!),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'directory.lastAdministrator' },
    });
  });
});
