import { Injectable } from '@nestjs/common';
import type { AuditEventFilter } from '@soc-coop/dto';
import { Acts } from '../../platform/acts';
import type { Actor } from '../../platform/context';
import { isUuid } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import {
  cappedCount,
  cutPage,
  decodeCursor,
  type Page,
  type PageRequest,
  pageSize,
} from '../../platform/paging';
import { Policy } from '../policy';
import { AuditTrailRepository } from './audit-trail.repository';
import type { AuditTrailQuery, AuditTrailRow } from './audit-trail.row';

const queryOf = (filter: AuditEventFilter): AuditTrailQuery => ({
  exchange: filter.exchange ?? null,
  action: filter.action ?? null,
  outcome: filter.outcome ?? null,
  from: filter.from ?? null,
  to: filter.to ?? null,
  account: filter.account ?? null,
});

/** The place a page begins at; anything the database could stumble over is refused here. */
const placeOf = (cursor: string): readonly string[] => {
  const [at = '', id = ''] = decodeCursor(cursor, 2);
  if (Number.isNaN(Date.parse(at)) || !isUuid(id)) throw new DomainError('request.cursorInvalid');
  return [at, id];
};

/** The audit trail for auditors. Reading it leaves an event of its own. */
@Injectable()
export class AuditTrailService {
  constructor(
    private readonly acts: Acts,
    private readonly policy: Policy,
    private readonly trail: AuditTrailRepository,
  ) {}

  /** One page of the events that match, the newest first. */
  async find(actor: Actor, filter: AuditEventFilter, page: PageRequest): Promise<Page<AuditTrailRow>> {
    const query = queryOf(filter);
    const resource = query.exchange === null ? null : { type: 'exchange', id: query.exchange };
    const act = { action: 'audit.view', ...(resource === null ? {} : { resource }) };
    return this.acts.view(actor, act, async (note) => {
      this.policy.require(actor, 'audit:view');
      const size = pageSize(page);
      const after = page.after ? placeOf(page.after) : null;
      const rows = await this.trail.find(query, after, size + 1);
      const total = cappedCount(await this.trail.count(query));
      note.detail({ asked: Object.keys(filter), rows: Math.min(rows.length, size) });
      return cutPage(
        rows,
        size,
        total,
        ({ at, id }) => [at.toISOString(), id],
        (row) => row,
      );
    });
  }
}
