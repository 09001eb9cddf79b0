import {
  canMove,
  correctionStage,
  decisionAwaited,
  deriveState,
  type ExchangeSide,
  type ExchangeState,
  type PastMove,
  proposedDate,
  refusedByHistory,
  stateAfter,
  TRANSITIONS,
} from '@soc-coop/contracts';
import { makeWorkingCalendar } from '@soc-coop/domain';
import { holidayDates } from '@soc-coop/reference';
import fc from 'fast-check';
import { testApp, type TestApp } from '../../test/support/app';
import { freshKey } from '../../test/support/browser';
import { ANSWER, ExchangeFactory, requestOf } from '../../test/support/exchange-factory';
import type { StaffActor } from '../platform/context';
import { DomainError } from '../platform/errors';
import { DeadlinesService } from './deadlines/deadlines.service';
import { ExchangesService } from './exchanges.service';
import { AskAnew } from './moves/ask-anew';
import { CloseExchange } from './moves/close-exchange';
import { CorrectMessage } from './moves/correct-message';
import { CorrectionApprovals } from './moves/correction-approvals';
import { DateMoves } from './moves/date-moves';
import { ReopeningMoves } from './moves/reopening-moves';
import { ReplyMoves } from './moves/reply-moves';
import { SpokenMoves } from './moves/spoken-moves';

/** Long enough for every corner, short enough for every run of the tests. */
const WALKS = 12;
const STEPS = 22;

let test: TestApp;
let actors: Readonly<Record<ExchangeSide, StaffActor>>;
let approvers: Readonly<Record<ExchangeSide, StaffActor>>;
let make: ExchangeFactory;

beforeAll(async () => {
  test = await testApp();
  actors = {
    REQUESTER: await test.actor('elena.popescu@ct.ajpis.example'),
    REPLIER: await test.actor('maria.ivanova@dob.asp.example'),
  };
  approvers = {
    REQUESTER: await test.actor('radu.ionescu@ct.ajpis.example', 'RO-AJPIS-CT'),
    REPLIER: await test.actor('nikolay.stoyanov@dob.asp.example'),
  };
  make = new ExchangeFactory(test.app, actors.REQUESTER, actors.REPLIER);
});
afterAll(async () => {
  await test.close();
});

interface Hand {
  readonly actor: StaffActor;
  readonly approver: StaffActor;
  readonly side: ExchangeSide;
  /** Different at every step, so that a correction always has something to correct. */
  readonly step: number;
  readonly at: { readonly id: string; readonly version: number; readonly idempotencyKey: string };
}

const note = 'O propoziție.';
const reasonCode = '01';
const calendar = makeWorkingCalendar(holidayDates('BG'));
const dayAt = (step: number): string =>
  calendar.addWorkingDays(test.app.get(DeadlinesService).today('BG'), 30 + step);

const correction = ({ side, step }: Hand) =>
  side === 'REQUESTER'
    ? { content: requestOf({ background: `Versiunea ${step}` }).content }
    : {
        ...ANSWER,
        content: {
          answers: { ...ANSWER.content.answers, Q2: { result: 'LIVES', since: `20${10 + step}-01-02` } },
        },
      };

/** The moves of the walk, each through the service that makes it for officers. */
const MAKE = {
  ACCEPT: ({ actor, at }: Hand) => test.app.get(ReplyMoves).accept(actor, at),
  REFUSE: ({ actor, at }: Hand) => test.app.get(ReplyMoves).refuse(actor, { ...at, reasonCode }),
  ASK_CLARIFICATION: ({ actor, at }: Hand) =>
    test.app.get(SpokenMoves).askClarification(actor, { ...at, reasonCode, note }),
  ANSWER_CLARIFICATION: ({ actor, at }: Hand) =>
    test.app.get(SpokenMoves).answerClarification(actor, { ...at, note }),
  PROPOSE_DATE: ({ actor, at, step }: Hand) =>
    test.app.get(DateMoves).propose(actor, { ...at, date: dayAt(step) }),
  AGREE_DATE: ({ actor, at }: Hand) => test.app.get(DateMoves).agree(actor, at),
  REMIND: ({ actor, at }: Hand) => test.app.get(SpokenMoves).remind(actor, at),
  REPLY_TO_REMINDER: ({ actor, at }: Hand) =>
    test.app.get(SpokenMoves).replyToReminder(actor, { ...at, reasonCode }),
  ANSWER: ({ actor, at }: Hand) => test.app.get(ReplyMoves).answer(actor, { ...at, ...ANSWER }),
  CORRECT: (hand: Hand) =>
    test.app.get(CorrectMessage).correct(hand.actor, { ...hand.at, note, ...correction(hand) }),
  SUBMIT_CORRECTION: (hand: Hand) =>
    test.app.get(CorrectionApprovals).submit(hand.actor, { ...hand.at, note, ...correction(hand) }),
  APPROVE_CORRECTION: ({ approver, at }: Hand) => test.app.get(CorrectionApprovals).approve(approver, at),
  SEND_CORRECTION_BACK: ({ approver, at }: Hand) =>
    test.app.get(CorrectionApprovals).sendBack(approver, { ...at, note }),
  ASK_ANEW: ({ actor, at }: Hand) => test.app.get(AskAnew).ask(actor, at),
  CLOSE: ({ actor, at }: Hand) => test.app.get(CloseExchange).close(actor, { ...at, reasonCode }),
  ASK_REOPENING: ({ actor, at }: Hand) => test.app.get(ReopeningMoves).ask(actor, { ...at, reasonCode }),
  AGREE_REOPENING: ({ actor, at }: Hand) => test.app.get(ReopeningMoves).agree(actor, at),
  DECLINE_REOPENING: ({ actor, at }: Hand) =>
    test.app.get(ReopeningMoves).decline(actor, { ...at, reasonCode }),
  WITHDRAW: ({ actor, at }: Hand) => test.app.get(SpokenMoves).withdraw(actor, { ...at, note }),
  INVALIDATE: ({ actor, at }: Hand) => test.app.get(SpokenMoves).invalidate(actor, { ...at, reasonCode }),
} as const;
type Walked = keyof typeof MAKE;

/** Ends come seldom, or every walk would be over after three steps. */
const MOVES: readonly Walked[] = (Object.keys(MAKE) as Walked[]).flatMap((move) =>
  ['WITHDRAW', 'INVALIDATE', 'REFUSE', 'ASK_ANEW'].includes(move) ? [move] : [move, move, move, move],
);

/** What the pure engine knows of one exchange. */
interface Model {
  state: ExchangeState;
  version: number;
  readonly past: PastMove[];
  /** The side whose unit asks for a second pair of eyes. */
  readonly fourEyes: ExchangeSide | null;
}

/** The code of the refusal the pure engine expects; null where the move is possible. */
const expected = ({ state, past, fourEyes }: Model, move: Walked, side: ExchangeSide): string | null => {
  if (!TRANSITIONS[move].by.includes(side)) return 'exchange.notYourSide';
  if (!canMove(state, move, side)) return 'exchange.moveNotPossible';
  const refused = refusedByHistory(past, move, side);
  if (refused !== null) return refused;
  if (move === 'CORRECT' && side === fourEyes) return 'exchange.approvalAskedByUnit';
  return move === 'SUBMIT_CORRECTION' && side !== fourEyes ? 'exchange.approvalNotAsked' : null;
};

const codeOf = (error: unknown): string => {
  if (error instanceof DomainError) return error.code;
  throw error;
};

const attempt = async (model: Model, move: Walked, hand: Hand): Promise<void> => {
  const wanted = expected(model, move, hand.side);
  const outcome = await MAKE[move](hand).then(() => null, codeOf);
  expect({ move, side: hand.side, state: model.state, outcome }).toEqual({
    move,
    side: hand.side,
    state: model.state,
    outcome: wanted,
  });
  if (wanted !== null) return;
  const date = move === 'PROPOSE_DATE' ? dayAt(hand.step) : null;
  model.past.push({ move, side: hand.side, date });
  // What is approved leaves with the approval.
  if (move === 'APPROVE_CORRECTION') model.past.push({ move: 'CORRECT', side: hand.side, date });
  model.state = stateAfter(model.state, move);
  model.version += 1;
};

const compare = async (id: string, model: Model): Promise<void> => {
  const { row, moves, deadline, messages } = await test.app.get(ExchangesService).get(actors.REQUESTER, id);
  expect(moves.map(({ move, side }) => [move, side])).toEqual(
    model.past.map(({ move, side }) => [move, side]),
  );
  expect(deriveState(moves.map(({ move, side }) => ({ move, by: side ?? 'SYSTEM' })))).toBe(row.state);
  expect(row).toMatchObject({
    state: model.state,
    version: model.version,
    decisionBy: decisionAwaited(model.past),
    requestCorrectionApproval: correctionStage(model.past, 'REQUESTER'),
    answerCorrectionApproval: correctionStage(model.past, 'REPLIER'),
  });
  expect(proposedDate(moves)).toBe(proposedDate(model.past));
  // Something is due exactly while the replier is to act; a question back stops the clock.
  const running = ['SENT', 'ACCEPTED', 'REOPENED'].includes(model.state);
  expect(deadline !== null).toBe(running);
  for (const kind of ['REQUEST', 'ANSWER'] as const) {
    const versions = messages.filter((message) => message.kind === kind).map(({ version }) => version);
    expect(versions).toEqual(versions.map((_, at) => at + 1));
  }
};

const step = fc.record({
  move: fc.constantFrom(...MOVES),
  side: fc.constantFrom<ExchangeSide>('REQUESTER', 'REPLIER'),
});

/** Walks cases through the services, next to the pure engine; says which states and moves were seen. */
const walk = async (fourEyes: ExchangeSide | null): Promise<ReadonlySet<string>> => {
  const seen = new Set<string>();
  const asks = (yes: boolean) =>
    test.behind('update unit set four_eyes = $2 where id = $1', [
      actors[fourEyes ?? 'REQUESTER'].unitId,
      yes && fourEyes !== null,
    ]);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: STEPS, maxLength: STEPS }), async (steps) => {
      await asks(false);
      const id = await make.sent();
      await asks(true);
      const model: Model = {
        state: 'SENT',
        version: await make.version(id),
        past: [
          { move: 'OPEN', side: 'REQUESTER', date: null },
          { move: 'SEND', side: 'REQUESTER', date: null },
        ],
        fourEyes,
      };
      for (const [index, { move, side }] of steps.entries()) {
        const at = { id, version: model.version, idempotencyKey: freshKey() };
        await attempt(model, move, { actor: actors[side], approver: approvers[side], side, step: index, at });
        seen.add(model.state);
      }
      model.past.forEach(({ move }) => seen.add(move));
      await compare(id, model);
    }),
    { numRuns: WALKS, endOnFailure: true, seed: 20_191_122 },
  );
  await asks(false);
  return seen;
};

describe('random moves through the services', () => {
  // Walks that never get anywhere would prove nothing.
  it('end where the pure engine says, or are refused for the reason it says', async () => {
    expect((await walk(null)).size).toBeGreaterThan(15);
  });

  it('do so as well where a second officer reads what the requester corrects', async () => {
    const seen = await walk('REQUESTER');
    for (const move of ['SUBMIT_CORRECTION', 'APPROVE_CORRECTION', 'SEND_CORRECTION_BACK', 'ASK_ANEW'])
      expect(seen).toContain(move);
  });
});
