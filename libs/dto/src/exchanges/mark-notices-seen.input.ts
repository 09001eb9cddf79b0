import { Field, InputType } from '@nestjs/graphql';
import { IsDate } from 'class-validator';
import { IdempotentInput } from '../base/idempotent.input';

/** Marks notices as seen. */
@InputType({ description: 'Marks notices as seen for the whole unit.' })
export class MarkNoticesSeenInput extends IdempotentInput {
  @Field({ description: 'The instant of the newest notice that was shown.' })
  @IsDate()
  upTo: Date;
}
