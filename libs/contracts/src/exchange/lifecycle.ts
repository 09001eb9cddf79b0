import { INTERNAL_STATES, TRANSITIONS } from './transitions';
import {
  EXCHANGE_MOVES,
  type ExchangeMove,
  type ExchangeSide,
  type ExchangeState,
  type MoveBy,
} from './vocabulary';

/** A move as far as the state cares: what was done, and by which side. */
export interface MoveFact {
  readonly move: ExchangeMove;
  readonly by: MoveBy;
}

/** Why a sequence of moves cannot have happened: the first move that does not fit, and the state it met. */
export class ImpossibleHistory extends Error {
  constructor(
    readonly at: number,
    readonly fact: MoveFact,
    readonly state: ExchangeState | null,
  ) {
    super(`move ${at} (${fact.move} by ${fact.by}) is impossible from ${state ?? 'nothing'}`);
    this.name = 'ImpossibleHistory';
  }
}

const isInternal = (state: ExchangeState): boolean => INTERNAL_STATES.some((internal) => internal === state);

/**
 * Says whether a side may make a move from a state; certificates, agreement and rights are asked elsewhere.
 * `state` is null before the exchange exists.
 */
export const canMove = (state: ExchangeState | null, move: ExchangeMove, by: MoveBy): boolean => {
  const transition = TRANSITIONS[move];
  if (!transition.by.includes(by)) return false;
  if (state === null) return move === 'OPEN';
  // Before it is sent the other side does not know the exchange exists, whatever else it may do later.
  if (by === 'REPLIER' && isInternal(state)) return false;
  return transition.from.includes(state);
};

/** The state a move leads to; callers ask `canMove` first. */
export const stateAfter = (state: ExchangeState | null, move: ExchangeMove): ExchangeState => {
  const next = TRANSITIONS[move].to ?? state;
  if (next === null) throw new Error(`move ${move} cannot be the first`);
  return next;
};

/**
 * The state of an exchange, derived from its moves alone.
 * @throws ImpossibleHistory where the sequence breaks the transition table.
 */
export const deriveState = (moves: readonly MoveFact[]): ExchangeState => {
  let state: ExchangeState | null = null;
  for (const [at, fact] of moves.entries()) {
    if (!canMove(state, fact.move, fact.by)) throw new ImpossibleHistory(at, fact, state);
    state = stateAfter(state, fact.move);
  }
  if (state === null) throw new Error('an exchange has at least the move that opened it');
  return state;
};

/** Every move the table lets a side make from a state, in the table's order. */
export const movesFrom = (state: ExchangeState, by: MoveBy): readonly ExchangeMove[] =>
  EXCHANGE_MOVES.filter((move) => canMove(state, move, by));

/**
 * Whose turn it is, for the queues: the side that must act next, or null when nothing is awaited.
 * A draft waits for its author; an answered exchange waits for the requester to close it.
 */
export const awaitedSide = (state: ExchangeState): ExchangeSide | null => AWAITED[state];

const AWAITED: Readonly<Record<ExchangeState, ExchangeSide | null>> = {
  DRAFT: 'REQUESTER',
  PENDING_APPROVAL: 'REQUESTER',
  SENT: 'REPLIER',
  FORWARDED: 'REPLIER',
  ACCEPTED: 'REPLIER',
  CLARIFICATION: 'REQUESTER',
  ANSWERED: 'REQUESTER',
  REFUSED: 'REQUESTER',
  WITHDRAWN: null,
  INVALIDATED: null,
  CLOSED: null,
  REOPENED: 'REPLIER',
  BLOCKED: null,
  DELETED: null,
};
