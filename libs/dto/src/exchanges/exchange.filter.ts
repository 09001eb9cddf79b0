import {
  EXCHANGE_HANDLERS,
  EXCHANGE_STATES,
  type ExchangeHandler,
  type ExchangeState,
  LIMITS,
  LIST_LIMITS,
  URGENCIES,
  type Urgency,
} from '@soc-coop/contracts';
import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { ExchangeHandlerEnum, ExchangeStateEnum, UrgencyEnum } from '../base/enums';
import { Id, LocalDay, WholeNumber } from '../base/scalars';

/** A day as lists take it: no time, no zone, no year the database could not hold. */
const DAY = /^[12]\d{3}-\d{2}-\d{2}$/;

/**
 * Everything a list can be narrowed to but words: codes, days and counts, so that it may stand in addresses and saved
 * views, where names and numbers of persons must not.
 */
@InputType({ isAbstract: true })
export abstract class ExchangeNarrowing {
  @Field(() => String, { nullable: true, description: 'Code of the exchange type.' })
  @IsOptional()
  @Matches(/^[A-Z0-9]{2,10}$/)
  type?: string | null;

  @Field(() => ExchangeStateEnum, { nullable: true, description: 'The state it is in.' })
  @IsOptional()
  @IsIn(EXCHANGE_STATES)
  state?: ExchangeState | null;

  @Field(() => Id, { nullable: true, description: 'The unit on the other side.' })
  @IsOptional()
  @IsUUID()
  unit?: string | null;

  @Field(() => UrgencyEnum, { nullable: true, description: 'So urgent, or more.' })
  @IsOptional()
  @IsIn(URGENCIES)
  urgency?: Urgency | null;

  @Field(() => ExchangeHandlerEnum, {
    nullable: true,
    description: "Who is in charge on the viewer's side; on the replier's for those who stand on neither.",
  })
  @IsOptional()
  @IsIn(EXCHANGE_HANDLERS)
  handler?: ExchangeHandler | null;

  @Field(() => LocalDay, { nullable: true, description: 'Due on this day or later.' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  dueFrom?: string | null;

  @Field(() => LocalDay, { nullable: true, description: 'Due on this day or earlier.' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  dueTo?: string | null;

  @Field(() => LocalDay, { nullable: true, description: 'Sent on this day or later; leaves drafts out.' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  sentFrom?: string | null;

  @Field(() => LocalDay, { nullable: true, description: 'Sent on this day or earlier; leaves drafts out.' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  sentTo?: string | null;

  @Field(() => WholeNumber, {
    nullable: true,
    description: 'Has stood in its state for more than so many days.',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LIST_LIMITS.waitingDays)
  waitingDays?: number | null;
}

/** Narrows a list of exchanges; everything given must hold. */
@InputType({ description: 'Narrows a list of exchanges; everything given must hold.' })
export class ExchangeFilter extends ExchangeNarrowing {
  @Field(() => String, {
    nullable: true,
    description: "The number, or part of the person's name in either script.",
  })
  @IsOptional()
  @IsString()
  @Length(0, LIMITS.shortText)
  text?: string | null;
}
