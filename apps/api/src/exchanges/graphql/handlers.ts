import type { ExchangeSide } from '@soc-coop/contracts';
import type { ExchangeRow } from '../records/exchange.row';

/**
 * Who handles an exchange on the side that has to act: the replier once it accepted, before that the requester. Whom
 * the replier has put in charge before it accepted is its own business.
 */
export const handlerOf = (
  { state, replierHandlerId, requesterHandlerId }: ExchangeRow,
  side: ExchangeSide | null,
): string | null => {
  const undecided = state === 'SENT' || state === 'FORWARDED';
  return (undecided && side !== 'REPLIER' ? null : replierHandlerId) ?? requesterHandlerId;
};

/** Who is in charge on a side. */
export const handlerOn = (
  side: ExchangeSide | null,
  { replierHandlerId, requesterHandlerId }: ExchangeRow,
): string | null => {
  if (side === null) return null;
  return side === 'REQUESTER' ? requesterHandlerId : replierHandlerId;
};
