import type { Caller } from './api/caller';
import { FirstCase, RESIDENCE, REQUEST } from './api/first-case';
import { ACCEPT, APPROVE, BY_ID, SAVE, SAVE_ANSWER, SEND, SEND_BACK, SUBMIT } from './api/operations';
import { PEOPLE, signIn, signInAs } from './api/people';

/** Two officers at one thing, through the public API alone: nothing is lost, and nothing happens twice. */
let elena: Caller;
let ioana: Caller;
let maria: Caller;
let ivan: Caller;

beforeAll(async () => {
  [elena, ioana, maria, ivan] = await Promise.all([
    signIn(PEOPLE.elena),
    signIn(PEOPLE.ioana),
    signIn(PEOPLE.maria),
    signIn(PEOPLE.ivan),
  ]);
});

interface Whole {
  readonly state: string;
  readonly number: string | null;
  readonly draft: { readonly content: { readonly background?: string }; readonly version: number } | null;
  readonly timeline: readonly { readonly move: string; readonly note: string | null }[];
}

const read = async (caller: Caller, { now }: FirstCase): Promise<Whole> =>
  (await caller.ask<{ exchange: Whole }>(BY_ID, { id: now.id })).exchange;
const movesOf = ({ timeline }: Whole): string[] => timeline.map(({ move }) => move);
const reasonsOf = (bodies: readonly { errors?: readonly { extensions: { reason: string } }[] }[]): string[] =>
  bodies.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.reason) ?? []);

it('of two who save one draft at once one is told so, and what the other wrote stands', async () => {
  const one = await (await new FirstCase(elena, maria, 851).opened()).saved();
  const save = (caller: Caller, background: string) =>
    caller.graphql(SAVE, { input: { ...one.hold, content: { ...REQUEST, background } } });
  const both = await Promise.all([save(elena, 'Scrie Elena.'), save(ioana, 'Scrie Ioana.')]);
  const refused = both.findIndex(({ body }) => body.errors !== undefined);
  expect(reasonsOf(both.map(({ body }) => body))).toEqual(['exchange.changedMeanwhile']);
  const { draft } = await read(elena, one);
  expect(draft?.content.background).toBe(['Scrie Elena.', 'Scrie Ioana.'][1 - refused]);
});

it('the same holds for an answer that two write', async () => {
  const one = await new FirstCase(elena, maria, 852).accepted();
  const save = (caller: Caller, result: string) =>
    caller.graphql(SAVE_ANSWER, {
      input: { ...one.hold, version: 0, content: { answers: { Q2: { result } } } },
    });
  const both = await Promise.all([save(maria, 'LIVES'), save(ivan, 'NOT_LIVES')]);
  expect(reasonsOf(both.map(({ body }) => body))).toEqual([
    expect.stringMatching(/^(exchange\.changedMeanwhile|request\.stale)$/),
  ]);
  expect((await read(maria, one)).draft?.version).toBe(1);
});

it('of two who accept one case at once one does', async () => {
  const one = await new FirstCase(elena, maria, 853).sent();
  const both = await Promise.all([maria, ivan].map((caller) => caller.graphql(ACCEPT, { input: one.hold })));
  expect(reasonsOf(both.map(({ body }) => body))).toEqual([
    expect.stringMatching(/^exchange\.(changedMeanwhile|moveNotPossible)$/),
  ]);
  const whole = await read(elena, one);
  expect(movesOf(whole)).toEqual(['OPEN', 'SEND', 'ACCEPT']);
  const { exchangeReceipts } = await maria.ask<{ exchangeReceipts: object[] }>(
    'query($id: ID!) { exchangeReceipts(exchange: $id) { id } }',
    { id: one.now.id },
  );
  expect(exchangeReceipts).toHaveLength(1);
});

it('what is sent twice under one key is sent once, and both are told the same', async () => {
  const one = await (await new FirstCase(elena, maria, 854).opened()).saved();
  const input = one.hold;
  const both = await Promise.all(
    [1, 2].map(() => elena.ask<{ sendExchange: { number: string } }>(SEND, { input })),
  );
  const numbers = both.map(({ sendExchange }) => sendExchange.number);
  expect(numbers[0]).toMatch(/^RO-CT-/);
  expect(numbers[1]).toBe(numbers[0]);
  expect(movesOf(await read(elena, one))).toEqual(['OPEN', 'SEND']);
});

describe('where a second officer reads first', () => {
  let lucian: Caller;
  let camelia: Caller;
  beforeAll(async () => {
    [lucian, camelia] = await Promise.all([
      signInAs(PEOPLE.lucian, 'caseworker'),
      signInAs(PEOPLE.camelia, 'approver'),
    ]);
  });

  /** Makes a step of the case and keeps the version it answers with. */
  const step = async (one: FirstCase, by: Caller, operation: string, more: object = {}): Promise<string> => {
    const { step: made } = await by.ask<{ step: { version: number; state: string } }>(operation, {
      input: { ...one.hold, ...more },
    });
    one.step = { ...one.now, version: made.version };
    return made.state;
  };

  it('a draft comes back with what is missing, is written on, approved and sent', async () => {
    const one = await (await new FirstCase(lucian, maria, 855, RESIDENCE).opened()).saved();
    const direct = await lucian.refusalOf(SEND, { input: one.hold });
    expect(direct.extensions.reason).toBe('exchange.approvalAskedByUnit');
    expect(await step(one, lucian, SUBMIT)).toBe('PENDING_APPROVAL');
    const own = await lucian.refusalOf(APPROVE, { input: one.hold });
    expect(own.extensions.code).toBe('FORBIDDEN');
    expect(await step(one, camelia, SEND_BACK, { note: 'Lipsește strada.' })).toBe('DRAFT');
    expect((await read(lucian, one)).timeline.at(-1)).toMatchObject({
      move: 'SEND_BACK',
      note: 'Lipsește strada.',
    });
    await one.saved();
    await step(one, lucian, SUBMIT);
    await step(one, camelia, APPROVE);
    const { sendExchange } = await lucian.ask<{ sendExchange: { state: string } }>(SEND, { input: one.hold });
    expect(sendExchange.state).toBe('SENT');
    // What went on inside the office is nobody else's.
    expect(movesOf(await read(maria, one))).toEqual(['OPEN', 'SEND']);
  });
});
