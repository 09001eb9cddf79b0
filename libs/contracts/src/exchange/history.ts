import type { ErrorCode } from '../errors';
import { TRANSITIONS } from './transitions';
import type { ApprovalStage, ExchangeMove, ExchangeSide } from './vocabulary';

/** A move as history remembers it: what was done, by which side, and the day it named, if it named one. */
export interface PastMove {
  readonly move: ExchangeMove;
  /** Null for moves made by rule. */
  readonly side: ExchangeSide | null;
  readonly date?: string | null;
}

type Named = Pick<PastMove, 'move'>;
type Sided = Pick<PastMove, 'move' | 'side'>;

/** The side across the border. */
export const otherSide = (side: ExchangeSide): ExchangeSide =>
  side === 'REQUESTER' ? 'REPLIER' : 'REQUESTER';

/** A proposal and a wish to reopen live as long as the state they were made in: whatever leads on ends them. */
const leadsOn = (move: ExchangeMove): boolean => TRANSITIONS[move].to !== null;

/**
 * Whose yes or no is awaited after a move, given whose was awaited before: the requester's to a proposed day, the
 * other side's to a wish to reopen. One question at a time: a new proposal takes the place of the older one.
 */
export const decisionAfter = (awaited: ExchangeSide | null, { move, side }: Sided): ExchangeSide | null => {
  if (move === 'PROPOSE_DATE') return 'REQUESTER';
  if (move === 'ASK_REOPENING') return side === null ? null : otherSide(side);
  const answers = move === 'AGREE_DATE' || move === 'DECLINE_REOPENING' || leadsOn(move);
  return answers ? null : awaited;
};

/** The side whose yes or no is awaited; null while nothing was proposed or asked. */
export const decisionAwaited = (moves: readonly Sided[]): ExchangeSide | null =>
  moves.reduce<ExchangeSide | null>(decisionAfter, null);

/** The day that is proposed for the answer and not agreed yet; null where there is none. */
export const proposedDate = (moves: readonly PastMove[]): string | null => {
  const last = moves.findLast(
    ({ move }) => move === 'PROPOSE_DATE' || move === 'AGREE_DATE' || leadsOn(move),
  );
  return last?.move === 'PROPOSE_DATE' ? (last.date ?? null) : null;
};

/** The side that asked to reopen and waits for the other one; null where nobody does. */
export const reopeningAskedBy = (moves: readonly Sided[]): ExchangeSide | null => {
  const last = moves.findLast(
    ({ move }) => move === 'ASK_REOPENING' || move === 'DECLINE_REOPENING' || leadsOn(move),
  );
  return last?.move === 'ASK_REOPENING' ? last.side : null;
};

/** True while the last reminder has neither been replied to nor overtaken by an answer. */
export const isReminded = (moves: readonly Named[]): boolean => {
  const names = moves.map(({ move }) => move);
  return (
    names.lastIndexOf('REMIND') >
    Math.max(names.lastIndexOf('REPLY_TO_REMINDER'), names.lastIndexOf('ANSWER'))
  );
};

/** What each side sends: the requester its request, the replier its answer. */
const SENT_BY: Readonly<Record<ExchangeSide, ExchangeMove>> = { REQUESTER: 'SEND', REPLIER: 'ANSWER' };

/** True once a side has sent a message of its kind, which it may then correct. */
export const hasSent = (moves: readonly Named[], side: ExchangeSide): boolean =>
  moves.some(({ move }) => move === SENT_BY[side]);

/** What each move of the second pair of eyes makes of a correction; sent, it is none any more. */
const CORRECTION_STAGE: Readonly<Partial<Record<ExchangeMove, ApprovalStage | null>>> = {
  SUBMIT_CORRECTION: 'PENDING',
  APPROVE_CORRECTION: 'APPROVED',
  SEND_CORRECTION_BACK: 'SENT_BACK',
  CORRECT: null,
};

/** How far the second pair of eyes is with a side's correction; null while nobody was asked. */
export const correctionStage = (moves: readonly Sided[], side: ExchangeSide): ApprovalStage | null => {
  const last = moves.findLast(({ move, side: by }) => by === side && CORRECTION_STAGE[move] !== undefined);
  return last === undefined ? null : (CORRECTION_STAGE[last.move] ?? null);
};

/** Why the moves made so far do not let a move follow, although the state would. */
export type HistoryRefusal = Extract<
  ErrorCode,
  | 'exchange.noReminder'
  | 'exchange.noDateProposed'
  | 'exchange.nothingSentYet'
  | 'exchange.reopeningAsked'
  | 'exchange.noReopeningAsked'
  | 'exchange.ownReopening'
  | 'exchange.approvalPending'
  | 'exchange.approvalNotPending'
>;

type Asked = (moves: readonly PastMove[], side: ExchangeSide) => HistoryRefusal | null;

const whereAsked: Asked = (moves, side) => {
  const asker = reopeningAskedBy(moves);
  if (asker === null) return 'exchange.noReopeningAsked';
  return asker === side ? 'exchange.ownReopening' : null;
};

const whereSent: Asked = (moves, side) => (hasSent(moves, side) ? null : 'exchange.nothingSentYet');

const whereSubmitted: Asked = (moves, side) =>
  correctionStage(moves, side) === 'PENDING' ? null : 'exchange.approvalNotPending';

const BY_HISTORY: Readonly<Partial<Record<ExchangeMove, Asked>>> = {
  REPLY_TO_REMINDER: (moves) => (isReminded(moves) ? null : 'exchange.noReminder'),
  AGREE_DATE: (moves) => (proposedDate(moves) === null ? 'exchange.noDateProposed' : null),
  SUBMIT_CORRECTION: (moves, side) =>
    correctionStage(moves, side) === 'PENDING' ? 'exchange.approvalPending' : whereSent(moves, side),
  APPROVE_CORRECTION: whereSubmitted,
  SEND_CORRECTION_BACK: whereSubmitted,
  CORRECT: whereSent,
  ASK_REOPENING: (moves) => (reopeningAskedBy(moves) === null ? null : 'exchange.reopeningAsked'),
  AGREE_REOPENING: whereAsked,
  DECLINE_REOPENING: whereAsked,
};

/** True for moves that depend on what was done before, beyond the state it led to. */
export const isJudgedByHistory = (move: ExchangeMove): boolean => BY_HISTORY[move] !== undefined;

/**
 * What the history says against a move the transition table allows: nothing to agree to, nothing to correct, a
 * question that is one's own. Null where it says nothing.
 */
export const refusedByHistory = (
  moves: readonly PastMove[],
  move: ExchangeMove,
  side: ExchangeSide,
): HistoryRefusal | null => BY_HISTORY[move]?.(moves, side) ?? null;
