import { type Caller, freshKey } from './api/caller';
import { move } from './api/decided';
import { FirstCase, RESIDENCE, unitId } from './api/first-case';
import { MEANS, partialReply } from './api/means';
import { ACCEPT, CLOSE, FORWARD, NOTICES, REFUSE, WITHDRAW } from './api/operations';
import { PEOPLE, signInAs } from './api/people';
import { soon } from './soon';

/** What other offices along the river do with a request, through the public API alone. */
const OF_RUSE = { ...RESIDENCE, unit: 'BG-RDSA-RSE' };
const NO_SUCH_REASON = '77';

let giurgiu: Caller;
let ruse: Caller;
let vidin: Caller;
let montana: Caller;

beforeAll(async () => {
  [giurgiu, ruse, vidin, montana] = await Promise.all([
    signInAs(PEOPLE.vasile, 'caseworker'),
    signInAs(PEOPLE.kalina, 'caseworker'),
    signInAs(PEOPLE.silvia, 'caseworker'),
    signInAs(PEOPLE.borislav, 'caseworker'),
  ]);
});

interface Seen {
  readonly state: string;
  readonly replyingUnit: { readonly code: string };
  readonly answers: readonly {
    readonly version: number;
    readonly completeness: string;
    readonly content: object;
  }[];
  readonly timeline: readonly { readonly move: string; readonly reasonCode: string | null }[];
}

const SEEN = `query Seen($id: ID!) { exchange(id: $id) {
  state replyingUnit { code } answers { version completeness content } timeline { move reasonCode note }
} }`;
/** The case as a unit sees it; null where it is told that there is none. */
const seenBy = async (caller: Caller, { now }: FirstCase): Promise<Seen | null> => {
  const { body } = await caller.graphql<{ exchange: Seen | null }>(SEEN, { id: now.id });
  const refused = body.errors?.[0]?.extensions.reason;
  if (refused !== undefined && refused !== 'exchange.notFound') throw new Error(`Refused: ${refused}`);
  return body.data?.exchange ?? null;
};
const reasonOf = async (caller: Caller, query: string, input: object): Promise<string> =>
  (await caller.refusalOf(query, { input })).extensions.reason;

it('Ruse refuses with a reason of the list, and Giurgiu closes', async () => {
  const one = await new FirstCase(giurgiu, ruse, 831, OF_RUSE).sent();
  expect(await reasonOf(ruse, REFUSE, { ...one.hold, reasonCode: NO_SUCH_REASON })).toBe(
    'exchange.reasonUnknown',
  );
  const { step } = await ruse.ask<{ step: { state: string; version: number } }>(REFUSE, {
    input: { ...one.hold, reasonCode: '01' },
  });
  expect(step.state).toBe('REFUSED');
  const refused = await seenBy(giurgiu, one);
  expect(refused?.timeline.at(-1)).toMatchObject({ move: 'REFUSE', reasonCode: '01' });
  const input = { ...one.hold, version: step.version, reasonCode: '01' };
  expect(await giurgiu.ask(CLOSE, { input })).toMatchObject({ closeExchange: { state: 'CLOSED' } });
});

it('Giurgiu withdraws another with a sentence, and nobody can accept it any more', async () => {
  const one = await new FirstCase(giurgiu, ruse, 832, OF_RUSE).sent();
  expect(await reasonOf(giurgiu, WITHDRAW, one.hold)).toMatch(/^exchange\./);
  expect((await seenBy(giurgiu, one))?.state).toBe('SENT');
  const { step } = await giurgiu.ask<{ step: { state: string; version: number } }>(WITHDRAW, {
    input: { ...one.hold, note: 'Solicitanta a renunțat la cerere.' },
  });
  expect(step.state).toBe('WITHDRAWN');
  const input = { ...one.hold, version: step.version };
  expect(await reasonOf(ruse, ACCEPT, input)).toBe('exchange.moveNotPossible');
  expect((await seenBy(ruse, one))?.timeline.at(-1)).toMatchObject({ move: 'WITHDRAW' });
});

it('Vidin forwards a third to Montana, which answers in part and corrects it', async () => {
  const one = await new FirstCase(giurgiu, montana, 833, MEANS).sent();
  const hold = async (code: string): Promise<object> => ({
    ...one.hold,
    idempotencyKey: freshKey(),
    unit: await unitId(vidin, code),
    reasonCode: '01',
  });
  expect(await reasonOf(vidin, FORWARD, await hold('RO-AJPIS-CT'))).toBe('exchange.forwardAbroad');
  expect(await seenBy(montana, one)).toBeNull();
  await vidin.ask(FORWARD, { input: await hold('BG-RDSA-MON') });
  // Who has forwarded it has no part in it any more; who asked sees where it went.
  expect(await seenBy(vidin, one)).toBeNull();
  expect(await seenBy(giurgiu, one)).toMatchObject({
    state: 'FORWARDED',
    replyingUnit: { code: 'BG-RDSA-MON' },
  });

  one.step = { ...one.now, version: one.now.version + 1 };
  await (await one.accept()).answer();
  await move(one, montana, 'correctMessage', {
    ...partialReply('604.50'),
    note: 'Цифрите бяха разменени.',
  });
  const answered = await seenBy(giurgiu, one);
  expect(answered?.answers).toMatchObject([
    { version: 1, completeness: 'PART', content: partialReply('640.50').content },
    { version: 2, completeness: 'PART', content: partialReply('604.50').content },
  ]);
  await soon(async () => {
    const { notices } = await giurgiu.ask<{ notices: { nodes: object[] } }>(NOTICES);
    expect(notices.nodes).toContainEqual(
      expect.objectContaining({ exchangeId: one.now.id, move: 'CORRECT' }),
    );
  });
});
