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
  /** What the policy says against a move: role, certificate, agreement. */
  readonly against: (move: MoveInService) => readonly Refusal[];
}

/** Moves that make no sense to offer on an exchange that exists. */
const NOT_OFFERED: ReadonlySet<MoveInService> = new Set(['OPEN']);

/** Moves only a draft has; elsewhere they are left out instead of being refused. */
const DRAFT_ONLY: ReadonlySet<MoveInService> = new Set(['DISCARD', 'SEND']);

const belongs = (move: MoveInService, side: ExchangeSide, { state, reminded }: AllowanceFacts): boolean =>
  !NOT_OFFERED.has(move) &&
  TRANSITIONS[move].by.includes(side) &&
  (move !== 'REPLY_TO_REMINDER' || reminded) &&
  (!DRAFT_ONLY.has(move) || state === 'DRAFT' || state === 'PENDING_APPROVAL');

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
