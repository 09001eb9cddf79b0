import { Field, InputType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { Id } from '../base/scalars';
import { ExchangeMoveInput, ReasonedMoveInput } from './exchange-move.input';

/** Forwards a request to another unit of the own country. */
@InputType({ description: 'Forwards a request to another unit of the own country.' })
export class ForwardExchangeInput extends ReasonedMoveInput {
  @Field(() => Id, {
    description: 'The unit that is to answer: of the own country, and competent for the type.',
  })
  @IsUUID()
  unit: string;
}

/** Gives an exchange to an officer of the own side. */
@InputType({ description: "Gives an exchange to an officer of the own side's unit." })
export class AssignExchangeInput extends ExchangeMoveInput {
  @Field(() => Id, { description: 'The officer: an active account with a working role in the unit.' })
  @IsUUID()
  handler: string;
}
