import { Injectable } from '@nestjs/common';
import { EXCHANGE_MOVES, type ExchangeMove, type ExchangeSide } from '@soc-coop/contracts';
import { isUuid } from '../../platform/database';
import { Signals } from '../../platform/signals/signals';

/** The channel between processes. */
const CHANNEL = 'soc_exchange';

/** A move that was made. */
interface Moved {
  readonly kind: 'MOVED';
  readonly move: ExchangeMove;
}

/** A draft that was saved; nobody but its own side may know that there is one. */
interface DraftSaved {
  readonly kind: 'DRAFT_SAVED';
}

/** Its due day moved with a calendar: nobody's act on the exchange itself. */
interface DeadlineMoved {
  readonly kind: 'DEADLINE_MOVED';
}

/** What processes tell each other of an exchange: ids and codes, no personal data. */
export type ExchangeSignal = (Moved | DraftSaved | DeadlineMoved) & {
  readonly exchangeId: string;
  readonly side: ExchangeSide | null;
  /** Who did it, so that a page does not tell people what they did themselves. */
  readonly accountId: string | null;
  readonly at: string;
};

type Heard = { readonly [Name in keyof Moved | keyof ExchangeSignal]?: unknown };

const isSide = (value: unknown): value is ExchangeSide => value === 'REQUESTER' || value === 'REPLIER';
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What a payload says; null where it says nothing we know: a later version's, or "look again". */
export const readSignal = (payload: string): ExchangeSignal | null => {
  if (payload === '') return null;
  const heard = JSON.parse(payload) as Heard;
  const { exchangeId, at } = heard;
  if (typeof exchangeId !== 'string' || !isUuid(exchangeId) || typeof at !== 'string') return null;
  const common = {
    exchangeId,
    at,
    side: isSide(heard.side) ? heard.side : null,
    accountId: textOrNull(heard.accountId),
  };
  if (heard.kind === 'DRAFT_SAVED' || heard.kind === 'DEADLINE_MOVED') return { kind: heard.kind, ...common };
  const move = EXCHANGE_MOVES.find((known) => known === heard.move);
  return heard.kind === 'MOVED' && move !== undefined ? { kind: 'MOVED', move, ...common } : null;
};

/** Tells all processes that an exchange changed: on commit, and never on rollback. */
@Injectable()
export class ExchangeSignals {
  constructor(private readonly signals: Signals) {}

  /** Sends in the ambient transaction. */
  async send(signal: ExchangeSignal): Promise<void> {
    await this.signals.publish(CHANNEL, JSON.stringify(signal));
  }

  /** Listens; null means that something may have been missed. */
  async listen(listener: (signal: ExchangeSignal | null) => void): Promise<void> {
    await this.signals.listen(CHANNEL, (payload) => {
      listener(readSignal(payload));
    });
  }
}
