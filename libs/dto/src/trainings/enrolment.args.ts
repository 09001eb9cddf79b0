import { LIMITS } from '@soc-coop/contracts';
import { ArgsType, Field } from '@nestjs/graphql';
import { IsString, IsUUID, Length, Matches } from 'class-validator';
import { Id } from '../base/scalars';

/** The session somebody enrols in or cancels. */
@ArgsType()
export class EnrolmentArgs {
  @Field(() => Id, { description: 'The training session.' })
  @IsUUID()
  session: string;

  @Field({ description: 'Made by the caller, new for every act.' })
  @IsString()
  @Length(1, LIMITS.idempotencyKey)
  @Matches(/^[\x21-\x7e]+$/)
  idempotencyKey: string;
}
