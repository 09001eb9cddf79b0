import { testApp, type TestApp } from '../../test/support/app';
import { Browser, freshKey } from '../../test/support/browser';
import { Database } from '../platform/database';

/** Starting the whole application takes its time on a busy machine. */
jest.setTimeout(60_000);

interface Session {
  readonly id: string;
  readonly code: string;
  readonly seatsLeft: number;
  readonly enrolled: number;
  readonly enrolmentOpen: boolean;
  readonly myEnrolment: { readonly status: string } | null;
  readonly participants?: readonly { readonly account: { readonly familyName: string } }[];
}
interface Sessions {
  readonly trainingSessions: {
    readonly nodes: readonly Session[];
    readonly totalCount: { readonly value: number };
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const SESSION =
  'id code seatsLeft enrolled enrolmentOpen myEnrolment { status } course { code } unit { code }';
const SESSIONS = `query ($filter: TrainingSessionFilter, $first: Int, $after: String) {
  trainingSessions(filter: $filter, first: $first, after: $after) {
    totalCount { value } pageInfo { hasNextPage endCursor } nodes { ${SESSION} } } }`;
const PARTICIPANTS = `query ($id: ID!) { trainingSession(id: $id) { participants { account { familyName } } } }`;
const ENROL = `mutation ($id: ID!, $key: String!) { enrolInTraining(session: $id, idempotencyKey: $key) { ${SESSION} } }`;
const CANCEL = `mutation ($id: ID!, $key: String!) { cancelEnrolment(session: $id, idempotencyKey: $key) { ${SESSION} } }`;

describe('trainings', () => {
  let test: TestApp;
  const at = async (email: string, role: string): Promise<Browser> => {
    const browser = new Browser(test.app);
    expect((await browser.signIn(email, `Dunarea-2026-${role}`)).status).toBe(200);
    return browser;
  };
  const sessions = async (browser: Browser, variables: object = {}) =>
    (await browser.graphql<Sessions>(SESSIONS, variables)).data!.trainingSessions;
  const series = async (browser: Browser, code: string): Promise<Session> =>
    (await sessions(browser)).nodes.find((node) => node.code.startsWith(code))!;
  const names = async (browser: Browser, id: string): Promise<string[]> => {
    const { data } = await browser.graphql<{ trainingSession: Session }>(PARTICIPANTS, { id });
    return data!.trainingSession.participants!.map(({ account }) => account.familyName).sort();
  };
  let officer: Browser;

  beforeAll(async () => {
    test = await testApp();
    officer = await at('andrei.marin@ct.ajpis.example', 'caseworker');
  });
  afterAll(async () => {
    await test.close();
  });

  it('lists the sessions that lie ahead, page by page, with unit, course and own enrolment in a few questions', async () => {
    const ask = jest.spyOn(test.app.get(Database), 'query');
    const all = await sessions(officer, { first: 10 });
    const asked = ask.mock.calls.length;
    ask.mockRestore();
    expect(all.totalCount.value).toBe(5);
    expect(asked).toBeLessThanOrEqual(8);
    const first = await sessions(officer, { first: 3 });
    const rest = await sessions(officer, { first: 3, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...rest.nodes].map(({ id }) => id)).toEqual(all.nodes.map(({ id }) => id));
    expect(rest.pageInfo.hasNextPage).toBe(false);
  });

  it.each(['rubbish', Buffer.from('["2026-01-01","x"]').toString('base64url')])(
    'refuses the cursor %s',
    async (after) => {
      const { reasons } = await officer.graphql(SESSIONS, { after });
      expect(reasons).toEqual(['request.cursorInvalid']);
    },
  );

  it('lets a person take a seat, shows it among the own ones, and takes it back', async () => {
    const { id, seatsLeft } = await series(officer, 'CT-BEN');
    const key = freshKey();
    const enrolled = await officer.graphql<{ enrolInTraining: Session }>(ENROL, { id, key });
    expect(enrolled.data!.enrolInTraining).toMatchObject({
      seatsLeft: seatsLeft - 1,
      myEnrolment: { status: 'ENROLLED' },
    });
    expect((await officer.graphql<object>(ENROL, { id, key })).data).toEqual(enrolled.data);
    expect((await officer.graphql(ENROL, { id, key: freshKey() })).reasons).toEqual([
      'training.alreadyEnrolled',
    ]);
    expect((await sessions(officer, { filter: { mine: true } })).nodes.map((node) => node.id)).toEqual([id]);
    const cancelled = await officer.graphql<{ cancelEnrolment: Session }>(CANCEL, { id, key: freshKey() });
    expect(cancelled.data!.cancelEnrolment).toMatchObject({ seatsLeft, myEnrolment: null });
  });

  it('gives the last seat once and says how many there were', async () => {
    const { id } = await series(officer, 'RSE-BEN');
    expect((await officer.graphql(ENROL, { id, key: freshKey() })).reasons).toEqual([]);
    const late = await at('elena.popescu@ct.ajpis.example', 'caseworker');
    expect((await late.graphql(ENROL, { id, key: freshKey() })).reasons).toEqual(['training.full']);
    expect((await series(late, 'RSE-BEN')).seatsLeft).toBe(0);
    await officer.graphql(CANCEL, { id, key: freshKey() });
  });

  it('shows participants to the organiser, the own unit to its coordinator, oneself to everybody else', async () => {
    const { id } = await series(officer, 'CT-SENS');
    const organiser = await at('mihai.stoica@ct.ajpis.example', 'training-organiser');
    expect(await names(organiser, id)).toHaveLength(7);
    const coordinator = await at('gergana.dimitrova@dob.asp.example', 'unit-coordinator');
    expect(await names(coordinator, id)).toEqual(['Иванова', 'Стоянов']);
    const participant = await at('elena.popescu@ct.ajpis.example', 'caseworker');
    expect(await names(participant, id)).toEqual(['Popescu']);
    expect(await names(officer, id)).toEqual([]);
    const looks = await test.behind<{ outcome: string; sessions: string[] }>(
      `select outcome, body::jsonb -> 'detail' -> 'sessions' as sessions from audit_event
       where action = 'training.viewParticipants'`,
    );
    expect(looks).toEqual(Array.from({ length: 4 }, () => ({ outcome: 'ALLOWED', sessions: [id] })));
  });

  it('tells everybody what the own certificates are worth', async () => {
    const mine =
      '{ myCertificates { kind status account { familyName } course { code } } viewer { certificates { kind } } }';
    const holder = await at('ivan.petrov@dob.asp.example', 'caseworker');
    expect((await holder.graphql(mine)).data).toEqual({
      myCertificates: [
        { kind: 'BEN', status: 'EXPIRING', account: { familyName: 'Петров' }, course: { code: 'C-SB-DB' } },
      ],
      viewer: { certificates: [{ kind: 'BEN' }] },
    });
    expect((await officer.graphql<object>(mine)).data).toEqual({
      myCertificates: [],
      viewer: { certificates: [] },
    });
  });

  it('shows a person’s certificates to those who answer for the person, and hides the person from others', async () => {
    const { accountId } = await test.actor('elena.popescu@ct.ajpis.example');
    const ask = (browser: Browser) =>
      browser.graphql('query ($id: ID!) { certificates(account: $id) { kind status } }', { id: accountId });
    const coordinator = await at('ioana.dumitru@ct.ajpis.example', 'unit-coordinator');
    expect((await ask(coordinator)).data).toEqual({ certificates: [{ kind: 'BEN', status: 'VALID' }] });
    const stranger = await at('maria.ivanova@dob.asp.example', 'caseworker');
    expect((await ask(stranger)).reasons).toEqual(['directory.accountNotFound']);
    expect((await ask(officer)).reasons).toEqual(['directory.accountNotFound']);
    const looks = await test.behind(
      `select outcome, reason from audit_event where action = 'certificate.view' order by at, id`,
    );
    expect(looks).toEqual([
      { outcome: 'ALLOWED', reason: null },
      { outcome: 'REFUSED', reason: 'directory.accountNotFound' },
      { outcome: 'REFUSED', reason: 'directory.accountNotFound' },
    ]);
  });

  it('says which types a course opens under the agreement in force', async () => {
    const { data } = await officer.graphql<{ courses: { code: string; opensTypes: { code: string }[] }[] }>(
      '{ courses { code hours certificate certificateMonths opensTypes { code } } }',
    );
    const opened = data!.courses.map(({ code, opensTypes }) => [code, opensTypes.map((type) => type.code)]);
    expect(Object.fromEntries(opened)).toMatchObject({
      'C-REC-DB': ['EX08'],
      'C-SENS-DB': ['EX05', 'EX09'],
      'C-SI-DB': ['EX06', 'EX07'],
      'C-SB-NG': [],
    });
  });

  it('answers nobody who is not signed in', async () => {
    const nobody = new Browser(test.app);
    for (const query of [
      '{ courses { id } }',
      '{ myCertificates { id } }',
      '{ trainingSessions { nodes { id } } }',
    ])
      expect((await nobody.graphql(query)).reasons).toEqual(['access.signInRequired']);
  });
});
