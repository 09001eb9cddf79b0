import {
  COMPLETENESS,
  type Completeness,
  LIMITS,
  QUALITY_MARKS,
  type QualityMark,
} from '@soc-coop/contracts';
import { Field, InputType } from '@nestjs/graphql';
import { IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Min } from 'class-validator';
import { IdempotentInput } from '../base/idempotent.input';
import { Id, JsonObjectValue, WholeNumber } from '../base/scalars';

/** A move on an exchange: which one, which version of it was seen, and an optional remark. */
@InputType({ description: 'A move on an exchange that needs no reason.' })
export class ExchangeMoveInput extends IdempotentInput {
  @Field(() => Id, { description: 'The exchange.' })
  @IsUUID()
  id: string;

  @Field(() => WholeNumber, { description: 'The version the officer saw; a newer one is a conflict.' })
  @IsInt()
  @Min(1)
  version: number;

  @Field(() => String, {
    nullable: true,
    description: 'A remark for both sides, in the language of the author.',
  })
  @IsOptional()
  @IsString()
  @Length(0, LIMITS.freeText)
  note?: string | null;
}

/** A move that must say why, from a coded list. */
@InputType({ description: 'A move on an exchange that must say why.' })
export class ReasonedMoveInput extends ExchangeMoveInput {
  @Field({ description: "Code from the move's list of reasons; 99 (other) needs a note." })
  @Matches(/^\d{2}$/)
  reasonCode: string;
}

/** Saves the draft of an answer. */
@InputType({ description: 'Saves the draft of an answer; incomplete content is allowed.' })
export class SaveAnswerDraftInput extends IdempotentInput {
  @Field(() => Id, { description: 'The exchange.' })
  @IsUUID()
  id: string;

  @Field(() => WholeNumber, {
    description: 'The version of the answer draft that was seen; 0 when there was none yet.',
  })
  @IsInt()
  @Min(0)
  version: number;

  @Field(() => JsonObjectValue, { description: "The answers, shaped by the answer part of the type's form." })
  @IsObject()
  content: Record<string, unknown>;

  @Field(() => String, {
    nullable: true,
    description:
      'FULL, PART or NEG, once it is chosen. Without this, the quality and the note what was saved stays.',
  })
  @IsOptional()
  @IsIn(COMPLETENESS)
  completeness?: Completeness | null;

  @Field(() => String, { nullable: true, description: 'On what the answer rests, once it is chosen.' })
  @IsOptional()
  @IsIn(QUALITY_MARKS)
  qualityMark?: QualityMark | null;

  @Field(() => String, { nullable: true, description: 'The remark that will go with it.' })
  @IsOptional()
  @IsString()
  @Length(0, LIMITS.freeText)
  note?: string | null;
}

/** Answers an exchange. */
@InputType({ description: 'Answers an exchange: sent content can be corrected later, never changed.' })
export class AnswerExchangeInput extends ExchangeMoveInput {
  @Field(() => String, { description: 'FULL, PART or NEG.' })
  @IsIn(COMPLETENESS)
  completeness: Completeness;

  @Field(() => String, { description: 'On what the answer rests: Q1 register extract to Q5 third party.' })
  @IsIn(QUALITY_MARKS)
  qualityMark: QualityMark;

  @Field(() => JsonObjectValue, { description: "The answers, shaped by the answer part of the type's form." })
  @IsObject()
  content: Record<string, unknown>;
}

/** Asks to see a person's numbers unmasked. */
@InputType({ description: "Shows a person's numbers unmasked; the purpose is written to the audit trail." })
export class RevealIdentifiersInput extends IdempotentInput {
  @Field(() => Id, { description: 'The exchange the person belongs to.' })
  @IsUUID()
  exchangeId: string;

  @Field({ description: 'Code of the purpose: IDENTIFY, REGISTER_CHECK, DECISION, COMPLAINT.' })
  @Matches(/^[A-Z_]{3,40}$/)
  purpose: string;
}
