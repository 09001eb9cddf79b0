import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type OutboxEntry, OutboxRelay } from '../../platform/outbox';
import { MoveRepository } from '../records/move.repository';
import { ExchangeSignals } from './exchange-signals';

/**
 * Passes moves on from the outbox to every process with open pages. It leaves with the transaction that wrote the
 * notices: a page that looks again finds the bell already rung.
 */
@Injectable()
export class MovedSignals implements OnModuleInit {
  constructor(
    private readonly relay: OutboxRelay,
    private readonly moves: MoveRepository,
    private readonly signals: ExchangeSignals,
  ) {}

  onModuleInit(): void {
    this.relay.handle('exchange.moved', (entry) => this.pass(entry));
    this.relay.handle('exchange.dueMoved', (entry) => this.passDue(entry));
  }

  /** Bears repetition: a page that looks twice sees the same. */
  private async pass({ key, payload }: OutboxEntry): Promise<void> {
    const moves = await this.moves.of(key);
    const fact = moves.find(({ id }) => id === payload['moveId']);
    if (fact === undefined) return;
    const { move, side, accountId, at } = fact;
    await this.signals.send({
      kind: 'MOVED',
      exchangeId: key,
      move,
      side,
      accountId,
      at: at.toISOString(),
    });
  }

  /** A calendar moved the due day: nobody's move, and both sides hear of it. */
  private async passDue({ key, payload }: OutboxEntry): Promise<void> {
    await this.signals.send({
      kind: 'DEADLINE_MOVED',
      exchangeId: key,
      side: null,
      accountId: null,
      at: String(payload['at']),
    });
  }
}
