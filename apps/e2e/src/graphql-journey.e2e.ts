import { type Caller, freshKey } from './api/caller';
import { idsOf } from './api/queues';
import { matching } from './api/matching';
import { BACKGROUND, FirstCase, REPLY, REQUEST, type Row, STREET } from './api/first-case';
import { ACCEPT, BY_ID, BY_NUMBER, CLOSE, DISCARD, LIST, OPEN, REVEAL, SEND, TRAIL } from './api/operations';
import { PEOPLE, signIn, speaks } from './api/people';

let constanta: Caller;
let dobrich: Caller;
let auditor: Caller;

beforeAll(async () => {
  [constanta, dobrich, auditor] = await Promise.all([
    signIn(PEOPLE.elena),
    signIn(PEOPLE.maria),
    signIn(PEOPLE.carmen),
  ]);
  // A case is in the language of who writes it.
  await Promise.all([speaks(constanta, 'ro'), speaks(dobrich, 'bg')]);
});

/** What the tests read of a whole exchange. */
interface Whole extends Row {
  readonly language: string;
  readonly subject: {
    readonly pseudonym: string;
    readonly name: { readonly familyName: string; readonly familyNameLatin: string } | null;
    readonly birthDate: string | null;
    readonly details: object | null;
    readonly identifiers: readonly { readonly type: string; readonly masked: string }[];
  };
  readonly request: Message;
  readonly answers: readonly Message[];
  readonly draft: { readonly content: object; readonly version: number } | null;
  readonly deadline: { readonly kind: string; readonly overdue: boolean } | null;
  readonly citation: {
    readonly clause: string;
    readonly version: number;
    readonly agreement: { code: string };
  };
  readonly timeline: readonly {
    move: string;
    note: string | null;
    clause: string | null;
    unit: { code: string };
  }[];
  readonly moves: readonly { readonly move: string; readonly allowed: boolean }[];
}

interface Message {
  readonly content: object | null;
  readonly language: string;
  readonly completeness: string | null;
  readonly contentSha256: string;
  readonly authorUnit: { readonly code: string };
}

interface Event {
  readonly action: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly actorLabel: string;
  readonly unit: { readonly code: string } | null;
}

const read = async (caller: Caller, id: string): Promise<Whole> =>
  (await caller.ask<{ exchange: Whole }>(BY_ID, { id })).exchange;

const allowed = ({ moves }: Pick<Whole, 'moves'>): string[] =>
  moves.filter((one) => one.allowed).map(({ move }) => move);

it('a question crosses the Danube and comes back answered', async () => {
  const one = await new FirstCase(constanta, dobrich, 101).opened();
  const { id } = one.now;
  expect(one.now).toMatchObject({ state: 'DRAFT', number: null, side: 'REQUESTER' });
  expect(await idsOf(constanta, 'DRAFTS')).toContain(id);
  expect(await idsOf(dobrich, 'ALL')).not.toContain(id);

  await one.saved();
  expect((await read(constanta, id)).draft).toMatchObject({ content: REQUEST });

  const { sendExchange } = await constanta.ask<{ sendExchange: Row }>(SEND, { input: one.hold });
  expect(sendExchange).toMatchObject({ state: 'SENT', number: matching(/^RO-CT-\d{4}-\d{6}$/) });
  expect(await idsOf(constanta, 'WAITING')).toContain(id);
  expect(await idsOf(constanta, 'DRAFTS')).not.toContain(id);

  expect(await idsOf(dobrich, 'NEEDS_ME')).toContain(id);
  const arrived = await read(dobrich, id);
  expect(arrived).toMatchObject({
    side: 'REPLIER',
    language: 'ro',
    subject: { name: { familyName: one.person.familyName, familyNameLatin: one.person.latin.familyName } },
    request: { content: REQUEST, language: 'ro', authorUnit: { code: 'RO-AJPIS-CT' } },
    citation: { clause: 'A4.2', version: 1, agreement: { code: 'ANPIS-ASA-2019' } },
    deadline: { kind: 'ACCEPT', overdue: false },
  });
  expect(allowed(arrived)).toEqual(['ACCEPT', 'REFUSE', 'FORWARD', 'TAKE_OVER']);
  expect(JSON.stringify(arrived)).not.toContain(one.person.identifier.value);

  const { acceptExchange } = await dobrich.ask<{ acceptExchange: Row & { version: number } }>(ACCEPT, {
    input: { ...one.hold, version: one.now.version + 1 },
  });
  expect(acceptExchange.state).toBe('ACCEPTED');
  one.step = { ...one.now, version: acceptExchange.version };

  expect(await one.saveHalfAnAnswer()).toBe(1);
  const writing = await read(dobrich, id);
  expect(writing.draft).toMatchObject({ content: { answers: { Q2: { result: 'LIVES' } } }, version: 1 });
  expect(writing.deadline).toMatchObject({ kind: 'ANSWER', overdue: false });
  // What one side is still writing is nobody else's.
  expect((await read(constanta, id)).draft).toBeNull();

  await one.answer();
  const answered = await read(constanta, id);
  expect(answered).toMatchObject({
    state: 'ANSWERED',
    answers: [
      { content: REPLY.content, language: 'bg', completeness: 'FULL', authorUnit: { code: 'BG-RDSA-DOB' } },
    ],
  });
  expect(await idsOf(constanta, 'NEEDS_ME')).toContain(id);
  expect(allowed(answered)).toContain('CLOSE');

  await one.close();
  const closed = await read(constanta, id);
  expect(closed.state).toBe('CLOSED');
  expect(closed.timeline.map(({ move, unit }) => `${move} ${unit.code}`)).toEqual([
    'OPEN RO-AJPIS-CT',
    'SEND RO-AJPIS-CT',
    'ACCEPT BG-RDSA-DOB',
    'ANSWER BG-RDSA-DOB',
    'CLOSE RO-AJPIS-CT',
  ]);
  expect(allowed(closed)).toEqual(['ASK_ANEW', 'ASK_REOPENING']);
  for (const caller of [constanta, dobrich]) expect(await idsOf(caller, 'NEEDS_ME')).not.toContain(id);
});

it('the number is shown for a purpose only, and the purpose stands in the trail', async () => {
  const one = await new FirstCase(constanta, dobrich, 102).sent();
  const { id } = one.now;
  const input = { exchangeId: id, purpose: 'REGISTER_CHECK', idempotencyKey: freshKey() };
  const { revealIdentifiers } = await dobrich.ask<{ revealIdentifiers: object[] }>(REVEAL, { input });
  expect(revealIdentifiers).toEqual([one.person.identifier]);
  const { auditEvents } = await auditor.ask<{ auditEvents: { nodes: { detail: object; action: string }[] } }>(
    TRAIL,
    { filter: { exchange: id, action: 'exchange.revealIdentifiers' } },
  );
  expect(auditEvents.nodes).toMatchObject([{ detail: { purpose: 'REGISTER_CHECK' } }]);
});

it('refusing names a coded reason, and the asking side closes', async () => {
  const one = await new FirstCase(constanta, dobrich, 103).sent();
  const refuse = (reasonCode: string) =>
    dobrich.graphql<{ refuseExchange: { state: string; version: number } }>(
      `mutation($input: ReasonedMoveInput!) { refuseExchange(input: $input) { state version } }`,
      { input: { ...one.hold, reasonCode } },
    );
  expect((await refuse('77')).body.errors?.[0]?.extensions.reason).toBe('exchange.reasonUnknown');
  expect((await refuse('99')).body.errors?.[0]?.extensions.reason).toBe('exchange.explanationMissing');
  const { data } = (await refuse('03')).body;
  expect(data?.refuseExchange.state).toBe('REFUSED');
  const input = { ...one.hold, version: data?.refuseExchange.version ?? 0, reasonCode: '01' };
  expect(await constanta.ask(CLOSE, { input })).toMatchObject({ closeExchange: { state: 'CLOSED' } });
});

it('a draft that was thrown away is nobody’s any more, and the fact stays', async () => {
  const one = await new FirstCase(constanta, dobrich, 104).opened();
  const { discardExchangeDraft } = await constanta.ask<{ discardExchangeDraft: Row }>(DISCARD, {
    input: one.hold,
  });
  expect(discardExchangeDraft.state).toBe('DELETED');
  expect(await idsOf(constanta, 'DRAFTS')).not.toContain(one.now.id);
});

describe('an auditor', () => {
  let one: FirstCase;
  beforeAll(async () => {
    one = await new FirstCase(constanta, dobrich, 105).closed();
  });

  /** Whatever could tell who the person or the officers are, or what was written. */
  const secrets = (): string[] => [
    one.person.familyName,
    one.person.givenName,
    one.person.latin.familyName,
    one.person.identifier.value,
    one.person.birthDate,
    STREET,
    BACKGROUND,
    PEOPLE.elena,
    PEOPLE.maria,
    'Popescu',
    'Иванова',
    'RESIDENCE',
  ];
  const leaks = (answer: unknown): string[] => {
    const text = JSON.stringify(answer);
    return secrets().filter((secret) => text.includes(secret));
  };

  it('sees every step of the case, and no person and no content', async () => {
    const seen = await read(auditor, one.now.id);
    expect(seen.timeline.map(({ move }) => move)).toEqual(['OPEN', 'SEND', 'ACCEPT', 'ANSWER', 'CLOSE']);
    expect(seen).toMatchObject({
      state: 'CLOSED',
      side: null,
      moves: [],
      subject: { name: null, birthDate: null, details: null, identifiers: [] },
      request: { content: null, contentSha256: matching(/^[0-9a-f]{64}$/) },
      answers: [{ content: null }],
    });
    expect(seen.subject.pseudonym).not.toBe('');
    expect(leaks(seen)).toEqual([]);
    const byNumber = await auditor.ask<{ exchangeByNumber: Row }>(BY_NUMBER, { number: one.now.number });
    expect(byNumber.exchangeByNumber.id).toBe(one.now.id);
  });

  it('sees every act in the trail, allowed or refused, by pseudonyms', async () => {
    await dobrich.refusalOf(CLOSE, { input: { ...one.hold, reasonCode: '01' } });
    const { auditEvents } = await auditor.ask<{ auditEvents: { nodes: Event[] } }>(TRAIL, {
      filter: { exchange: one.now.id },
      first: 100,
    });
    const acts = auditEvents.nodes
      .filter(({ action }) => !/view/i.test(action))
      .map(({ action, outcome, unit }) => `${action} ${outcome} ${unit?.code ?? ''}`)
      .reverse();
    expect(acts).toEqual([
      'exchange.open ALLOWED RO-AJPIS-CT',
      'exchange.saveDraft ALLOWED RO-AJPIS-CT',
      'exchange.send ALLOWED RO-AJPIS-CT',
      'exchange.accept ALLOWED BG-RDSA-DOB',
      'exchange.answer ALLOWED BG-RDSA-DOB',
      'exchange.close ALLOWED RO-AJPIS-CT',
      'exchange.close REFUSED BG-RDSA-DOB',
    ]);
    expect(leaks(auditEvents)).toEqual([]);
  });

  it('leaves an event of every look of their own', async () => {
    const looks = async (): Promise<number> => {
      const { auditEvents } = await auditor.ask<{ auditEvents: { nodes: Event[] } }>(TRAIL, {
        filter: { exchange: one.now.id, action: 'exchange.view' },
        first: 100,
      });
      return auditEvents.nodes.filter(({ unit }) => unit?.code === 'RO-ANPIS').length;
    };
    const before = await looks();
    await read(auditor, one.now.id);
    expect(await looks()).toBe(before + 1);
  });

  it('cannot search for a person: neither by name nor among the officers', async () => {
    for (const text of [one.person.familyName, one.person.latin.familyName]) {
      const { extensions } = await auditor.refusalOf(LIST, { queue: 'ALL', filter: { text } });
      expect(extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'access.forbidden' });
    }
    const officers = await auditor.refusalOf(`{ accounts(filter: { text: "Popescu" }) { nodes { id } } }`);
    expect(officers.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'access.forbidden' });
    const filter = { text: one.now.number };
    const byNumber = await auditor.ask<{ exchanges: { nodes: Row[] } }>(LIST, { queue: 'ALL', filter });
    expect(byNumber.exchanges.nodes.map(({ id }) => id)).toEqual([one.now.id]);
  });

  it.each([
    ['openExchange', OPEN, { type: 'EX02' }],
    ['closeExchange', CLOSE, { reasonCode: '01' }],
    ['acceptExchange', ACCEPT, {}],
    ['revealIdentifiers', REVEAL, { purpose: 'IDENTIFY' }],
  ])('is refused any change: %s', async (_, mutation, more) => {
    const { id, version, idempotencyKey } = one.hold;
    const target = mutation === REVEAL ? { exchangeId: id } : { id, version };
    const input = { idempotencyKey, ...(mutation === OPEN ? {} : target), ...more };
    const { extensions } = await auditor.refusalOf(mutation, { input });
    expect(extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'access.readOnly' });
  });

  it('manages the own sign-in, and smuggles nothing else in beside it', async () => {
    const own = `setLocale(locale: en, idempotencyKey: "${freshKey()}") { locale }`;
    expect(await auditor.ask(`mutation { ${own} }`)).toEqual({ setLocale: { locale: 'en' } });
    const seen = `markNoticesSeen(input: { upTo: "2020-01-01T00:00:00Z", idempotencyKey: "${freshKey()}" })`;
    const { extensions } = await auditor.refusalOf(`mutation { ${own} ${seen} }`);
    expect(extensions.reason).toBe('access.readOnly');
  });

  it('is shown a schema in which nothing can be changed', async () => {
    const { __schema } = await auditor.ask<{
      __schema: { mutationType: object | null; types: { name: string }[] };
    }>('{ __schema { mutationType { name } subscriptionType { name } types { name } } }');
    expect(__schema.mutationType).toBeNull();
    expect(__schema.types.map(({ name }) => name)).not.toContain('Mutation');
    const asked = await auditor.ask<{ __type: object | null }>('{ __type(name: "Mutation") { name } }');
    expect(asked.__type).toBeNull();
  });
});
