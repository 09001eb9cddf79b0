import {
  EXCHANGE_QUEUES,
  EXCHANGE_SORTS,
  type ExchangeQueue,
  type ExchangeSort,
  LIST_COLUMNS,
  LIST_LIMITS,
  type ListColumn,
  PAGE_SIZES,
} from '@soc-coop/contracts';
import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { ExchangeQueueEnum, ExchangeSortEnum, ListColumnEnum } from '../base/enums';
import { IdempotentInput } from '../base/idempotent.input';
import { Id, WholeNumber } from '../base/scalars';
import { ExchangeNarrowing } from './exchange.filter';

/** What a saved view is narrowed to. */
@InputType({ description: 'What a saved view is narrowed to: codes, days and counts, never words.' })
export class SavedViewFilterInput extends ExchangeNarrowing {}

/** What a saved view shows. */
@InputType({ isAbstract: true })
abstract class SavedViewContent extends IdempotentInput {
  @Field({ description: 'Its name: no numbers of cases or persons.' })
  @IsString()
  @Length(1, LIST_LIMITS.viewName)
  @Matches(/^\S(?:[^\p{Cc}]*\S)?$/u)
  name: string;

  @Field(() => ExchangeQueueEnum, { description: 'Which queue.' })
  @IsIn(EXCHANGE_QUEUES)
  queue: ExchangeQueue;

  @Field(() => SavedViewFilterInput, { description: 'What it is narrowed to.' })
  @ValidateNested()
  @Type(() => SavedViewFilterInput)
  filter: SavedViewFilterInput;

  @Field(() => ExchangeSortEnum, {
    nullable: true,
    description: "By what it goes; else the queue's own way.",
  })
  @IsOptional()
  @IsIn(EXCHANGE_SORTS)
  sort?: ExchangeSort | null;

  @Field(() => [ListColumnEnum], { description: 'The columns beside the number, in order.' })
  @IsArray()
  @ArrayMaxSize(LIST_COLUMNS.length)
  @ArrayUnique()
  @IsIn(LIST_COLUMNS, { each: true })
  columns: ListColumn[];

  @Field(() => WholeNumber, { description: `Rows of a page: ${PAGE_SIZES.join(', ')}.` })
  @IsIn(PAGE_SIZES)
  pageSize: number;

  @Field({ description: 'True for the whole unit: unit coordinators may.' })
  @IsBoolean()
  shared: boolean;
}

/** Keeps a list under a name. */
@InputType({ description: 'Keeps a list under a name.' })
export class CreateSavedViewInput extends SavedViewContent {}

/** Changes a saved view: its name, or all it shows. */
@InputType({ description: 'Changes a saved view: its name, or all it shows.' })
export class UpdateSavedViewInput extends SavedViewContent {
  @Field(() => Id, { description: 'The view.' })
  @IsUUID()
  id: string;

  @Field(() => WholeNumber, { description: 'The version that was seen; a newer one is a conflict.' })
  @IsInt()
  @Min(1)
  version: number;
}

/** Removes a saved view. */
@InputType({ description: 'Removes a saved view.' })
export class RemoveSavedViewInput extends IdempotentInput {
  @Field(() => Id, { description: 'The view.' })
  @IsUUID()
  id: string;
}
