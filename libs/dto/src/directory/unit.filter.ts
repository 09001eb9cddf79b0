import { COUNTRIES, type Country, LIMITS } from '@soc-coop/contracts';
import { Field, InputType } from '@nestjs/graphql';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { CountryEnum } from '../base/enums';
import { Id } from '../base/scalars';

/** Which units are looked for. */
@InputType({ description: 'Which units are looked for; conditions are combined with "and".' })
export class UnitFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words of a name, a short name or a place, in either script and with or without diacritics.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.shortText)
  text?: string | null;

  @Field(() => CountryEnum, { nullable: true, description: 'Only units of this country.' })
  @IsOptional()
  @IsIn(COUNTRIES)
  country?: Country | null;

  @Field(() => Id, {
    nullable: true,
    description: 'Only units that serve this county or district (its code).',
  })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  territory?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only units that handle this type of exchange (its code).',
  })
  @IsOptional()
  @Matches(/^[A-Z0-9]{2,10}$/)
  competence?: string | null;

  @Field(() => Id, { nullable: true, description: 'Only units directly below this one.' })
  @IsOptional()
  @IsUUID()
  parent?: string | null;
}
