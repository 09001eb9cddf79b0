import { Injectable } from '@nestjs/common';
import { Database, together } from '../database';
import type { AuditEventRow } from './audit-event';

const INSERT = together(`insert into audit_event
  (id, at, action, outcome, reason, actor_kind, actor_id, unit_id, resource_type, resource_id, request_id, body, personal)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`);

/** Appends audit events; the app role can neither change nor delete them. */
@Injectable()
export class AuditRepository {
  constructor(private readonly database: Database) {}

  /** Appends one event in the ambient transaction; it travels with COMMIT, which fails where the event does. */
  append({ id, at, facts, actor, requestId, body, personal }: AuditEventRow): void {
    this.database.sendTogether(INSERT, [
      id,
      at,
      facts.action,
      facts.outcome,
      facts.reason,
      actor.kind,
      actor.id,
      actor.unit,
      facts.resource?.type ?? null,
      facts.resource?.id ?? null,
      requestId,
      body,
      personal === null ? null : JSON.stringify(personal),
    ]);
  }
}
