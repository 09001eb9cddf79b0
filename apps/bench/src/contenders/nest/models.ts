import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum Queue {
  NEEDS_ME = 'NEEDS_ME',
}
registerEnumType(Queue, { name: 'ExchangeQueue' });

@ObjectType()
export class Trilingual {
  @Field(() => String)
  ro: string;

  @Field(() => String)
  bg: string;

  @Field(() => String)
  en: string;
}

@ObjectType()
export class Unit {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  code: string;

  @Field(() => Trilingual)
  name: Trilingual;
}

@ObjectType()
export class Account {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  givenName: string;

  @Field(() => String)
  familyName: string;
}

@ObjectType()
export class PersonName {
  @Field(() => String)
  familyName: string;

  @Field(() => String)
  givenName: string;
}

@ObjectType()
export class Subject {
  @Field(() => PersonName)
  name: PersonName;

  @Field(() => String, { nullable: true })
  birthDate: string | null;
}

@ObjectType()
export class Deadline {
  @Field(() => String)
  kind: string;

  @Field(() => String)
  due: string;
}

@ObjectType()
export class Message {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  kind: string;

  @Field(() => Int)
  version: number;

  @Field(() => String)
  language: string;

  @Field(() => Date)
  sentAt: Date;

  exchangeId: string;
  sealed: string | null;
  authorId: string;
  authorUnitId: string;
}

@ObjectType()
export class Move {
  @Field(() => ID)
  id: string;

  @Field(() => Int)
  sequence: number;

  @Field(() => String)
  move: string;

  @Field(() => String, { nullable: true })
  by: string | null;

  @Field(() => Date)
  at: Date;

  @Field(() => String)
  stateAfter: string;

  exchangeId: string;
  sealedNote: string | null;
  accountId: string | null;
  unitId: string;
}

@ObjectType()
export class Exchange {
  @Field(() => ID)
  id: string;

  @Field(() => String, { nullable: true })
  number: string | null;

  @Field(() => String)
  state: string;

  @Field(() => Int)
  version: number;

  @Field(() => String)
  urgency: string;

  @Field(() => Date)
  createdAt: Date;

  @Field(() => Date, { nullable: true })
  sentAt: Date | null;

  dueKind: string | null;
  dueOn: string;
  requestingUnitId: string;
  replyingUnitId: string | null;
  authorId: string;
  requesterHandlerId: string | null;
  replierHandlerId: string | null;
}

@ObjectType()
export class CappedCount {
  @Field(() => Int)
  value: number;

  @Field(() => Boolean)
  capped: boolean;
}

@ObjectType()
export class ExchangeConnection {
  @Field(() => [Exchange])
  nodes: Exchange[];

  @Field(() => CappedCount)
  totalCount: CappedCount;
}

@ObjectType()
export class ExchangeMatch {
  @Field(() => Exchange)
  exchange: Exchange;
}

@ObjectType()
export class ExchangeMatchConnection {
  @Field(() => [ExchangeMatch])
  nodes: ExchangeMatch[];

  @Field(() => CappedCount)
  totalCount: CappedCount;
}

@InputType()
export class ExchangeMoveInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int)
  version: number;

  @Field(() => String, { nullable: true })
  note?: string | null;

  @Field(() => String)
  idempotencyKey: string;
}
