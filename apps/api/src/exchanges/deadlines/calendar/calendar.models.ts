import type { CalendarAction, CalendarOrigin, Country, Trilingual } from '@soc-coop/contracts';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CalendarActionEnum, CalendarOriginEnum, CountryEnum, LocalDay } from '@soc-coop/dto';
import { Connection, TrilingualModel } from '../../../platform/graphql';

/** The act a day rests on. */
@ObjectType('CalendarAct', {
  description: 'The act a day of a calendar rests on, in the language of the country.',
})
export class CalendarActModel {
  @Field({ description: 'What it is called.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Its number; null in the published data.' })
  number: string | null;

  @Field(() => LocalDay, { nullable: true, description: 'Its date; null in the published data.' })
  date: string | null;

  @Field(() => String, { nullable: true, description: 'What it says about the day.' })
  text: string | null;
}

/** What is said about a day. */
@ObjectType('CalendarEntry', { description: 'What a calendar says about a day.' })
export class CalendarEntryModel {
  @Field(() => LocalDay, { description: 'The day.' })
  day: string;

  @Field({ description: 'True for a Saturday or Sunday that is worked; false for a day off.' })
  working: boolean;

  @Field(() => TrilingualModel, { description: 'What the day is called.' })
  name: Trilingual;

  @Field(() => CalendarActModel, { description: 'The act it rests on.' })
  act: CalendarActModel;
}

/** A row of a calendar. */
@ObjectType('CalendarDay', { description: 'A day that makes a calendar differ from Monday to Friday.' })
export class CalendarDayModel extends CalendarEntryModel {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => CalendarOriginEnum, { description: 'Where it comes from.' })
  origin: CalendarOrigin;

  @Field(() => Int, { description: 'Pass it back when changing the day.' })
  version: number;
}

/** A year of a calendar. */
@ObjectType('WorkingCalendar', {
  description: 'The days off, and the weekend days worked, of a country in a year.',
})
export class WorkingCalendarModel {
  @Field(() => CountryEnum, { description: 'Whose calendar.' })
  country: Country;

  @Field(() => Int, { description: 'Which year.' })
  year: number;

  @Field(() => [CalendarDayModel], { description: 'By day; empty where the year is not entered yet.' })
  days: readonly CalendarDayModel[];

  @Field({ description: 'True when the viewer may change it.' })
  mayChange: boolean;

  @Field({ description: 'True while open deadlines are being counted anew after the last change.' })
  recalculating: boolean;
}

/** What was done to a calendar. */
@ObjectType('CalendarChange', { description: 'What was done to a calendar, by whom, by which act and why.' })
export class CalendarChangeModel {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => CountryEnum, { description: 'Whose calendar.' })
  country: Country;

  @Field(() => CalendarActionEnum, { description: 'What was done.' })
  action: CalendarAction;

  @Field(() => CalendarEntryModel, {
    nullable: true,
    description: 'What it said before; null where a day was added.',
  })
  before: CalendarEntryModel | null;

  @Field(() => CalendarEntryModel, {
    nullable: true,
    description: 'What it says now; null where a day was removed.',
  })
  after: CalendarEntryModel | null;

  @Field(() => CalendarActModel, { description: 'The act the change rests on.' })
  act: CalendarActModel;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason: string | null;

  @Field({ description: 'When.' })
  at: Date;

  @Field(() => Int, { description: 'How many open deadlines it has moved so far.' })
  moved: number;

  @Field({ description: 'True once all open deadlines it touches are counted anew.' })
  finished: boolean;

  /** Who did it; the field `account` resolves it. */
  accountId: string;
  /** For which unit; the field `unit` resolves it. */
  unitId: string;
}

/** A page of what was done to a calendar. */
@ObjectType('CalendarChangeConnection', { description: 'A page of what was done to a calendar.' })
export class CalendarChangeConnection extends Connection(CalendarChangeModel, 'CalendarChange') {}

/** A due day that moved with its calendar. */
@ObjectType('DeadlineChange', {
  description: 'A due day that moved because the calendar of the replying country changed; an appended fact.',
})
export class DeadlineChangeModel {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'When.' })
  at: Date;

  @Field(() => LocalDay, { description: 'The due day before.' })
  from: string;

  @Field(() => LocalDay, { description: 'The due day since.' })
  to: string;

  @Field(() => CalendarEntryModel, {
    description: 'The day of the calendar that was added, changed or removed.',
  })
  entry: CalendarEntryModel;

  @Field(() => CalendarActModel, { description: 'The act the change rests on.' })
  act: CalendarActModel;
}
