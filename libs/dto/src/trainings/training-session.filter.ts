import { Field, InputType } from '@nestjs/graphql';
import { IsBoolean, IsISO8601, IsOptional, IsUUID } from 'class-validator';
import { Id, LocalDay } from '../base/scalars';

/** Which training sessions are looked for. */
@InputType({ description: 'Which training sessions are looked for; conditions are combined with "and".' })
export class TrainingSessionFilter {
  @Field(() => Id, { nullable: true, description: 'Only sessions of this course.' })
  @IsOptional()
  @IsUUID()
  course?: string | null;

  @Field(() => LocalDay, {
    nullable: true,
    description: 'Only sessions that end on this day or later; today when not given.',
  })
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string | null;

  @Field(() => Id, { nullable: true, description: 'Only sessions this unit organises.' })
  @IsOptional()
  @IsUUID()
  unit?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only sessions the caller is enrolled in.' })
  @IsOptional()
  @IsBoolean()
  mine?: boolean | null;
}
