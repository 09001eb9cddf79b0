import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('idempotency_key')
export class KeyEntity {
  @PrimaryColumn('text')
  owner: string;

  @PrimaryColumn('text')
  key: string;

  @Column('text')
  action: string;

  @Column('text', { name: 'input_hash' })
  inputHash: string;

  @Column('jsonb', { nullable: true })
  outcome: string | null;
}

@Entity('audit_event')
export class AuditEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  action: string;

  @Column('text')
  outcome: string;

  @Column('text', { name: 'actor_kind' })
  actorKind: string;

  @Column('text', { name: 'actor_id' })
  actorId: string;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('text', { name: 'resource_type' })
  resourceType: string;

  @Column('text', { name: 'resource_id' })
  resourceId: string;

  @Column('text')
  body: string;
}

@Entity('outbox')
export class OutboxEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  topic: string;

  @Column('text')
  key: string;

  @Column('jsonb')
  payload: Record<string, unknown>;
}
