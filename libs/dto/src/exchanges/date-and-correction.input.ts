import {
  COMPLETENESS,
  type Completeness,
  LIMITS,
  QUALITY_MARKS,
  type QualityMark,
} from '@soc-coop/contracts';
import { Field, InputType } from '@nestjs/graphql';
import { IsIn, IsInt, IsISO8601, IsObject, IsOptional, IsString, IsUUID, Length, Min } from 'class-validator';
import { IdempotentInput } from '../base/idempotent.input';
import { Id, JsonObjectValue, LocalDay, WholeNumber } from '../base/scalars';
import { ExchangeMoveInput } from './exchange-move.input';

/** Proposes another day for the answer. */
@InputType({ description: 'Proposes another day for the answer; the requester may agree.' })
export class ProposeDateInput extends ExchangeMoveInput {
  @Field(() => LocalDay, {
    description: "A working day of the replier's calendar, after today and at most 60 working days ahead.",
  })
  @IsISO8601({ strict: true })
  date: string;
}

/** Corrects what the own side has sent. */
@InputType({
  description:
    'Corrects what the own side has sent: the request of the requester, the last answer of the replier. The person of a request cannot be corrected: about another one the same is asked anew.',
})
export class CorrectMessageInput extends IdempotentInput {
  @Field(() => Id, { description: 'The exchange.' })
  @IsUUID()
  id: string;

  @Field(() => WholeNumber, { description: 'The version the officer saw; a newer one is a conflict.' })
  @IsInt()
  @Min(1)
  version: number;

  @Field(() => String, { description: 'What was wrong, in a sentence; both sides read it.' })
  @IsString()
  @Length(1, LIMITS.freeText)
  note: string;

  @Field(() => JsonObjectValue, {
    description: "The whole content as it should have been, shaped by the type's form.",
  })
  @IsObject()
  content: Record<string, unknown>;

  @Field(() => String, { nullable: true, description: 'FULL, PART or NEG; an answer needs it.' })
  @IsOptional()
  @IsIn(COMPLETENESS)
  completeness?: Completeness | null;

  @Field(() => String, { nullable: true, description: 'Q1 to Q5; an answer needs it.' })
  @IsOptional()
  @IsIn(QUALITY_MARKS)
  qualityMark?: QualityMark | null;
}

/** Saves the draft of a correction. */
@InputType({ description: 'Saves the draft of a correction; incomplete content is allowed.' })
export class SaveCorrectionDraftInput extends IdempotentInput {
  @Field(() => Id, { description: 'The exchange.' })
  @IsUUID()
  id: string;

  @Field(() => WholeNumber, {
    description: 'The version of the correction draft that was seen; 0 when there was none yet.',
  })
  @IsInt()
  @Min(0)
  version: number;

  @Field(() => JsonObjectValue, { description: "The content so far, shaped by the type's form." })
  @IsObject()
  content: Record<string, unknown>;

  @Field(() => String, {
    nullable: true,
    description:
      'FULL, PART or NEG of an answer, once it is chosen. Without this, the quality and the note what was saved stays.',
  })
  @IsOptional()
  @IsIn(COMPLETENESS)
  completeness?: Completeness | null;

  @Field(() => String, { nullable: true, description: 'On what the answer rests, once it is chosen.' })
  @IsOptional()
  @IsIn(QUALITY_MARKS)
  qualityMark?: QualityMark | null;

  @Field(() => String, { nullable: true, description: 'What was wrong, as far as it is written.' })
  @IsOptional()
  @IsString()
  @Length(0, LIMITS.freeText)
  note?: string | null;
}
