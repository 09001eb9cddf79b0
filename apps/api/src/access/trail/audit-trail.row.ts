/** An event of the audit trail as it is read. */
export interface AuditTrailRow {
  readonly id: string;
  readonly sequence: number | null;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly unitId: string | null;
  readonly unitCode: string | null;
  readonly action: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly resourceType: string | null;
  readonly resourceId: string | null;
  readonly requestId: string | null;
  /** Canonical JSON of the whole event. */
  readonly body: string;
}

/** Which events are looked for; null where it does not matter. */
export interface AuditTrailQuery {
  readonly exchange: string | null;
  readonly action: string | null;
  readonly outcome: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly account: string | null;
}
