import { COUNTRIES, type Country, LIMITS, LOCALES, type Locale } from '@soc-coop/contracts';
import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { CountryEnum, LocaleEnum } from '../base/enums';
import { IdempotentInput } from '../base/idempotent.input';
import { Id } from '../base/scalars';
import { TrilingualInput } from '../base/trilingual.input';
import { ContactPointInput } from './contact-point.input';

/** A new unit of the directory. */
@InputType({ description: 'A new unit of the directory.' })
export class CreateUnitInput extends IdempotentInput {
  @Field({ description: 'Short code without spaces that stays for ever, e.g. RO-AJPIS-CT.' })
  @Matches(/^[A-Z]{2}-[A-Za-z0-9-]{1,40}$/)
  code: string;

  @Field(() => CountryEnum, { description: 'The country it belongs to; that of its parent.' })
  @IsIn(COUNTRIES)
  country: Country;

  @Field({ description: 'Code of its kind, e.g. COUNTY_AGENCY.' })
  @Matches(/^[A-Z_]{2,40}$/)
  kind: string;

  @Field(() => Id, { nullable: true, description: 'The unit above it.' })
  @IsOptional()
  @IsUUID()
  parent?: string | null;

  @Field(() => TrilingualInput, { description: 'Full name.' })
  @ValidateNested()
  @Type(() => TrilingualInput)
  name: TrilingualInput;

  @Field(() => TrilingualInput, { description: 'Short name, as on lists.' })
  @ValidateNested()
  @Type(() => TrilingualInput)
  shortName: TrilingualInput;

  @Field(() => [Id], { description: 'Codes of the counties or districts it serves.' })
  @ArrayMaxSize(LIMITS.inputList)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(10, { each: true })
  territories: string[];

  @Field(() => [String], { description: 'Codes of the exchange types it handles.' })
  @ArrayMaxSize(LIMITS.inputList)
  @ArrayUnique()
  @Matches(/^[A-Z0-9]{2,10}$/, { each: true })
  competences: string[];

  @Field(() => [LocaleEnum], { description: 'Languages its staff works in.' })
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(LOCALES, { each: true })
  languages: Locale[];

  @Field(() => [ContactPointInput], { description: 'Ways to reach it.' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ContactPointInput)
  contactPoints: ContactPointInput[];
}
