import { isInternalMove } from '@soc-coop/contracts';
import { actorId, type Actor } from '../../platform/context';
import { ownSideOf } from '../moves/officer';
import type { ExchangeRow } from '../records/exchange.row';
import type { ExchangeChangeModel } from './exchange-change.model';
import type { ExchangeSignal } from './exchange-signals';

/** What a subscriber hears of a change. */
export type ExchangeChange = Readonly<ExchangeChangeModel>;

/** Something may have been missed; said without naming anything. */
export const LOOK_AGAIN: ExchangeChange = {
  kind: 'LOOK_AGAIN',
  exchangeId: null,
  number: null,
  move: null,
  side: null,
  state: null,
  version: null,
  at: null,
  byYou: false,
};

const isInner = (signal: ExchangeSignal): boolean =>
  signal.kind === 'DRAFT_SAVED' || (signal.kind === 'MOVED' && isInternalMove(signal.move));

/**
 * What one side does within its own walls, drafts and inner moves, exists for that side and for nobody else, whoever
 * may view the exchange.
 */
export const concerns = (actor: Actor, signal: ExchangeSignal, row: ExchangeRow): boolean =>
  !isInner(signal) || (signal.side !== null && ownSideOf(actor, row) === signal.side);

/** The change as one actor hears it. */
export const changeFor = (actor: Actor, signal: ExchangeSignal, row: ExchangeRow): ExchangeChange => ({
  kind: signal.kind,
  exchangeId: row.id,
  number: row.number,
  move: signal.kind === 'MOVED' ? signal.move : null,
  side: signal.side,
  state: row.state,
  version: row.version,
  at: new Date(signal.at),
  byYou: signal.accountId !== null && signal.accountId === actorId(actor),
});
