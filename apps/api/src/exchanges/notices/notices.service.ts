import { Injectable } from '@nestjs/common';
import type { NoticeList } from '@soc-coop/contracts';
import { Policy } from '../../access';
import { Acts } from '../../platform/acts';
import { Clock } from '../../platform/clock/clock';
import { type Actor, actorUnit } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import {
  type Capped,
  cappedCount,
  cutPage,
  decodeCursor,
  type Page,
  type PageRequest,
  pageSize,
} from '../../platform/paging';
import { type NoticeChoice, type NoticeReader, NoticeRepository, type NoticeRow } from './notice.repository';

/** What a unit and its officers are told. Notices carry numbers and moves, never persons: reading is not audited. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly acts: Acts,
    private readonly policy: Policy,
    private readonly notices: NoticeRepository,
    private readonly clock: Clock,
  ) {}

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

  private readerOf(actor: Actor): NoticeReader {
    this.policy.require(actor, 'exchange:list');
    const unitId = actorUnit(actor);
    if (unitId === null) throw new DomainError('access.forbidden');
    if (actor.kind !== 'staff') return { unitId, accountId: null, roles: [] };
    return { unitId, accountId: actor.accountId, roles: actor.roles };
  }
}
