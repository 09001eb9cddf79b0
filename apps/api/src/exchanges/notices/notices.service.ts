import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ExchangeMove, NoticeList } from '@soc-coop/contracts';
import { Policy } from '../../access';
import { Acts } from '../../platform/acts';
import { Clock } from '../../platform/clock/clock';
import { type Actor, actorUnit } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import { type OutboxEntry, OutboxRelay } from '../../platform/outbox';
import {
  type Capped,
  cappedCount,
  cutPage,
  decodeCursor,
  type Page,
  type PageRequest,
  pageSize,
} from '../../platform/paging';
import { ExchangeRepository } from '../records/exchange.repository';
import { MoveRepository } from '../records/move.repository';
import { unitsToTell } from './notice.rules';
import { type NoticeChoice, type NoticeReader, NoticeRepository, type NoticeRow } from './notice.repository';

/** Tells units of moves of the other side. Notices carry numbers and moves, never persons: reading is not audited. */
@Injectable()
export class NoticesService implements OnModuleInit {
  constructor(
    private readonly acts: Acts,
    private readonly policy: Policy,
    private readonly notices: NoticeRepository,
    private readonly exchanges: ExchangeRepository,
    private readonly moves: MoveRepository,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.relay.handle('exchange.moved', (entry) => this.tell(entry));
  }

  /** One page of the acting unit's notices, the newest first. */
  async list(actor: Actor, page: PageRequest, list: NoticeList = 'ALL'): Promise<Page<NoticeRow>> {
    const size = pageSize(page);
    const after = page.after ? decodeCursor(page.after, 2) : null;
    return this.acts.look(actor, async () => {
      const reader = this.readerOf(actor);
      const rows = await this.notices.page(reader, list, after, size + 1);
      const unseen = cappedCount(await this.notices.countUnseen(reader));
      return cutPage(
        rows,
        size,
        unseen,
        ({ at, id }) => [at.toISOString(), id],
        (row) => row,
      );
    });
  }

  /** How many notices the acting unit has not seen. */
  async unseen(actor: Actor): Promise<Capped> {
    return this.acts.look(actor, async () =>
      cappedCount(await this.notices.countUnseen(this.readerOf(actor))),
    );
  }

  /** Marks notices as seen by the unit: those named, or all up to an instant; gives how many. */
  async markSeen(actor: Actor, choice: NoticeChoice, idempotencyKey: string): Promise<number> {
    const once = { key: idempotencyKey, input: { choice } };
    return this.acts.perform(actor, { action: 'notice.markSeen', once }, async (note) => {
      const seen = await this.notices.markSeen(this.readerOf(actor), choice, this.clock.now());
      note.detail({ seen });
      return seen;
    });
  }

  /** Takes back that notices were seen; gives how many are new again. */
  async markUnseen(actor: Actor, choice: NoticeChoice, idempotencyKey: string): Promise<number> {
    const once = { key: idempotencyKey, input: { choice } };
    return this.acts.perform(actor, { action: 'notice.markUnseen', once }, async (note) => {
      const unseen = await this.notices.markUnseen(this.readerOf(actor), choice);
      note.detail({ unseen });
      return unseen;
    });
  }

  /** Runs in the relay's transaction; bears repetition, because the notice has the signal's id. */
  private async tell({ id, key, payload }: OutboxEntry): Promise<void> {
    const exchange = await this.exchanges.find(key);
    if (exchange === null) return;
    const moves = await this.moves.of(key);
    const fact = moves.find(({ id: moveId }) => moveId === payload['moveId']);
    if (fact === undefined) return;
    const move: ExchangeMove = fact.move;
    for (const unitId of unitsToTell(move, fact.side, exchange))
      await this.notices.add({ id, unitId, exchangeId: key, move, at: fact.at });
  }

  private readerOf(actor: Actor): NoticeReader {
    this.policy.require(actor, 'exchange:list');
    const unitId = actorUnit(actor);
    if (unitId === null) throw new DomainError('access.forbidden');
    if (actor.kind !== 'staff') return { unitId, accountId: null, roles: [] };
    return { unitId, accountId: actor.accountId, roles: actor.roles };
  }
}
