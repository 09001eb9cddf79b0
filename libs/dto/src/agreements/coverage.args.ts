import { ArgsType, Field } from '@nestjs/graphql';
import { IsISO8601, IsOptional, IsUUID, Matches } from 'class-validator';
import { Id, LocalDay } from '../base/scalars';

/** The case a coverage question is about. */
@ArgsType()
export class CoverageArgs {
  @Field({ description: 'Code of the exchange type.' })
  @Matches(/^[A-Z0-9]{2,10}$/)
  type: string;

  @Field(() => Id, { description: 'The unit that asks.' })
  @IsUUID()
  requestingUnit: string;

  @Field(() => Id, { description: 'The unit that answers.' })
  @IsUUID()
  replyingUnit: string;

  @Field(() => LocalDay, { nullable: true, description: 'The day of the act; today when not given.' })
  @IsOptional()
  @IsISO8601({ strict: true })
  date?: string | null;
}
