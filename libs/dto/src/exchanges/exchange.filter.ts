import { EXCHANGE_STATES, type ExchangeState, LIMITS } from '@soc-coop/contracts';
import { Field, InputType } from '@nestjs/graphql';
import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { ExchangeStateEnum } from '../base/enums';
import { Id } from '../base/scalars';

/** Narrows a list of exchanges; everything given must hold. */
@InputType({ description: 'Narrows a list of exchanges; everything given must hold.' })
export class ExchangeFilter {
  @Field(() => String, { nullable: true, description: 'Code of the exchange type.' })
  @IsOptional()
  @Matches(/^[A-Z0-9]{2,10}$/)
  type?: string | null;

  @Field(() => ExchangeStateEnum, { nullable: true, description: 'The state it is in.' })
  @IsOptional()
  @IsIn(EXCHANGE_STATES)
  state?: ExchangeState | null;

  @Field(() => String, {
    nullable: true,
    description: "The number, or part of the person's name in either script.",
  })
  @IsOptional()
  @IsString()
  @Length(0, LIMITS.shortText)
  text?: string | null;

  @Field(() => Id, { nullable: true, description: 'The unit on the other side.' })
  @IsOptional()
  @IsUUID()
  unit?: string | null;
}
