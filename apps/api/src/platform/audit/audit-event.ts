import { canonicalJson } from '@soc-coop/domain';
import { actorId, actorUnit, currentRequest, type Actor } from '../context';
import { newId } from '../database';

/** JSON without personal data: ids, codes, numbers. */
export type AuditDetail = Readonly<Record<string, unknown>>;

/** What was done to what, and how it ended. */
export interface AuditFacts {
  readonly action: string;
  readonly outcome: 'ALLOWED' | 'REFUSED';
  readonly reason: string | null;
  readonly resource: { readonly type: string; readonly id: string | null } | null;
  readonly detail: AuditDetail;
}

/** One row of `audit_event`. */
export interface AuditEventRow {
  readonly id: string;
  readonly at: Date;
  readonly body: string;
  readonly facts: AuditFacts;
  readonly actor: { readonly kind: string; readonly id: string | null; readonly unit: string | null };
  readonly requestId: string | null;
  readonly personal: Readonly<Record<string, unknown>> | null;
}

const describeActor = (actor: Actor) => ({
  kind: actor.kind,
  id: actorId(actor),
  unit: actorUnit(actor),
  ...(actor.kind === 'staff' ? { roles: [...actor.roles] } : {}),
  ...(actor.kind === 'client' ? { actingFor: actor.actingFor?.accountId ?? null } : {}),
});

/**
 * Builds an audit event. Its `body` is canonical JSON (RFC 8785) with a version, so that a later sealer can
 * hash it and anybody can rebuild the hash; the caller's address stays outside, in `personal`.
 */
export const auditEvent = (actor: Actor, at: Date, facts: AuditFacts): AuditEventRow => {
  const id = newId(at.getTime());
  const request = currentRequest();
  const who = describeActor(actor);
  const body = canonicalJson({
    v: 1,
    id,
    at: at.toISOString(),
    actor: who,
    action: facts.action,
    outcome: facts.outcome,
    reason: facts.reason,
    resource: facts.resource,
    detail: facts.detail,
    request: request?.requestId ?? null,
  });
  return {
    id,
    at,
    body,
    facts,
    actor: { kind: who.kind, id: who.id, unit: who.unit },
    requestId: request?.requestId ?? null,
    personal: request ? { ip: request.ip, userAgent: request.userAgent } : null,
  };
};
