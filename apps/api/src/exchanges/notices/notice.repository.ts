import { Injectable } from '@nestjs/common';
import { type ExchangeMove, LIMITS } from '@soc-coop/contracts';
import { Database } from '../../platform/database';
import type { CursorKey } from '../../platform/paging';

/** A move of the other side, as the bell shows it. */
export interface NoticeRow {
  readonly id: string;
  readonly exchangeId: string;
  readonly number: string | null;
  readonly move: ExchangeMove;
  readonly at: Date;
  readonly seenAt: Date | null;
}

/** Stores notices; a unit sees its own. */
@Injectable()
export class NoticeRepository {
  constructor(private readonly database: Database) {}

  /** Adds a notice; the second delivery of the same signal changes nothing. */
  async add(notice: {
    id: string;
    unitId: string;
    exchangeId: string;
    move: ExchangeMove;
    at: Date;
  }): Promise<void> {
    await this.database.execute(
      `insert into notice (id, unit_id, exchange_id, move, at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [notice.id, notice.unitId, notice.exchangeId, notice.move, notice.at],
    );
  }

  /** Up to `limit` notices of a unit, the newest first, after a cursor. */
  async page(unitId: string, after: CursorKey | null, limit: number): Promise<NoticeRow[]> {
    const cursor = after === null ? '' : 'and (n.at, n.id) < ($3::timestamptz, $4::uuid)';
    return this.database.query<NoticeRow>(
      `select n.id, n.exchange_id as "exchangeId", e.number, n.move, n.at, n.seen_at as "seenAt"
       from notice n join exchange e on e.id = n.exchange_id
       where n.unit_id = $1 ${cursor} order by n.at desc, n.id desc limit $2`,
      [unitId, limit, ...(after ?? [])],
    );
  }

  /** How many notices a unit has not seen, counted to one past the cap. */
  async countUnseen(unitId: string): Promise<number> {
    const row = await this.database.one<{ count: number }>(
      `select count(*)::int as count from (select 1 from notice where unit_id = $1 and seen_at is null
         limit ${LIMITS.countCap + 1}) capped`,
      [unitId],
    );
    return row?.count ?? 0;
  }

  /** Marks everything up to a notice as seen; returns how many. */
  async markSeen(unitId: string, upTo: Date, at: Date): Promise<number> {
    return this.database.execute(
      `update notice set seen_at = $3 where unit_id = $1 and at <= $2 and seen_at is null`,
      [unitId, upTo, at],
    );
  }
}
