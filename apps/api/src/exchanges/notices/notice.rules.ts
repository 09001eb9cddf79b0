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
