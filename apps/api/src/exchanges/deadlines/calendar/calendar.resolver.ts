import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AddCalendarDayInput,
  CalendarArgs,
  CalendarChangesArgs,
  CalendarPreviewInput,
  ChangeCalendarDayInput,
  RemoveCalendarDayInput,
} from '@soc-coop/dto';
import { AccountLoader, AccountModel } from '../../../access';
import { UnitLoader, UnitModel } from '../../../directory';
import { type Actor, CurrentActor } from '../../../platform/context';
import { CappedCount, type GraphqlContext, toConnection } from '../../../platform/graphql';
import { CalendarChangeConnection, CalendarChangeModel, WorkingCalendarModel } from './calendar.models';
import { CalendarsService } from './calendars.service';
import { ManageCalendarService } from './manage-calendar.service';

/** The calendars' questions and changes. */
@Resolver(() => CalendarChangeModel)
export class CalendarResolver {
  constructor(
    private readonly calendars: CalendarsService,
    private readonly manage: ManageCalendarService,
    private readonly accounts: AccountLoader,
    private readonly units: UnitLoader,
  ) {}

  @Query(() => WorkingCalendarModel, { description: 'A year of the working calendar of a country.' })
  async workingCalendar(
    @CurrentActor() actor: Actor,
    @Args() { country, year }: CalendarArgs,
  ): Promise<WorkingCalendarModel> {
    return this.calendars.year(actor, country, year);
  }

  @Query(() => CalendarChangeConnection, { description: 'What was done to a calendar, the newest first.' })
  async calendarChanges(
    @CurrentActor() actor: Actor,
    @Args() { country, ...page }: CalendarChangesArgs,
  ): Promise<CalendarChangeConnection> {
    return toConnection(await this.calendars.history(actor, country, page));
  }

  @Query(() => CappedCount, {
    description: 'How many open deadlines a change of the calendar would move; changes nothing.',
  })
  async calendarPreview(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The change that is thought about.' }) input: CalendarPreviewInput,
  ): Promise<CappedCount> {
    return this.calendars.preview(actor, input);
  }

  @Mutation(() => CalendarChangeModel, {
    description: 'Adds a day to the calendar of the own country; open deadlines it touches are counted anew.',
  })
  async addCalendarDay(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The day and its act.' }) input: AddCalendarDayInput,
  ): Promise<CalendarChangeModel> {
    return this.calendars.changeById(actor, await this.manage.add(actor, input));
  }

  @Mutation(() => CalendarChangeModel, {
    description:
      'Puts a day of the own country’s calendar right; open deadlines it touches are counted anew.',
  })
  async changeCalendarDay(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The day as it should be, and the act.' }) input: ChangeCalendarDayInput,
  ): Promise<CalendarChangeModel> {
    return this.calendars.changeById(actor, await this.manage.change(actor, input));
  }

  @Mutation(() => CalendarChangeModel, {
    description: 'Takes a day from the own country’s calendar; open deadlines it touches are counted anew.',
  })
  async removeCalendarDay(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The day, and the act that takes it away.' }) input: RemoveCalendarDayInput,
  ): Promise<CalendarChangeModel> {
    return this.calendars.changeById(actor, await this.manage.remove(actor, input));
  }

  @ResolveField(() => AccountModel, { nullable: true, description: 'Who did it.' })
  async account(
    @Parent() { accountId }: CalendarChangeModel,
    @Context() context: GraphqlContext,
  ): Promise<AccountModel | null> {
    return this.accounts.find(context, accountId);
  }

  @ResolveField(() => UnitModel, { description: 'For which unit.' })
  async unit(
    @Parent() { unitId }: CalendarChangeModel,
    @Context() context: GraphqlContext,
  ): Promise<UnitModel> {
    return this.units.get(context, unitId);
  }
}
