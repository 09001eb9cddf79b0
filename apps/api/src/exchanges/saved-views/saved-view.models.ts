import type {
  ExchangeHandler,
  ExchangeQueue,
  ExchangeSort,
  ExchangeState,
  ListColumn,
  Urgency,
} from '@soc-coop/contracts';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  ExchangeHandlerEnum,
  ExchangeQueueEnum,
  ExchangeSortEnum,
  ExchangeStateEnum,
  ListColumnEnum,
  LocalDay,
  UrgencyEnum,
} from '@soc-coop/dto';

/** What a saved view is narrowed to. */
@ObjectType('SavedViewFilter', { description: 'What a saved view is narrowed to: codes, days and counts.' })
export class SavedViewFilterModel {
  @Field(() => String, { nullable: true, description: 'Code of the exchange type.' })
  type: string | null;

  @Field(() => ExchangeStateEnum, { nullable: true, description: 'The state it is in.' })
  state: ExchangeState | null;

  @Field(() => ID, { nullable: true, description: 'The unit on the other side.' })
  unit: string | null;

  @Field(() => UrgencyEnum, { nullable: true, description: 'So urgent, or more.' })
  urgency: Urgency | null;

  @Field(() => ExchangeHandlerEnum, { nullable: true, description: "Who is in charge on the viewer's side." })
  handler: ExchangeHandler | null;

  @Field(() => LocalDay, { nullable: true, description: 'Due on this day or later.' })
  dueFrom: string | null;

  @Field(() => LocalDay, { nullable: true, description: 'Due on this day or earlier.' })
  dueTo: string | null;

  @Field(() => LocalDay, { nullable: true, description: 'Sent on this day or later.' })
  sentFrom: string | null;

  @Field(() => LocalDay, { nullable: true, description: 'Sent on this day or earlier.' })
  sentTo: string | null;

  @Field(() => Int, { nullable: true, description: 'In its state for more than so many days.' })
  waitingDays: number | null;
}

/** A list under a name. */
@ObjectType('SavedView', {
  description: 'A list of exchanges under a name: the own ones, and those of the unit.',
})
export class SavedViewModel {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => ExchangeQueueEnum, { description: 'Which queue.' })
  queue: ExchangeQueue;

  @Field(() => SavedViewFilterModel, { description: 'What it is narrowed to.' })
  filter: SavedViewFilterModel;

  @Field(() => ExchangeSortEnum, {
    nullable: true,
    description: "By what it goes; null for the queue's own way.",
  })
  sort: ExchangeSort | null;

  @Field(() => [ListColumnEnum], { description: 'The columns beside the number, in order.' })
  columns: ListColumn[];

  @Field(() => Int, { description: 'Rows of a page.' })
  pageSize: number;

  @Field({ description: 'True where the whole unit has it.' })
  shared: boolean;

  @Field({ description: 'True where the viewer made it and may change it.' })
  own: boolean;

  @Field(() => Int, { description: 'Pass it back with a change: a newer one is a conflict.' })
  version: number;
}
