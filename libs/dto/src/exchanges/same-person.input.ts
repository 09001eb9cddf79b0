import { LIMITS, SEARCHED_IDENTIFIERS, type SearchedIdentifier } from '@soc-coop/contracts';
import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  ValidateNested,
} from 'class-validator';
import { Id, LocalDay } from '../base/scalars';

/** Most numbers one person is looked for by. */
const MOST_IDENTIFIERS = 10;
const IDENTIFIER_LENGTH = 40;

/** A number of the person, as typed. */
@InputType({ description: 'A number of the person, as typed.' })
export class PersonNumberInput {
  @Field(() => String, { description: 'cnp, egn, lnch or other.' })
  @IsIn(SEARCHED_IDENTIFIERS)
  type: SearchedIdentifier;

  @Field({ description: 'The number; separators do not matter.' })
  @IsString()
  @Length(1, IDENTIFIER_LENGTH)
  value: string;
}

/** The person a new case is about to be opened for, as far as it is typed. */
@InputType({ description: 'The person a new case is about to be opened for, as far as it is typed.' })
export class SamePersonInput {
  @Field(() => [PersonNumberInput], { nullable: true, description: 'Numbers; each alone finds the person.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_IDENTIFIERS)
  @ValidateNested({ each: true })
  @Type(() => PersonNumberInput)
  identifiers?: PersonNumberInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Family name, in either script. Finds together with given name and date of birth.',
  })
  @IsOptional()
  @IsString()
  @Length(0, LIMITS.shortText)
  familyName?: string | null;

  @Field(() => String, { nullable: true, description: 'Given name.' })
  @IsOptional()
  @IsString()
  @Length(0, LIMITS.shortText)
  givenName?: string | null;

  @Field(() => LocalDay, { nullable: true, description: 'Date of birth.' })
  @IsOptional()
  @IsISO8601({ strict: true })
  birthDate?: string | null;

  @Field(() => Id, { nullable: true, description: 'The case being written, which is no other case.' })
  @IsOptional()
  @IsUUID()
  except?: string | null;
}
