import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { JSONObject, type JsonObject } from '../../platform/graphql';

/** One act that was done or refused. */
@ObjectType('AuditEvent', {
  description: 'One act, allowed or refused. Persons appear under a pseudonym only.',
})
export class AuditEventModel {
  @Field(() => ID, { description: 'Its identifier.' })
  id: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Its place in the sealed chain; null until it is sealed.',
  })
  sequence: number | null;

  @Field({ description: 'When it happened.' })
  at: Date;

  @Field({ description: 'staff, client, system or anonymous.' })
  actorKind: string;

  @Field({ description: 'The unit’s code and the pseudonym of the person or system.' })
  actorLabel: string;

  @Field({ description: 'What was done, e.g. `exchange.send`.' })
  action: string;

  @Field({ description: 'ALLOWED or REFUSED.' })
  outcome: string;

  @Field(() => String, { nullable: true, description: 'The coded error of a refusal.' })
  reason: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The kind of thing it was done to; without an id, it was done to many or to none.',
  })
  resourceType: string | null;

  @Field(() => ID, { nullable: true, description: 'The thing it was done to.' })
  resourceId: string | null;

  @Field(() => ID, { nullable: true, description: 'The request it was part of.' })
  requestId: string | null;

  @Field(() => JSONObject, { description: 'Ids, codes and counts; never personal data.' })
  detail: JsonObject;

  /** Resolved to `unit`; not part of the schema. */
  unitId: string | null;
}
