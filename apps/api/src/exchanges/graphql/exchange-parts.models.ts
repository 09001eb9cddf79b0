import type { ApprovalStage, ExchangeMove, ExchangeSide, ExchangeState, Locale } from '@soc-coop/contracts';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  ApprovalStageEnum,
  ExchangeMoveEnum,
  ExchangeSideEnum,
  ExchangeStateEnum,
  LocalDay,
  LocaleEnum,
} from '@soc-coop/dto';
import { CappedCount, JSONObject, type JsonObject, RefusalModel, PersonalData } from '../../platform/graphql';
import type { AccountModel } from '../../access';
import type { UnitModel } from '../../directory';
import type { ExchangeFileModel } from '../attachments/graphql/file.model';
import type { Filled } from './filled-names';

/** One sent content. */
@ObjectType('ExchangeMessage', {
  description:
    'A request or an answer as it was sent; it can be corrected by a later version, never changed.',
})
export class ExchangeMessageModel {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'REQUEST or ANSWER.' })
  kind: string;

  @Field(() => Int, { description: '1 for the first of its kind.' })
  version: number;

  @Field(() => LocaleEnum, { description: 'The language its free texts are written in.' })
  language: Locale;

  @PersonalData()
  @Field(() => JSONObject, {
    nullable: true,
    description: "The content, shaped by the type's form. Null for those who may not see persons (auditors).",
  })
  content: JsonObject | null;

  @Field({ description: 'SHA-256, hexadecimal, over the canonical JSON (RFC 8785) of the message.' })
  contentSha256: string;

  @Field(() => String, { nullable: true, description: 'FULL, PART or NEG; null for a request.' })
  completeness: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Q1 to Q5: on what the answer rests; null for a request.',
  })
  qualityMark: string | null;

  @Field({ description: 'When it was sent.' })
  sentAt: Date;

  authorId: string;
  authorUnitId: string;
  /** Filled where the read came across them; otherwise their resolvers ask. */
  author?: Filled<AccountModel>;
  authorUnit?: UnitModel | undefined;
  files?: ExchangeFileModel[] | undefined;
}

/** One appended fact. */
@ObjectType('ExchangeMoveRecord', {
  description: 'A fact in the course of an exchange; facts are only ever added.',
})
export class ExchangeMoveRecordModel {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Int, { description: '1, 2, 3 … without gaps.' })
  sequence: number;

  @Field(() => ExchangeMoveEnum, { description: 'What was done.' })
  move: ExchangeMove;

  @Field(() => ExchangeSideEnum, { nullable: true, description: 'By which side; null when done by rule.' })
  by: ExchangeSide | null;

  @Field({ description: 'When.' })
  at: Date;

  @Field(() => String, { nullable: true, description: "Code from the move's list of reasons." })
  reasonCode: string | null;

  @PersonalData()
  @Field(() => String, {
    nullable: true,
    description: 'A remark in the language of its author. Null for auditors: it may name persons.',
  })
  note: string | null;

  @Field(() => Int, { nullable: true, description: 'The version of the agreement it was done under.' })
  agreementVersion: number | null;

  @Field(() => String, { nullable: true, description: 'The clause it was done under.' })
  clause: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The message it sent; a correction sends the next version.',
  })
  messageId: string | null;

  @Field(() => LocalDay, { nullable: true, description: 'The day it proposed or agreed for the answer.' })
  date: string | null;

  @Field(() => ExchangeStateEnum, { description: 'The state it led to.' })
  stateAfter: ExchangeState;

  @Field({ description: 'True where only the side that made it, and auditors, see it.' })
  internal: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'SHA-256, hexadecimal, of the content it submitted or approved, files included; null for other moves.',
  })
  contentSha256: string | null;

  toUnitId: string | null;
  toAccountId: string | null;
  accountId: string | null;
  unitId: string;
  /** Filled where the read came across them; otherwise their resolvers ask. */
  unit?: UnitModel | undefined;
  account?: Filled<AccountModel>;
  toUnit?: Filled<UnitModel>;
  toAccount?: Filled<AccountModel>;
}

/** What is due. */
@ObjectType('Deadline', { description: 'What is due and when, as seen at this moment on both calendars.' })
export class DeadlineModel {
  @Field({ description: 'ACCEPT or ANSWER.' })
  kind: string;

  @Field(() => LocalDay, { description: 'The last day.' })
  due: string;

  @Field(() => Int, {
    description: "Working days left on the replier's calendar, which counts; negative: overdue.",
  })
  workingDaysReplier: number;

  @Field(() => Int, { description: "Working days left on the requester's calendar." })
  workingDaysRequester: number;

  @Field({ description: 'True after the last day.' })
  overdue: boolean;

  @Field({ description: 'True when at most three working days are left.' })
  dueSoon: boolean;
}

/** A move and what stands against it. */
@ObjectType('MoveAllowance', { description: "A move of the viewer's side, and what stands against it now." })
export class MoveAllowanceModel {
  @Field(() => ExchangeMoveEnum, { description: 'The move.' })
  move: ExchangeMove;

  @Field({ description: 'True when nothing stands against it.' })
  allowed: boolean;

  @Field(() => [RefusalModel], { description: 'Everything that stands against it.' })
  refusals: RefusalModel[];
}

/** What the viewer's unit is still writing. */
@ObjectType('ExchangeDraft', {
  description: "What the viewer's unit is still writing: the request before it is sent, or the answer.",
})
export class ExchangeDraftModel {
  @PersonalData()
  @Field(() => JSONObject, { description: "The content so far, shaped by the type's form." })
  content: JsonObject;

  @PersonalData()
  @Field(() => JSONObject, { description: 'The person so far; empty in an answer.' })
  subject: JsonObject;

  @Field(() => Int, { description: 'Pass it back when saving an answer.' })
  version: number;

  @Field({ description: 'When it was last saved.' })
  savedAt: Date;

  @Field(() => ApprovalStageEnum, {
    nullable: true,
    description: 'How far the second officer is with it; null while nobody was asked.',
  })
  stage: ApprovalStage | null;

  @Field(() => String, {
    nullable: true,
    description: 'FULL, PART or NEG; of a submitted answer or its correction.',
  })
  completeness: string | null;

  @Field(() => String, { nullable: true, description: 'Q1 to Q5: on what a submitted answer rests.' })
  qualityMark: string | null;

  @PersonalData()
  @Field(() => String, {
    nullable: true,
    description: 'The message that goes with a submitted answer; what was wrong, in a submitted correction.',
  })
  note: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was submitted for approval.' })
  submittedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was approved.' })
  approvedAt: Date | null;

  savedById: string;
  submittedById: string | null;
  approvedById: string | null;
  /** Filled where the read came across them; otherwise their resolvers ask. */
  savedBy?: Filled<AccountModel>;
  submittedBy?: Filled<AccountModel>;
  approvedBy?: Filled<AccountModel>;
}

/** What saving a draft answers. */
@ObjectType('SavedDraft', { description: 'A draft was saved.' })
export class SavedDraftModel {
  @Field(() => ID, { description: 'The exchange.' })
  id: string;

  @Field(() => Int, { description: 'The version to pass with the next save.' })
  version: number;

  @Field({ description: 'When it was saved.' })
  savedAt: Date;
}

/** A number in the clear. */
@ObjectType('RevealedIdentifier', { description: 'A number that identifies a person, in the clear.' })
export class RevealedIdentifierModel {
  @Field({ description: 'cnp, egn, lnch …' })
  type: string;

  @PersonalData()
  @Field({ description: 'The compact number.' })
  value: string;
}

/** How many exchanges stand in each queue. */
@ObjectType('ExchangeQueueCounts', {
  description: 'How many exchanges stand in each queue, counted up to 1000.',
})
export class ExchangeQueueCountsModel {
  @Field(() => CappedCount, { description: 'Waiting for the acting unit.' })
  needsMe: CappedCount;

  @Field(() => CappedCount, { description: 'Waiting for the other side.' })
  waiting: CappedCount;

  @Field(() => CappedCount, { description: 'Sent, with at most three working days of the replier left.' })
  dueSoon: CappedCount;

  @Field(() => CappedCount, { description: 'Sent, with the due day behind.' })
  overdue: CappedCount;

  @Field(() => CappedCount, { description: 'Not sent yet.' })
  drafts: CappedCount;

  @Field(() => CappedCount, { description: 'All within reach.' })
  all: CappedCount;
}
