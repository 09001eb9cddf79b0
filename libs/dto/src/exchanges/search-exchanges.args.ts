import { EXCHANGE_STATES, type ExchangeState, LIMITS } from '@soc-coop/contracts';
import { ArgsType, Field } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
} from 'class-validator';
import { ExchangeStateEnum } from '../base/enums';
import { PageArgs } from '../base/page.args';
import { Id, LocalDay } from '../base/scalars';

/** Longest number a person is looked for by, separators included. */
const IDENTIFIER_LENGTH = 40;

/** What exchanges are searched by; everything given must hold. */
@ArgsType()
export class SearchExchangesArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Up to eight words in either script: number or part of it, names, file number, type, the other office. Every word must match. Pass it as a variable.',
  })
  @IsOptional()
  @IsString()
  @Length(0, LIMITS.shortText)
  query?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The whole of a person's number (CNP, EGN, LNCh or another). Pass it as a variable, never in an address or in the text of the query.",
  })
  @IsOptional()
  @IsString()
  @Length(0, IDENTIFIER_LENGTH)
  identifier?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the exchange type.' })
  @IsOptional()
  @Matches(/^[A-Z0-9]{2,10}$/)
  type?: string | null;

  @Field(() => [ExchangeStateEnum], {
    nullable: true,
    description: 'One of these states; any when not given.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(EXCHANGE_STATES.length)
  @IsIn(EXCHANGE_STATES, { each: true })
  states?: ExchangeState[] | null;

  @Field(() => Id, { nullable: true, description: 'The unit on the other side.' })
  @IsOptional()
  @IsUUID()
  unit?: string | null;

  @Field(() => LocalDay, { nullable: true, description: 'Sent on this day or later; leaves drafts out.' })
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string | null;

  @Field(() => LocalDay, { nullable: true, description: 'Sent on this day or earlier; leaves drafts out.' })
  @IsOptional()
  @IsISO8601({ strict: true })
  to?: string | null;
}
