import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type OutboxEntry, OutboxRelay } from '../../platform/outbox';
import { ExchangeRepository } from '../records/exchange.repository';
import { MoveRepository } from '../records/move.repository';
import { ApprovalNotices } from './approval-notices';
import { unitsToTell } from './notice.rules';
import { NoticeRepository } from './notice.repository';

/** Tells units of moves of the other side, and officers of what a colleague has submitted or decided. */
@Injectable()
export class NoticeTeller implements OnModuleInit {
  constructor(
    private readonly relay: OutboxRelay,
    private readonly exchanges: ExchangeRepository,
    private readonly moves: MoveRepository,
    private readonly notices: NoticeRepository,
    private readonly approvals: ApprovalNotices,
  ) {}

  onModuleInit(): void {
    this.relay.handle('exchange.moved', (entry) => this.tell(entry));
  }

  /** Runs in the relay's transaction; bears repetition, because the notice has the signal's id. */
  private async tell({ id, key, payload }: OutboxEntry): Promise<void> {
    const exchange = await this.exchanges.find(key);
    if (exchange === null) return;
    const moves = await this.moves.of(key);
    const fact = moves.find(({ id: moveId }) => moveId === payload['moveId']);
    if (fact === undefined) return;
    const { move, side, at } = fact;
    for (const unitId of unitsToTell(move, side, exchange))
      await this.notices.add({ id, unitId, exchangeId: key, move, at });
    await this.approvals.tell({ id, exchange, fact, moves });
  }
}
