import { LIMITS, URGENCIES, type Urgency } from '@soc-coop/contracts';
import { Field, InputType } from '@nestjs/graphql';
import { IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Min } from 'class-validator';
import { UrgencyEnum } from '../base/enums';
import { IdempotentInput } from '../base/idempotent.input';
import { Id, JsonObjectValue, WholeNumber } from '../base/scalars';

/** What a request is made of while it is being written; every part may still be missing. */
@InputType({ isAbstract: true })
abstract class RequestDraftInput extends IdempotentInput {
  @Field(() => Id, { nullable: true, description: 'The unit that is asked.' })
  @IsOptional()
  @IsUUID()
  replyingUnit?: string | null;

  @Field(() => UrgencyEnum, { nullable: true, description: 'NORMAL when not given.' })
  @IsOptional()
  @IsIn(URGENCIES)
  urgency?: Urgency | null;

  @Field(() => String, { nullable: true, description: 'Why it is urgent; needed unless NORMAL.' })
  @IsOptional()
  @IsString()
  @Length(0, LIMITS.shortText)
  urgencyReason?: string | null;

  @Field(() => String, { nullable: true, description: "The file number in the asking unit's own register." })
  @IsOptional()
  @IsString()
  @Length(0, 60)
  nationalFileNumber?: string | null;

  @Field(() => JsonObjectValue, {
    nullable: true,
    description: "The questions, shaped by the request part of the type's form.",
  })
  @IsOptional()
  @IsObject()
  content?: Record<string, unknown> | null;

  @Field(() => JsonObjectValue, {
    nullable: true,
    description: 'The person the exchange is about, shaped by the common person form.',
  })
  @IsOptional()
  @IsObject()
  subject?: Record<string, unknown> | null;
}

/** Opens an exchange as a draft. */
@InputType({ description: 'Opens an exchange as a draft of the acting unit.' })
export class OpenExchangeInput extends RequestDraftInput {
  @Field({ description: 'Code of the exchange type, e.g. EX02.' })
  @Matches(/^[A-Z0-9]{2,10}$/)
  type: string;
}

/** Saves the draft of a request. */
@InputType({ description: 'Saves the draft of a request; incomplete content is allowed.' })
export class SaveExchangeDraftInput extends RequestDraftInput {
  @Field(() => Id, { description: 'The exchange.' })
  @IsUUID()
  id: string;

  @Field(() => WholeNumber, { description: 'The version the officer saw; a newer one is a conflict.' })
  @IsInt()
  @Min(1)
  version: number;
}
