import { LIMITS } from '@soc-coop/contracts';
import { Field, InputType } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsBoolean,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { IdempotentInput } from '../base/idempotent.input';
import { Id, LocalDay, WholeNumber } from '../base/scalars';

/** A set of a few keys is far shorter; what is longer is something else. */
const LONGEST_KEYS = 16_384;

/** A system of an institution that is to speak to the API. */
@InputType({ description: 'A system of an institution that is to speak to the API.' })
export class RegisterPartnerSystemInput extends IdempotentInput {
  @Field({ description: 'What it is called.' })
  @IsString()
  @Length(1, LIMITS.shortText)
  @Matches(/^\S(?:[^\p{Cc}]*\S)?$/u)
  name: string;

  @Field(() => Id, { description: 'The unit it works for: it sees what that unit sees.' })
  @IsUUID()
  unit: string;

  @Field(() => [String], { description: 'Codes of the exchange types it may see.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.pageSize)
  @Matches(/^[A-Z0-9-]{1,20}$/, { each: true })
  types: string[];

  @Field({ description: 'Its public key or keys: a JWK or a JWKS, as text. Never a private one.' })
  @IsString()
  @MaxLength(LONGEST_KEYS)
  publicKeys: string;
}

/** A new key of a system. */
@InputType({ description: 'A new key of a partner system, and how long the present ones are taken.' })
export class ChangePartnerSystemKeyInput extends IdempotentInput {
  @Field(() => Id, { description: 'The system.' })
  @IsUUID()
  id: string;

  @Field(() => WholeNumber, { description: 'The version the caller saw.' })
  @IsInt()
  @Min(1)
  version: number;

  @Field({ description: 'Its new public key or keys: a JWK or a JWKS, as text.' })
  @IsString()
  @MaxLength(LONGEST_KEYS)
  publicKeys: string;

  @Field(() => LocalDay, {
    nullable: true,
    description:
      'The last day the present keys are taken, at most 90 days ahead; at once no more when not given.',
  })
  @IsOptional()
  @IsISO8601({ strict: true })
  presentUntil?: string | null;
}

/** A system switched off, or on again. */
@InputType({ description: 'A partner system switched off, or on again.' })
export class SwitchPartnerSystemInput extends IdempotentInput {
  @Field(() => Id, { description: 'The system.' })
  @IsUUID()
  id: string;

  @Field(() => WholeNumber, { description: 'The version the caller saw.' })
  @IsInt()
  @Min(1)
  version: number;

  @Field({ description: 'False switches it off, and takes its tokens back.' })
  @IsBoolean()
  active: boolean;
}
