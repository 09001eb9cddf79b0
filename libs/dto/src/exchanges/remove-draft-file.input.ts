import { Field, InputType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { IdempotentInput } from '../base/idempotent.input';
import { Id } from '../base/scalars';

/** Takes a file out of a draft. */
@InputType({ description: 'Takes a file out of a draft; what was sent stays.' })
export class RemoveDraftFileInput extends IdempotentInput {
  @Field(() => Id, { description: 'The file.' })
  @IsUUID()
  id: string;
}
