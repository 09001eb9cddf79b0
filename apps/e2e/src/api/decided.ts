import { type Caller, freshKey } from './caller';
import { FirstCase, type Step } from './first-case';

/** What the moves that one side asks and the other decides answer with. */
const STEP = `
  id version state number side decisionBy proposedDate reopeningAskedBy
  deadline { kind due }
  moves { move allowed refusals { code params } }
  timeline { sequence move by stateAfter date }`;

/** An exchange after such a move. */
export interface Decided extends Step {
  readonly decisionBy: string | null;
  readonly proposedDate: string | null;
  readonly reopeningAskedBy: string | null;
  readonly deadline: { readonly kind: string; readonly due: string } | null;
}

const mutation = (name: string, type: string): string =>
  `mutation Move($input: ${type}!) { step: ${name}(input: $input) { ${STEP} } }`;

export const PROPOSE_DATE = mutation('proposeDate', 'ProposeDateInput');

/** The other mutations by the name of their field. */
const OPERATIONS = {
  agreeDate: mutation('agreeDate', 'ExchangeMoveInput'),
  askClarification: mutation('askClarification', 'ReasonedMoveInput'),
  answerClarification: mutation('answerClarification', 'ExchangeMoveInput'),
  correctMessage: mutation('correctMessage', 'CorrectMessageInput'),
  askReopening: mutation('askReopening', 'ReasonedMoveInput'),
  agreeReopening: mutation('agreeReopening', 'ExchangeMoveInput'),
  declineReopening: mutation('declineReopening', 'ReasonedMoveInput'),
} as const;

/** Makes a move of a case and keeps what it answers; `more` is what the move says besides. */
export const move = async (
  of: FirstCase,
  by: Caller,
  name: keyof typeof OPERATIONS,
  more: object = {},
): Promise<Decided> => {
  const { step } = await by.ask<{ step: Decided }>(OPERATIONS[name], { input: { ...of.hold, ...more } });
  of.step = step;
  return step;
};

const dayAfter = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/**
 * Proposes the first day from some days ahead on that the replier's offices work: a program has no calendar of its
 * own, so it goes on to the next day when it is told that this one is off.
 */
export const proposeFrom = async (of: FirstCase, by: Caller, ahead: number): Promise<Decided> => {
  for (let days = ahead; days < ahead + 15; days += 1) {
    const input = { ...of.hold, idempotencyKey: freshKey(), date: dayAfter(days) };
    const { body } = await by.graphql<{ step: Decided }>(PROPOSE_DATE, { input });
    const refused = body.errors?.[0]?.extensions.reason;
    if (refused === undefined && body.data) {
      of.step = body.data.step;
      return body.data.step;
    }
    if (refused !== 'exchange.dateNotWorkingDay') throw new Error(`Refused: ${JSON.stringify(body.errors)}`);
  }
  throw new Error('No working day within a fortnight.');
};

/** A day that Dobrich's officers can propose: found by a program, on a case of its own. */
export const workingDay = async (requester: Caller, replier: Caller, seed: number): Promise<string> => {
  const other = await new FirstCase(requester, replier, seed).accepted();
  return (await proposeFrom(other, replier, 38)).proposedDate ?? '';
};

/**
 * The whole way of a case: accepted, asked back, given another day, answered, closed, reopened, answered and closed
 * again. Gives the day that was agreed.
 */
export const wholeWay = async (of: FirstCase, requester: Caller, replier: Caller): Promise<string> => {
  await of.accepted();
  await move(of, replier, 'askClarification', { reasonCode: '03', note: CLARIFICATION.asked });
  await move(of, requester, 'answerClarification', { note: CLARIFICATION.answered });
  const { proposedDate } = await proposeFrom(of, replier, 40);
  await move(of, requester, 'agreeDate');
  await (await of.answer()).close();
  await move(of, requester, 'askReopening', { reasonCode: '01' });
  await move(of, replier, 'agreeReopening');
  await (await of.answer()).close();
  return proposedDate ?? '';
};

/** What the two sides write to each other on that way. */
export const CLARIFICATION = { asked: 'Кой е номерът на блока?', answered: 'Blocul 7, scara B.' } as const;

/** The moves of that way, in their order. */
export const WHOLE_WAY: readonly string[] = [
  ...['OPEN', 'SEND', 'ACCEPT', 'ASK_CLARIFICATION', 'ANSWER_CLARIFICATION', 'PROPOSE_DATE', 'AGREE_DATE'],
  ...['ANSWER', 'CLOSE', 'ASK_REOPENING', 'AGREE_REOPENING', 'ANSWER', 'CLOSE'],
];
