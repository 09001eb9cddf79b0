import { COUNTRIES, type Country } from '@soc-coop/contracts';
import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { IsBoolean, IsIn, IsInt, IsISO8601, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { CountryEnum } from '../base/enums';
import { PageArgs } from '../base/page.args';
import { Id, LocalDay, WholeNumber } from '../base/scalars';

/** Which year of which calendar. */
@ArgsType()
export class CalendarArgs {
  @Field(() => CountryEnum, { description: 'Whose calendar.' })
  @IsIn(COUNTRIES)
  country: Country;

  @Field(() => WholeNumber, { description: 'Which year.' })
  @IsInt()
  @Min(2000)
  @Max(2100)
  year: number;
}

/** Which page of the history of which calendar. */
@ArgsType()
export class CalendarChangesArgs extends PageArgs {
  @Field(() => CountryEnum, { description: 'Whose calendar.' })
  @IsIn(COUNTRIES)
  country: Country;
}

/** A change of a calendar that is only being thought about. */
@InputType({ description: 'A change of a calendar that is only being thought about.' })
export class CalendarPreviewInput {
  @Field(() => CountryEnum, { description: 'Whose calendar.' })
  @IsIn(COUNTRIES)
  country: Country;

  @Field(() => Id, {
    nullable: true,
    description: 'The row that changes or goes; none where a day is added.',
  })
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @Field(() => LocalDay, { nullable: true, description: 'The day that comes; none where a row goes.' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  day?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True where the day that comes is worked.' })
  @IsOptional()
  @IsBoolean()
  working?: boolean | null;
}
