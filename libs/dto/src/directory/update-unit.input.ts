import { LIMITS, LOCALES, type Locale } from '@soc-coop/contracts';
import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { LocaleEnum } from '../base/enums';
import { IdempotentInput } from '../base/idempotent.input';
import { Id, WholeNumber } from '../base/scalars';
import { TrilingualInput } from '../base/trilingual.input';
import { IsUndefinable } from '../base/undefinable';
import { ContactPointInput } from './contact-point.input';

/** What changes in a unit; what is left out stays as it is, a given list replaces the old one. */
@InputType({
  description: 'What changes in a unit; what is left out stays as it is, a given list replaces the old one.',
})
export class UpdateUnitInput extends IdempotentInput {
  @Field(() => Id, { description: 'The unit.' })
  @IsUUID()
  id: string;

  @Field(() => WholeNumber, { description: 'The version the caller saw.' })
  @IsInt()
  @Min(1)
  version: number;

  @Field(() => Id, {
    nullable: true,
    description: 'The unit above it; null puts it at the top of its country.',
  })
  @IsOptional()
  @IsUUID()
  parent?: string | null;

  @Field(() => TrilingualInput, { nullable: true, description: 'Full name.' })
  @IsUndefinable()
  @ValidateNested()
  @Type(() => TrilingualInput)
  name?: TrilingualInput;

  @Field(() => TrilingualInput, { nullable: true, description: 'Short name, as on lists.' })
  @IsUndefinable()
  @ValidateNested()
  @Type(() => TrilingualInput)
  shortName?: TrilingualInput;

  @Field(() => [Id], { nullable: true, description: 'Codes of the counties or districts it serves.' })
  @IsUndefinable()
  @ArrayMaxSize(LIMITS.inputList)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(10, { each: true })
  territories?: string[];

  @Field(() => [String], { nullable: true, description: 'Codes of the exchange types it handles.' })
  @IsUndefinable()
  @ArrayMaxSize(LIMITS.inputList)
  @ArrayUnique()
  @Matches(/^[A-Z0-9]{2,10}$/, { each: true })
  competences?: string[];

  @Field(() => [LocaleEnum], { nullable: true, description: 'Languages its staff works in.' })
  @IsUndefinable()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(LOCALES, { each: true })
  languages?: Locale[];

  @Field(() => [ContactPointInput], { nullable: true, description: 'Ways to reach it.' })
  @IsUndefinable()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ContactPointInput)
  contactPoints?: ContactPointInput[];

  @Field(() => Boolean, { nullable: true, description: 'False when it receives no new exchanges any more.' })
  @IsUndefinable()
  @IsBoolean()
  active?: boolean;
}
