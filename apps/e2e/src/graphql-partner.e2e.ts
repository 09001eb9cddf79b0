import { type Caller, freshKey } from './api/caller';
import { matching } from './api/matching';
import { FirstCase, type Row } from './api/first-case';
import { BY_ID, COUNTS, OPEN, SEND, TRAIL } from './api/operations';
import { PartnerSystem } from './api/partner-system';
import { PEOPLE, signIn } from './api/people';

let constantaSystem: PartnerSystem;
let dobrichSystem: PartnerSystem;
let elena: string;
let maria: string;

const accountOf = async (email: string): Promise<string> => {
  const { viewer } = await (
    await signIn(email)
  ).ask<{ viewer: { account: { id: string } } }>('{ viewer { account { id } } }');
  return viewer.account.id;
};

beforeAll(async () => {
  [constantaSystem, dobrichSystem, elena, maria] = await Promise.all([
    PartnerSystem.register('RO-AJPIS-CT'),
    PartnerSystem.register('BG-RDSA-DOB'),
    accountOf(PEOPLE.elena),
    accountOf(PEOPLE.maria),
  ]);
});

it('the systems of both offices take a case from draft to closing, each for an officer it names', async () => {
  const [requester, replier] = await Promise.all([
    constantaSystem.caller(elena),
    dobrichSystem.caller(maria),
  ]);
  const one = await new FirstCase(requester, replier, 301).closed();
  expect(one.now).toMatchObject({ state: 'CLOSED', number: matching(/^RO-CT-/) });
  expect(one.now.timeline.map(({ move }) => move)).toEqual(['OPEN', 'SEND', 'ACCEPT', 'ANSWER', 'CLOSE']);

  const auditor = await signIn(PEOPLE.krasimir);
  const { auditEvents } = await auditor.ask<{
    auditEvents: { nodes: { action: string; actorKind: string; actorLabel: string }[] };
  }>(TRAIL, { filter: { exchange: one.now.id }, first: 100 });
  expect(
    new Set(
      auditEvents.nodes
        .filter(({ action }) => !action.startsWith('audit.'))
        .map(({ actorKind }) => actorKind),
    ),
  ).toEqual(new Set(['client']));
  const { exchange } = await auditor.ask<{ exchange: { timeline: { move: string }[] } }>(BY_ID, {
    id: one.now.id,
  });
  expect(exchange.timeline).toHaveLength(5);
});

it('what a system did, its officers see on their page', async () => {
  const one = await new FirstCase(
    await constantaSystem.caller(elena),
    await dobrichSystem.caller(maria),
    302,
  ).sent();
  const { exchange } = await (await signIn(PEOPLE.maria)).ask<{ exchange: Row }>(BY_ID, { id: one.now.id });
  expect(exchange).toMatchObject({ state: 'SENT', side: 'REPLIER' });
});

describe('a system without an officer', () => {
  let alone: Caller;
  beforeAll(async () => {
    alone = await constantaSystem.caller();
  });

  it('reads for its unit', async () => {
    const counts = await alone.ask<{ exchangeQueueCounts: { all: { value: number } } }>(COUNTS);
    expect(counts.exchangeQueueCounts.all.value).toBeGreaterThan(0);
  });

  it('changes nothing', async () => {
    const { extensions } = await alone.refusalOf(OPEN, {
      input: { type: 'EX02', idempotencyKey: freshKey() },
    });
    expect(extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'access.actingForMissing' });
  });
});

it('a system acts for nobody of another unit, and for no auditor', async () => {
  for (const officer of [maria, await accountOf(PEOPLE.cristina)]) {
    const caller = await constantaSystem.caller(officer);
    const { status, body } = await caller.graphql(COUNTS);
    expect([status, body.errors?.[0]?.extensions.reason]).toEqual([403, 'access.actingForInvalid']);
  }
});

it('a system of Olt has no part in it either', async () => {
  const system = await PartnerSystem.register('RO-AJPIS-OT');
  const caller = await system.caller(await accountOf(PEOPLE.cristina));
  const one = await new FirstCase(
    await constantaSystem.caller(elena),
    await dobrichSystem.caller(maria),
    303,
  ).sent();
  expect((await caller.refusalOf(BY_ID, { id: one.now.id })).extensions.reason).toBe('exchange.notFound');
  expect((await caller.refusalOf(SEND, { input: one.hold })).extensions.reason).toBe('exchange.notFound');
});

it('a system registered for another type sees no case of this one', async () => {
  const other = await PartnerSystem.register('RO-AJPIS-CT', ['EX09']);
  const one = await new FirstCase(
    await constantaSystem.caller(elena),
    await dobrichSystem.caller(maria),
    304,
  ).sent();
  const caller = await other.caller(elena);
  expect((await caller.refusalOf(BY_ID, { id: one.now.id })).extensions.reason).toBe('exchange.notFound');
  const counts = await caller.ask<{ exchangeQueueCounts: { all: { value: number } } }>(COUNTS);
  expect(counts.exchangeQueueCounts.all.value).toBe(0);
});
