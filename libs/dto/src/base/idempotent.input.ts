import { LIMITS } from '@soc-coop/contracts';
import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { IsString, Length, Matches } from 'class-validator';

/** What every input of a mutation carries. */
@InputType({ isAbstract: true })
export abstract class IdempotentInput {
  @Field({
    description:
      'Made by the caller, new for every act: the same key with the same input gets the first answer again.',
  })
  @IsString()
  @Length(1, LIMITS.idempotencyKey)
  @Matches(/^[\x21-\x7e]+$/)
  idempotencyKey: string;
}

/** The same for mutations whose few arguments stand by themselves. */
@ArgsType()
export abstract class IdempotentArgs {
  @Field({ description: 'Made by the caller, new for every act.' })
  @IsString()
  @Length(1, LIMITS.idempotencyKey)
  @Matches(/^[\x21-\x7e]+$/)
  idempotencyKey: string;
}
