import { thingOf } from '@soc-coop/contracts';
import type { SecretBox } from '../../platform/crypto';
import type { JsonObject } from '../../platform/graphql';
import { pseudonymOf } from '../accounts/pseudonym';
import type { AuditEventModel } from './audit-event.model';
import type { AuditTrailRow } from './audit-trail.row';

const labelOf = (box: SecretBox, { actorKind, actorId, unitCode }: AuditTrailRow): string => {
  // The product's own jobs are no persons: their names are said.
  if (actorKind === 'system' || actorId === null) return actorId ?? actorKind;
  return [unitCode, pseudonymOf(box, actorId)].filter((part) => part !== null).join(' · ');
};

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;

const detailOf = ({ body }: AuditTrailRow): JsonObject => {
  const event: unknown = JSON.parse(body);
  return isObject(event) && isObject(event['detail']) ? event['detail'] : {};
};

/** What the schema shows of an event. */
export const toAuditEventModel = (box: SecretBox, row: AuditTrailRow): AuditEventModel => ({
  id: row.id,
  sequence: row.sequence,
  at: row.at,
  actorKind: row.actorKind,
  actorLabel: labelOf(box, row),
  action: row.action,
  outcome: row.outcome,
  reason: row.reason,
  resourceType: row.resourceType ?? thingOf(row.action),
  resourceId: row.resourceId,
  requestId: row.requestId,
  detail: detailOf(row),
  unitId: row.unitId,
});
