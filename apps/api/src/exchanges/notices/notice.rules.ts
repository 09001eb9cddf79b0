import type { ExchangeMove, ExchangeSide } from '@soc-coop/contracts';

/** Moves the other side wants to hear of at once. Saving and discarding drafts is nobody else's business. */
const TOLD: ReadonlySet<ExchangeMove> = new Set<ExchangeMove>([
  'SEND',
  'ACCEPT',
  'REFUSE',
  'FORWARD',
  'ASK_CLARIFICATION',
  'ANSWER_CLARIFICATION',
  'REMIND',
  'REPLY_TO_REMINDER',
  'ANSWER',
  'INVALIDATE',
  'WITHDRAW',
  'PROPOSE_DATE',
  'AGREE_DATE',
  'CORRECT',
  'ASK_ANEW',
  'ASK_REOPENING',
  'AGREE_REOPENING',
  'DECLINE_REOPENING',
  'CLOSE',
]);

/** What a side submits to a second officer of its own, and what is decided of it. */
const SUBMISSIONS = [
  'SUBMIT',
  'SUBMIT_ANSWER',
  'SUBMIT_CORRECTION',
] as const satisfies readonly ExchangeMove[];
export type Submission = (typeof SUBMISSIONS)[number];
const DECISIONS: Readonly<Partial<Record<ExchangeMove, Submission>>> = {
  APPROVE: 'SUBMIT',
  SEND_BACK: 'SUBMIT',
  APPROVE_ANSWER: 'SUBMIT_ANSWER',
  SEND_ANSWER_BACK: 'SUBMIT_ANSWER',
  APPROVE_CORRECTION: 'SUBMIT_CORRECTION',
  SEND_CORRECTION_BACK: 'SUBMIT_CORRECTION',
};

/** The move as a submission; null where it is none. */
export const submissionOf = (move: ExchangeMove): Submission | null =>
  SUBMISSIONS.find((submission) => submission === move) ?? null;

/** The submission a move decides on; null where it decides on none. */
export const decidedBy = (move: ExchangeMove): Submission | null => DECISIONS[move] ?? null;

/** Who hears of what was submitted: those who may approve, but for everybody who had a hand in it. */
export const approversToTell = (
  approvers: readonly string[],
  hands: readonly (string | null)[],
): readonly string[] => approvers.filter((approver) => !hands.includes(approver));

/** A move and who made it. */
interface Made {
  readonly move: ExchangeMove;
  readonly side: ExchangeSide | null;
  readonly accountId: string | null;
}

/** Who submitted last what a side has decided on now, unless it decided itself; null where nobody hears of it. */
export const authorToTell = (decision: Made, before: readonly Made[]): string | null => {
  const submission = decidedBy(decision.move);
  const submitted = before.findLast(({ move, side }) => move === submission && side === decision.side);
  const author = submitted?.accountId ?? null;
  return author === decision.accountId ? null : author;
};

/** The units of a moved exchange. */
export interface Sides {
  readonly requestingUnitId: string;
  readonly replyingUnitId: string | null;
}

/**
 * The units that hear of a move: the one on the other side, and the one a request was forwarded to, which has taken
 * the place of the unit that forwarded it. Empty where nobody does.
 */
export const unitsToTell = (
  move: ExchangeMove,
  by: ExchangeSide | null,
  { requestingUnitId, replyingUnitId }: Sides,
): readonly string[] => {
  if (!TOLD.has(move) || by === null) return [];
  const other = by === 'REQUESTER' ? replyingUnitId : requestingUnitId;
  return [other, move === 'FORWARD' ? replyingUnitId : null].filter((unit) => unit !== null);
};
