import { REASON_OTHER, REASONS, TRANSITIONS, type CodedReason, type ExchangeMove } from '@soc-coop/contracts';

/** The moves made in a dialog: a coded reason, a sentence, a day, or a plain yes. */
export const WORDED_MOVES = [
  'REFUSE',
  'CLOSE',
  'ASK_CLARIFICATION',
  'ANSWER_CLARIFICATION',
  'REMIND',
  'REPLY_TO_REMINDER',
  'INVALIDATE',
  'WITHDRAW',
  'PROPOSE_DATE',
  'AGREE_DATE',
  'ASK_REOPENING',
  'AGREE_REOPENING',
  'DECLINE_REOPENING',
  'TAKE_OVER',
  'APPROVE',
  'SEND_BACK',
  'APPROVE_ANSWER',
  'SEND_ANSWER_BACK',
  'APPROVE_CORRECTION',
  'SEND_CORRECTION_BACK',
  'ASK_ANEW',
] as const satisfies readonly ExchangeMove[];
export type WordedMove = (typeof WORDED_MOVES)[number];

export const isWorded = (move: ExchangeMove): move is WordedMove =>
  WORDED_MOVES.some((known) => known === move);

/** The product closes idle cases itself; a person does not choose that reason. */
const BY_RULE: Readonly<Partial<Record<WordedMove, string>>> = { CLOSE: '06' };

/** The reasons a person may choose for a move; none where the move has no list. */
export const reasonsFor = (move: WordedMove): readonly CodedReason[] => {
  const list = TRANSITIONS[move].reasons;
  return list === undefined ? [] : REASONS[list].filter(({ code }) => code !== BY_RULE[move]);
};

/** True where the move cannot be made without a sentence. */
export const needsNote = (move: WordedMove, reasonCode: string): boolean =>
  TRANSITIONS[move].needsNote === true || reasonCode === REASON_OTHER;

/** True where the move names a day. */
export const namesDay = (move: WordedMove): boolean => move === 'PROPOSE_DATE';

/** Moves that end or stop something; their buttons never look like the usual next step. */
export const isHarsh = (move: ExchangeMove): boolean =>
  ['REFUSE', 'DISCARD', 'INVALIDATE', 'WITHDRAW', 'ASK_ANEW'].includes(move);
