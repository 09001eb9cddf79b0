import { Injectable } from '@nestjs/common';
import { LIMITS, spellingsOf } from '@soc-coop/contracts';
import { Database } from '../../platform/database';
import type { AuditTrailQuery, AuditTrailRow } from './audit-trail.row';

/** Conditions and their parameters; only those asked for are written, so that each query finds its index. */
const conditionsOf = (
  query: AuditTrailQuery,
): { readonly sql: string; readonly params: readonly unknown[] } => {
  const asked: readonly (readonly [string, unknown])[] = [
    [`e.resource_type = 'exchange' and e.resource_id = `, query.exchange],
    ['e.action = any', query.action === null ? null : spellingsOf(query.action)],
    ['e.outcome = ', query.outcome],
    ['e.at >= ', query.from],
    ['e.at < ', query.to],
    ['e.actor_id = ', query.account],
  ];
  const given = asked.filter(([, value]) => value !== null);
  return {
    sql: ['true', ...given.map(([text], index) => `${text}($${index + 1})`)].join(' and '),
    params: given.map(([, value]) => value),
  };
};

/** Reads the audit trail; nothing in the product can change it. */
@Injectable()
export class AuditTrailRepository {
  constructor(private readonly database: Database) {}

  /** Events that match, the newest first, after the given place. */
  async find(
    query: AuditTrailQuery,
    after: readonly string[] | null,
    limit: number,
  ): Promise<AuditTrailRow[]> {
    const { sql, params } = conditionsOf(query);
    const next = params.length + 1;
    return this.database.query<AuditTrailRow>(
      `select e.id, e.sequence::float8 as sequence, e.at, e.actor_kind as "actorKind", e.actor_id as "actorId",
         e.unit_id as "unitId", u.code as "unitCode", e.action, e.outcome, e.reason,
         e.resource_type as "resourceType", e.resource_id as "resourceId", e.request_id as "requestId", e.body
       from audit_event e left join unit u on u.id = e.unit_id
       where ${sql} and ($${next}::timestamptz is null or (e.at, e.id) < ($${next}, $${next + 1}::uuid))
       order by e.at desc, e.id desc limit $${next + 2}`,
      [...params, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  /** How many events match, counted up to one more than the cap. */
  async count(query: AuditTrailQuery): Promise<number> {
    const { sql, params } = conditionsOf(query);
    const row = await this.database.one<{ count: number }>(
      `select count(*)::int as count from
         (select from audit_event e where ${sql} limit ${LIMITS.countCap + 1}) counted`,
      params,
    );
    return row?.count ?? 0;
  }
}
