import { CONTACT_POINT_KINDS, type ContactPointKind, LIMITS } from '@soc-coop/contracts';
import { Field, InputType } from '@nestjs/graphql';
import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';

/** One way to reach a unit. */
@InputType({ description: 'One way to reach a unit: an office, never a person.' })
export class ContactPointInput {
  @Field(() => String, { description: 'PHONE, EMAIL, SITE, ADDRESS or FAX.' })
  @IsIn(CONTACT_POINT_KINDS)
  kind: ContactPointKind;

  @Field({ description: 'The number, address or link itself.' })
  @IsString()
  @Length(1, LIMITS.shortText)
  value: string;

  @Field(() => String, { nullable: true, description: 'E.g. opening hours.' })
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.shortText)
  note?: string | null;
}
