import type { ExchangeMove, ExchangeState, MoveBy } from './vocabulary';

/** One row of the engine: who may make the move, from which states, and where it leads. */
export interface Transition {
  readonly by: readonly MoveBy[];
  readonly from: readonly ExchangeState[];
  /** `null`: the move is recorded and the state stays as it was. */
  readonly to: ExchangeState | null;
  /** The coded list (see `REASONS`) the move must choose from, if any. */
  readonly reasons?: ReasonList;
  /** True where the move is its words: it cannot be made without a sentence. */
  readonly needsNote?: true;
  /** True where the move is the business of the side that makes it: the other side never hears of it. */
  readonly internal?: true;
}

/** Lists of coded reasons, after the EESSI administrative lists; the labels are reference data. */
export const REASON_LISTS = [
  'REFUSE',
  'FORWARD',
  'CLARIFY',
  'CLOSE',
  'REOPEN',
  'REOPEN_ANSWER',
  'INVALIDATE',
  'REMINDER_REPLY',
] as const;
export type ReasonList = (typeof REASON_LISTS)[number];

/** States in which the other side still has, or may get, something to do. */
export const OPEN_STATES = [
  'SENT',
  'FORWARDED',
  'ACCEPTED',
  'CLARIFICATION',
  'ANSWERED',
  'REOPENED',
] as const satisfies readonly ExchangeState[];

/** True where only the side that makes the move, and auditors, ever hear of it. */
export const isInternalMove = (move: ExchangeMove): boolean => TRANSITIONS[move].internal === true;

/** States before the exchange leaves the requesting unit: the other side must not know it exists. */
export const INTERNAL_STATES = ['DRAFT', 'PENDING_APPROVAL'] as const satisfies readonly ExchangeState[];

/** States in which the replier is working on the answer. */
const BEING_ANSWERED = ['ACCEPTED', 'REOPENED'] as const satisfies readonly ExchangeState[];
const AWAITING_ACCEPTANCE = ['SENT', 'FORWARDED'] as const satisfies readonly ExchangeState[];
const ENDED = ['CLOSED', 'REFUSED', 'WITHDRAWN', 'INVALIDATED'] as const satisfies readonly ExchangeState[];

/**
 * The whole engine as data. State is what the last move that leads somewhere says; both the API and the
 * web ask this table and nothing else. `OPEN` has no `from`: it creates the exchange.
 */
export const TRANSITIONS: Readonly<Record<ExchangeMove, Transition>> = {
  OPEN: { by: ['REQUESTER'], from: [], to: 'DRAFT' },
  SUBMIT: { by: ['REQUESTER'], from: ['DRAFT'], to: 'PENDING_APPROVAL', internal: true },
  APPROVE: { by: ['REQUESTER'], from: ['PENDING_APPROVAL'], to: null, internal: true },
  SEND_BACK: {
    by: ['REQUESTER'],
    from: ['PENDING_APPROVAL'],
    to: 'DRAFT',
    needsNote: true,
    internal: true,
  },
  DISCARD: { by: ['REQUESTER'], from: ['DRAFT'], to: 'DELETED' },
  SEND: { by: ['REQUESTER'], from: ['DRAFT', 'PENDING_APPROVAL'], to: 'SENT' },
  ACCEPT: { by: ['REPLIER'], from: AWAITING_ACCEPTANCE, to: 'ACCEPTED' },
  REFUSE: { by: ['REPLIER'], from: AWAITING_ACCEPTANCE, to: 'REFUSED', reasons: 'REFUSE' },
  FORWARD: { by: ['REPLIER'], from: AWAITING_ACCEPTANCE, to: 'FORWARDED', reasons: 'FORWARD' },
  SPLIT: { by: ['REPLIER'], from: BEING_ANSWERED, to: null, reasons: 'FORWARD' },
  ASK_CLARIFICATION: {
    by: ['REPLIER'],
    from: BEING_ANSWERED,
    to: 'CLARIFICATION',
    reasons: 'CLARIFY',
    needsNote: true,
  },
  ANSWER_CLARIFICATION: { by: ['REQUESTER'], from: ['CLARIFICATION'], to: 'ACCEPTED', needsNote: true },
  PROPOSE_DATE: { by: ['REPLIER'], from: BEING_ANSWERED, to: null },
  AGREE_DATE: { by: ['REQUESTER'], from: BEING_ANSWERED, to: null },
  REMIND: { by: ['REQUESTER'], from: [...AWAITING_ACCEPTANCE, ...BEING_ANSWERED], to: null },
  REPLY_TO_REMINDER: {
    by: ['REPLIER'],
    from: [...AWAITING_ACCEPTANCE, ...BEING_ANSWERED],
    to: null,
    reasons: 'REMINDER_REPLY',
  },
  SUBMIT_ANSWER: { by: ['REPLIER'], from: BEING_ANSWERED, to: null, internal: true },
  APPROVE_ANSWER: { by: ['REPLIER'], from: BEING_ANSWERED, to: null, internal: true },
  SEND_ANSWER_BACK: { by: ['REPLIER'], from: BEING_ANSWERED, to: null, needsNote: true, internal: true },
  ANSWER: { by: ['REPLIER'], from: BEING_ANSWERED, to: 'ANSWERED' },
  SUBMIT_CORRECTION: {
    by: ['REQUESTER', 'REPLIER'],
    from: OPEN_STATES,
    to: null,
    needsNote: true,
    internal: true,
  },
  // Followed by the correction itself in the same act: what is approved leaves as it was read.
  APPROVE_CORRECTION: { by: ['REQUESTER', 'REPLIER'], from: OPEN_STATES, to: null, internal: true },
  SEND_CORRECTION_BACK: {
    by: ['REQUESTER', 'REPLIER'],
    from: OPEN_STATES,
    to: null,
    needsNote: true,
    internal: true,
  },
  CORRECT: { by: ['REQUESTER', 'REPLIER'], from: OPEN_STATES, to: null, needsNote: true },
  // A case is about one person for life (docs/adr/0030): who asked about the wrong one asks anew.
  ASK_ANEW: { by: ['REQUESTER'], from: [...OPEN_STATES, 'REFUSED', 'CLOSED'], to: 'INVALIDATED' },
  INVALIDATE: { by: ['REQUESTER'], from: OPEN_STATES, to: 'INVALIDATED', reasons: 'INVALIDATE' },
  WITHDRAW: { by: ['REQUESTER'], from: OPEN_STATES, to: 'WITHDRAWN', needsNote: true },
  CLOSE: { by: ['REQUESTER'], from: ['ANSWERED', 'REFUSED'], to: 'CLOSED', reasons: 'CLOSE' },
  ASK_REOPENING: { by: ['REQUESTER', 'REPLIER'], from: ['CLOSED'], to: null, reasons: 'REOPEN' },
  AGREE_REOPENING: { by: ['REQUESTER', 'REPLIER'], from: ['CLOSED'], to: 'REOPENED' },
  DECLINE_REOPENING: {
    by: ['REQUESTER', 'REPLIER'],
    from: ['CLOSED'],
    to: null,
    reasons: 'REOPEN_ANSWER',
  },
  ASSIGN: { by: ['REQUESTER', 'REPLIER'], from: [...OPEN_STATES, 'DRAFT'], to: null, internal: true },
  TAKE_OVER: { by: ['REQUESTER', 'REPLIER'], from: [...OPEN_STATES, 'DRAFT'], to: null, internal: true },
  ADD_PARTICIPANT: { by: ['REQUESTER', 'REPLIER'], from: OPEN_STATES, to: null },
  REMOVE_PARTICIPANT: { by: ['REQUESTER', 'REPLIER'], from: OPEN_STATES, to: null },
  RATE: { by: ['REQUESTER', 'REPLIER'], from: ['CLOSED'], to: null },
  BLOCK: { by: ['SYSTEM'], from: ENDED, to: 'BLOCKED' },
  DELETE: { by: ['SYSTEM'], from: ['BLOCKED'], to: 'DELETED' },
};

/**
 * The moves this release can make. The others stand in the table because state is derived from it,
 * but no service makes them yet: the web does not offer them and the API has no mutation for them.
 */
export const MOVES_IN_SERVICE = [
  'OPEN',
  'SUBMIT',
  'APPROVE',
  'SEND_BACK',
  'DISCARD',
  'SEND',
  'ACCEPT',
  'REFUSE',
  'FORWARD',
  'ASK_CLARIFICATION',
  'ANSWER_CLARIFICATION',
  'PROPOSE_DATE',
  'AGREE_DATE',
  'REMIND',
  'REPLY_TO_REMINDER',
  'SUBMIT_ANSWER',
  'APPROVE_ANSWER',
  'SEND_ANSWER_BACK',
  'ANSWER',
  'SUBMIT_CORRECTION',
  'APPROVE_CORRECTION',
  'SEND_CORRECTION_BACK',
  'CORRECT',
  'ASK_ANEW',
  'INVALIDATE',
  'WITHDRAW',
  'CLOSE',
  'ASK_REOPENING',
  'AGREE_REOPENING',
  'DECLINE_REOPENING',
  'ASSIGN',
  'TAKE_OVER',
] as const satisfies readonly ExchangeMove[];
export type MoveInService = (typeof MOVES_IN_SERVICE)[number];
