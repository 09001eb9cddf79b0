import { ArgsType, Field } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { PageArgs } from '../base/page.args';
import { TrainingSessionFilter } from './training-session.filter';

/** Which page of which training sessions is asked for. */
@ArgsType()
export class TrainingSessionsArgs extends PageArgs {
  @Field(() => TrainingSessionFilter, { nullable: true, description: 'Which sessions are looked for.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => TrainingSessionFilter)
  filter?: TrainingSessionFilter | null;
}
