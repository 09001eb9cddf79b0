import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('exchange')
export class ExchangeEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { nullable: true })
  number: string | null;

  @Column('text')
  state: string;

  @Column('timestamptz', { name: 'state_since' })
  stateSince: Date;

  @Column('integer')
  version: number;

  @Column('text')
  urgency: string;

  @Column('uuid', { name: 'requesting_unit_id' })
  requestingUnitId: string;

  @Column('uuid', { name: 'replying_unit_id', nullable: true })
  replyingUnitId: string | null;

  @Column('uuid', { name: 'author_id' })
  authorId: string;

  @Column('uuid', { name: 'requester_handler_id', nullable: true })
  requesterHandlerId: string | null;

  @Column('uuid', { name: 'replier_handler_id', nullable: true })
  replierHandlerId: string | null;

  @Column('uuid', { name: 'agreement_version_id', nullable: true })
  agreementVersionId: string | null;

  @Column('text', { name: 'agreement_clause', nullable: true })
  agreementClause: string | null;

  @Column('text', { name: 'due_kind', nullable: true })
  dueKind: string | null;

  @Column('date', { name: 'due_on' })
  dueOn: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;
}

@Entity('subject')
export class SubjectEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'exchange_id' })
  exchangeId: string;

  @Column('text', { name: 'family_name' })
  familyName: string;

  @Column('text', { name: 'given_name' })
  givenName: string;

  @Column('date', { name: 'birth_date', nullable: true })
  birthDate: string | null;
}

@Entity('exchange_search')
export class SearchEntity {
  @PrimaryColumn('uuid', { name: 'exchange_id' })
  exchangeId: string;

  @PrimaryColumn('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('timestamptz', { name: 'sort_at' })
  sortAt: Date;

  @Column('text')
  plain: string;

  @Column('text')
  personal: string;
}

@Entity('exchange_key')
export class ExchangeKeyEntity {
  @PrimaryColumn('uuid', { name: 'exchange_id' })
  exchangeId: string;

  @Column('text', { name: 'wrapped_key' })
  wrappedKey: string;
}

@Entity('exchange_message')
export class MessageEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'exchange_id' })
  exchangeId: string;

  @Column('text')
  kind: string;

  @Column('integer')
  version: number;

  @Column('text')
  language: string;

  @Column('text', { nullable: true })
  sealed: string | null;

  @Column('timestamptz', { name: 'sent_at' })
  sentAt: Date;

  @Column('uuid', { name: 'author_id' })
  authorId: string;

  @Column('uuid', { name: 'author_unit_id' })
  authorUnitId: string;
}

@Entity('exchange_move')
export class MoveEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'exchange_id' })
  exchangeId: string;

  @Column('integer')
  sequence: number;

  @Column('text')
  move: string;

  @Column('text', { nullable: true })
  side: string | null;

  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('timestamptz')
  at: Date;

  @Column('text', { name: 'sealed_note', nullable: true })
  sealedNote: string | null;

  @Column('uuid', { name: 'agreement_version_id', nullable: true })
  agreementVersionId: string | null;

  @Column('text', { name: 'agreement_clause', nullable: true })
  agreementClause: string | null;

  @Column('text', { name: 'state_after' })
  stateAfter: string;

  @Column('text', { name: 'idempotency_key' })
  idempotencyKey: string;
}
