import {
  canMove,
  type ExchangeSide,
  type ExchangeState,
  MOVES_IN_SERVICE,
  type MoveInService,
  type Refusal,
  TRANSITIONS,
} from '@soc-coop/contracts';

/** Whether a move is possible now, and if not, why. */
export interface MoveAllowance {
  readonly move: MoveInService;
  readonly allowed: boolean;
  readonly refusals: readonly Refusal[];
}

/** What decides about the moves of one exchange for one person. */
export interface AllowanceFacts {
  readonly state: ExchangeState;
  readonly side: ExchangeSide | null;
  /** True while a reminder waits for a reply. */
  readonly reminded: boolean;
  /** False for moves that make no sense here: nobody asks for an approval, or the officer is in charge already. */
  readonly offered?: (move: MoveInService) => boolean;
  /** What the policy says against a move: role, certificate, agreement. */
  readonly against: (move: MoveInService) => readonly Refusal[];
}

/** Moves that make no sense to offer on an exchange that exists. */
const NOT_OFFERED: ReadonlySet<MoveInService> = new Set(['OPEN']);

/** Moves only a draft has; elsewhere they are left out instead of being refused. */
const DRAFT_ONLY: ReadonlySet<MoveInService> = new Set(['DISCARD', 'SEND']);

/** Moves that answer or follow something particular; where the state does not know it they are left out as well. */
const IN_THEIR_STATES_ONLY: ReadonlySet<MoveInService> = new Set([
  'SUBMIT',
  'APPROVE',
  'SEND_BACK',
  'SUBMIT_ANSWER',
  'APPROVE_ANSWER',
  'SEND_ANSWER_BACK',
  'FORWARD',
  'ASSIGN',
  'TAKE_OVER',
  'PROPOSE_DATE',
  'AGREE_DATE',
  'SUBMIT_CORRECTION',
  'APPROVE_CORRECTION',
  'SEND_CORRECTION_BACK',
  'CORRECT',
  'ASK_ANEW',
  'ASK_REOPENING',
  'AGREE_REOPENING',
  'DECLINE_REOPENING',
]);

/** True where the state of the exchange lets a move be shown at all, allowed or refused. */
const fitsState = (move: MoveInService, side: ExchangeSide, state: ExchangeState): boolean => {
  if (IN_THEIR_STATES_ONLY.has(move)) return canMove(state, move, side);
  return !DRAFT_ONLY.has(move) || state === 'DRAFT' || state === 'PENDING_APPROVAL';
};

const belongs = (
  move: MoveInService,
  side: ExchangeSide,
  { state, reminded, offered = () => true }: AllowanceFacts,
): boolean =>
  !NOT_OFFERED.has(move) &&
  TRANSITIONS[move].by.includes(side) &&
  (move !== 'REPLY_TO_REMINDER' || reminded) &&
  fitsState(move, side, state) &&
  offered(move);

/**
 * The moves of the viewer's side with the reasons against each. An onlooker has none. The table of the engine is
 * asked first: where the state forbids a move, what else stands against it is of no interest.
 */
export const allowances = (facts: AllowanceFacts): readonly MoveAllowance[] => {
  const { state, side, against } = facts;
  if (side === null) return [];
  return MOVES_IN_SERVICE.filter((move) => belongs(move, side, facts)).map((move) => {
    const refusals = canMove(state, move, side)
      ? against(move)
      : [{ code: 'exchange.moveNotPossible' as const, params: { move, state } }];
    return { move, allowed: refusals.length === 0, refusals };
  });
};
