import { CALENDAR_LIMITS, COUNTRIES, type Country, LIMITS } from '@soc-coop/contracts';
import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { CountryEnum } from '../base/enums';
import { IdempotentInput } from '../base/idempotent.input';
import { Id, LocalDay, WholeNumber } from '../base/scalars';
import { TrilingualInput } from '../base/trilingual.input';

/** A day as the calendar takes it: no time, no zone. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The act a change of the calendar rests on. */
@InputType({ description: 'The act a change of the calendar rests on, in the language of the country.' })
export class CalendarActInput {
  @Field({ description: 'What it is called.' })
  @IsString()
  @Length(1, LIMITS.shortText)
  title: string;

  @Field({ description: 'Its number.' })
  @IsString()
  @Length(1, 60)
  number: string;

  @Field(() => LocalDay, { description: 'Its date.' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  date: string;

  @Field({ description: 'What it says about the day.' })
  @IsString()
  @Length(1, CALENDAR_LIMITS.actText)
  text: string;
}

/** What every change of a calendar carries. */
@InputType({ isAbstract: true })
abstract class CalendarChangeInput extends IdempotentInput {
  @Field(() => CalendarActInput, { description: 'The act it rests on.' })
  @ValidateNested()
  @Type(() => CalendarActInput)
  act: CalendarActInput;

  @Field(() => String, {
    nullable: true,
    description: 'Why; required for a change, a removal, and a day more than 30 days back.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.shortText)
  reason?: string | null;
}

/** What a day of a calendar says. */
@InputType({ isAbstract: true })
abstract class CalendarDayInput extends CalendarChangeInput {
  @Field(() => LocalDay, { description: 'The day.' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  day: string;

  @Field({ description: 'True for a Saturday or Sunday that is worked; false for a day off.' })
  @IsBoolean()
  working: boolean;

  @Field(() => TrilingualInput, { description: 'What the day is called.' })
  @ValidateNested()
  @Type(() => TrilingualInput)
  name: TrilingualInput;
}

/** A new day of a calendar. */
@InputType({ description: 'A day off, or a weekend day worked in exchange for another one.' })
export class AddCalendarDayInput extends CalendarDayInput {
  @Field(() => CountryEnum, { description: 'Whose calendar; the own country.' })
  @IsIn(COUNTRIES)
  country: Country;
}

/** A day of a calendar, put right. */
@InputType({ description: 'A day of a calendar, put right; what it said before stays in the history.' })
export class ChangeCalendarDayInput extends CalendarDayInput {
  @Field(() => Id, { description: 'The row of the calendar.' })
  @IsUUID()
  id: string;

  @Field(() => WholeNumber, { description: 'The version that was read.' })
  @IsInt()
  @Min(1)
  version: number;
}

/** A day of a calendar, taken away. */
@InputType({ description: 'A day of a calendar, taken away; it stays in the history.' })
export class RemoveCalendarDayInput extends CalendarChangeInput {
  @Field(() => Id, { description: 'The row of the calendar.' })
  @IsUUID()
  id: string;

  @Field(() => WholeNumber, { description: 'The version that was read.' })
  @IsInt()
  @Min(1)
  version: number;
}
