/** Every state an exchange can be in. "Overdue" and "waiting for us" are computed from state and clock, never stored. */
export const EXCHANGE_STATES = [
  'DRAFT',
  'PENDING_APPROVAL',
  'SENT',
  'FORWARDED',
  'ACCEPTED',
  'CLARIFICATION',
  'ANSWERED',
  'REFUSED',
  'WITHDRAWN',
  'INVALIDATED',
  'CLOSED',
  'REOPENED',
  'BLOCKED',
  'DELETED',
] as const;
export type ExchangeState = (typeof EXCHANGE_STATES)[number];

/** The two sides of an exchange, and the product itself for moves made by rule. */
export const EXCHANGE_SIDES = ['REQUESTER', 'REPLIER'] as const;
export type ExchangeSide = (typeof EXCHANGE_SIDES)[number];
export type MoveBy = ExchangeSide | 'SYSTEM';

/** Every move of the engine: an appended fact, named by what was done. */
export const EXCHANGE_MOVES = [
  'OPEN',
  'SUBMIT',
  'APPROVE',
  'SEND_BACK',
  'DISCARD',
  'SEND',
  'ACCEPT',
  'REFUSE',
  'FORWARD',
  'SPLIT',
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
  'ADD_PARTICIPANT',
  'REMOVE_PARTICIPANT',
  'RATE',
  'BLOCK',
  'DELETE',
] as const;
export type ExchangeMove = (typeof EXCHANGE_MOVES)[number];

/** How fast the requester needs the answer; the agreement's terms turn it into working days. */
export const URGENCIES = ['NORMAL', 'URGENT', 'IMMEDIATE'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** How complete an answer is. */
export const COMPLETENESS = ['FULL', 'PART', 'NEG'] as const;
export type Completeness = (typeof COMPLETENESS)[number];

/** Why one question stays without an answer: not known, not allowed, no such record, later. Silence is not an answer. */
export const ANSWER_GAPS = ['NK', 'NA', 'NR', 'LT'] as const;
export type AnswerGap = (typeof ANSWER_GAPS)[number];

/** On what an answer rests: register extract, document seen, home visit, the person's statement, a third party. */
export const QUALITY_MARKS = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5'] as const;
export type QualityMark = (typeof QUALITY_MARKS)[number];

/** How far a draft is with its second pair of eyes; null while nobody was asked. */
export const APPROVAL_STAGES = ['PENDING', 'APPROVED', 'SENT_BACK'] as const;
export type ApprovalStage = (typeof APPROVAL_STAGES)[number];

/** The lists of work an officer sees; each is a question to state and clock. */
export const EXCHANGE_QUEUES = ['NEEDS_ME', 'WAITING', 'DUE_SOON', 'OVERDUE', 'DRAFTS', 'ALL'] as const;
export type ExchangeQueue = (typeof EXCHANGE_QUEUES)[number];

/** Why an officer may look at a person's number in the clear; the choice stands in the audit trail. */
export const REVEAL_PURPOSES = ['IDENTIFY', 'REGISTER_CHECK', 'DECISION', 'COMPLAINT'] as const;
export type RevealPurpose = (typeof REVEAL_PURPOSES)[number];

/** How far the scanner is with an attached file; only a clean one is given out. */
export const FILE_SCANS = ['PENDING', 'CLEAN', 'INFECTED'] as const;
export type FileScan = (typeof FILE_SCANS)[number];
