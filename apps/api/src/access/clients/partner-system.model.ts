import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Connection, LocalDate } from '../../platform/graphql';

/** A public key of a partner system. */
@ObjectType('PartnerSystemKey', { description: 'A public key of a partner system.' })
export class PartnerSystemKeyModel {
  @Field({ description: 'Its name: the `kid` in the header of what is signed with it.' })
  kid: string;

  @Field({ description: 'What it signs with: ES256, EdDSA or PS256.' })
  algorithm: string;

  @Field(() => LocalDate, { nullable: true, description: 'The day it was registered.' })
  added: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day it is taken; null while it has no end.',
  })
  until: string | null;
}

/** A system of a partner institution. */
@ObjectType('PartnerSystem', {
  description: 'A system of an institution that speaks to the API with a key of its own.',
})
export class PartnerSystemModel {
  @Field(() => ID, { description: 'Its identifier: `iss` and `sub` of what it signs.' })
  id: string;

  @Field({ description: 'What it is called.' })
  name: string;

  @Field(() => [String], { description: 'The exchange types it may see.' })
  types: readonly string[];

  @Field({ description: 'False when it is switched off.' })
  active: boolean;

  @Field(() => Int, { description: 'Send it with a change.' })
  version: number;

  @Field({ description: 'When it was registered.' })
  createdAt: Date;

  @Field(() => [PartnerSystemKeyModel], { description: 'The keys that are taken today.' })
  keys: PartnerSystemKeyModel[];

  /** Resolved to `unit`; not part of the schema. */
  unitId: string;
}

/** A page of partner systems. */
@ObjectType({ description: 'A page of partner systems.' })
export class PartnerSystemConnection extends Connection(PartnerSystemModel, 'PartnerSystem') {}
