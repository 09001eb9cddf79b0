import type { Caller } from './api/caller';
import { move, proposeFrom, PROPOSE_DATE, WHOLE_WAY } from './api/decided';
import { FirstCase, REPLY, REQUEST } from './api/first-case';
import { NOTICES } from './api/operations';
import { PEOPLE, signIn } from './api/people';
import { soon } from './soon';

let constanta: Caller;
let dobrich: Caller;
let auditor: Caller;

beforeAll(async () => {
  [constanta, dobrich, auditor] = await Promise.all([
    signIn(PEOPLE.elena),
    signIn(PEOPLE.maria),
    signIn(PEOPLE.carmen),
  ]);
});

const VERSIONS = `query Versions($id: ID!) { exchange(id: $id) {
  state number decisionBy
  requests { version contentSha256 content } answers { version qualityMark contentSha256 }
  timeline { move by date messageId stateAfter }
} }`;

interface Versions {
  readonly state: string;
  readonly requests: readonly { readonly version: number; readonly content: object | null }[];
  readonly answers: readonly { readonly version: number; readonly qualityMark: string }[];
  readonly timeline: readonly { readonly move: string; readonly by: string; readonly date: string | null }[];
}

const versionsOf = async (caller: Caller, id: string): Promise<Versions> =>
  (await caller.ask<{ exchange: Versions }>(VERSIONS, { id })).exchange;

it('a case goes its whole way: asked back, given more time, answered, closed, reopened, answered and closed again', async () => {
  const first = await new FirstCase(constanta, dobrich, 811).accepted();
  const { id } = first.now;
  await move(first, dobrich, 'askClarification', { reasonCode: '03', note: 'Кой е номерът на блока?' });
  const clear = await move(first, constanta, 'answerClarification', { note: 'Blocul 7.' });
  expect(clear.state).toBe('ACCEPTED');

  const proposed = await proposeFrom(first, dobrich, 40);
  expect(proposed).toMatchObject({ state: 'ACCEPTED', decisionBy: 'REQUESTER', deadline: clear.deadline });
  const agreed = await move(first, constanta, 'agreeDate');
  expect(agreed).toMatchObject({
    decisionBy: null,
    deadline: { kind: 'ANSWER', due: proposed.proposedDate },
  });

  await (await first.answer()).close();
  const asked = await move(first, constanta, 'askReopening', { reasonCode: '01' });
  expect(asked).toMatchObject({ state: 'CLOSED', decisionBy: 'REPLIER', reopeningAskedBy: 'REQUESTER' });
  const reopened = await move(first, dobrich, 'agreeReopening');
  expect(reopened).toMatchObject({ state: 'REOPENED', reopeningAskedBy: null, deadline: { kind: 'ANSWER' } });
  await (await first.answer()).close();

  const whole = await versionsOf(constanta, id);
  expect(whole.state).toBe('CLOSED');
  expect(whole.answers.map(({ version }) => version)).toEqual([1, 2]);
  expect(whole.timeline.map((step) => step.move)).toEqual(WHOLE_WAY);
  expect(whole.timeline.flatMap(({ date }) => date ?? [])).toEqual([
    proposed.proposedDate,
    proposed.proposedDate,
  ]);
});

it('what was sent is corrected by both sides, and every version stays', async () => {
  const first = await new FirstCase(constanta, dobrich, 812).answered();
  const { id } = first.now;
  const content = { ...REQUEST, background: 'Adresa a fost scrisă greșit.' };
  await move(first, constanta, 'correctMessage', { note: 'Contextul era incomplet.', content });
  await move(first, dobrich, 'correctMessage', {
    ...REPLY,
    note: 'Източникът беше друг.',
    qualityMark: 'Q2',
  });
  const whole = await versionsOf(dobrich, id);
  expect(whole.requests.map(({ version }) => version)).toEqual([1, 2]);
  expect(whole.requests[0]?.content).not.toEqual(whole.requests[1]?.content);
  expect(whole.answers.map(({ version, qualityMark }) => [version, qualityMark])).toEqual([
    [1, 'Q1'],
    [2, 'Q2'],
  ]);
  // An auditor sees that there are two versions, and neither what they say.
  const seen = await versionsOf(auditor, id);
  expect(seen.requests.map((message) => message.content)).toEqual([null, null]);
  await soon(async () => {
    const { notices } = await constanta.ask<{ notices: { nodes: { exchangeId: string; move: string }[] } }>(
      NOTICES,
    );
    expect(notices.nodes).toContainEqual(expect.objectContaining({ exchangeId: id, move: 'CORRECT' }));
  });
});

it('each rule is told by its own code: a day in the past, nothing to agree to, a decision of one’s own', async () => {
  const first = await new FirstCase(constanta, dobrich, 813).accepted();
  const past = await dobrich.refusalOf(PROPOSE_DATE, { input: { ...first.hold, date: '2020-01-06' } });
  expect(past.extensions).toMatchObject({ reason: 'exchange.dateNotAhead', params: { date: '2020-01-06' } });
  const refused = async (attempt: Promise<unknown>): Promise<string> =>
    attempt.then(
      () => 'done',
      (error: unknown) => String(error),
    );
  expect(await refused(move(first, constanta, 'agreeDate'))).toContain('exchange.noDateProposed');
  await (await first.answer()).close();
  await move(first, dobrich, 'askReopening', { reasonCode: '02' });
  expect(await refused(move(first, dobrich, 'agreeReopening'))).toContain('exchange.ownReopening');
  const declined = await move(first, constanta, 'declineReopening', { reasonCode: '02' });
  expect(declined).toMatchObject({ state: 'CLOSED', decisionBy: null });
});
