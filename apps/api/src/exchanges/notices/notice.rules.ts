import type { ExchangeMove, ExchangeSide } from '@soc-coop/contracts';

/** Moves the other side wants to hear of at once. Saving and discarding drafts is nobody else's business. */
const TOLD: ReadonlySet<ExchangeMove> = new Set<ExchangeMove>([
  'SEND',
  'ACCEPT',
  'REFUSE',
  'ASK_CLARIFICATION',
  'ANSWER_CLARIFICATION',
  'REMIND',
  'REPLY_TO_REMINDER',
  'ANSWER',
  'INVALIDATE',
  'WITHDRAW',
  'CLOSE',
]);

/** The units of a moved exchange. */
export interface Sides {
  readonly requestingUnitId: string;
  readonly replyingUnitId: string | null;
}

/** The unit that hears of a move: the one on the other side; null where nobody does. */
export const unitToTell = (move: ExchangeMove, by: ExchangeSide | null, sides: Sides): string | null => {
  if (!TOLD.has(move) || by === null) return null;
  return by === 'REQUESTER' ? sides.replyingUnitId : sides.requestingUnitId;
};
