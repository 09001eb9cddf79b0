import type { ExchangeSide, ExchangeState, Locale, Urgency } from '@soc-coop/contracts';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ExchangeSideEnum, ExchangeStateEnum, LocalDay, LocaleEnum, UrgencyEnum } from '@soc-coop/dto';
import type { AccountModel } from '../../access';
import type { AgreementCitationModel, CitationFacts } from '../../agreements';
import type { UnitModel } from '../../directory';
import { Connection, PersonalData } from '../../platform/graphql';
import type { ExchangeDraftFileModel } from '../attachments/graphql/file.model';
import type { DeadlineChangeModel } from '../deadlines/calendar/calendar.models';
import type { ExchangeRow } from '../records/exchange.row';
import { ExchangeTypeModel } from '../types/exchange-type.model';
import {
  DeadlineModel,
  ExchangeDraftModel,
  ExchangeMessageModel,
  ExchangeMoveRecordModel,
  MoveAllowanceModel,
} from './exchange-parts.models';
import type { Filled } from './filled-names';
import { SubjectModel, SubjectSummaryModel } from './subject.model';

/** What lists and pages both show of an exchange. */
@ObjectType({ isAbstract: true })
abstract class ExchangeCore {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'The number for life, given when it is sent.' })
  number: string | null;

  @Field(() => ExchangeStateEnum, { description: 'Where it stands; derived from its moves.' })
  state: ExchangeState;

  @Field({ description: 'Since when it is in this state.' })
  stateSince: Date;

  @Field(() => Int, { description: 'Pass it back with a move: a newer one is a conflict.' })
  version: number;

  @Field(() => ExchangeSideEnum, {
    nullable: true,
    description: "The side of the viewer's unit; null for onlookers.",
  })
  side: ExchangeSide | null;

  @Field(() => ExchangeTypeModel, { description: 'Its type, in the version it was opened with.' })
  type: ExchangeTypeModel;

  @Field(() => UrgencyEnum, { description: 'How fast the answer is needed.' })
  urgency: Urgency;

  @Field(() => ExchangeSideEnum, {
    nullable: true,
    description:
      'Whose yes or no is awaited, to a proposed day or to a wish to reopen; null where neither is pending.',
  })
  decisionBy: ExchangeSide | null;

  @Field(() => DeadlineModel, { nullable: true, description: 'What is due; null where nothing is.' })
  deadline: DeadlineModel | null;

  @Field({ description: 'When it was opened.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was sent.' })
  sentAt: Date | null;

  /** The record behind; resolvers of units and people read their ids from it. */
  row: ExchangeRow;

  /** Filled where the read came across them; otherwise their resolvers ask. */
  requestingUnit?: UnitModel | undefined;
  replyingUnit?: Filled<UnitModel>;
  handler?: Filled<AccountModel>;
}

/** A row of a list of exchanges. */
@ObjectType('ExchangeSummary', { description: 'An exchange as lists show it.' })
export class ExchangeSummaryModel extends ExchangeCore {
  @Field(() => SubjectSummaryModel, {
    nullable: true,
    description: 'The person it is about; null while it is a draft.',
  })
  subject: SubjectSummaryModel | null;
}

/** An exchange whole. */
@ObjectType('Exchange', {
  description: 'One exchange: what was asked, what was answered, and every step between.',
})
export class ExchangeModel extends ExchangeCore {
  @PersonalData()
  @Field(() => String, { nullable: true, description: 'Why it is urgent.' })
  urgencyReason: string | null;

  @PersonalData()
  @Field(() => String, { nullable: true, description: "The file number in the asking unit's own register." })
  nationalFileNumber: string | null;

  @Field(() => LocaleEnum, { description: 'The language the request is written in.' })
  language: Locale;

  @Field(() => LocalDay, {
    nullable: true,
    description: 'The day that is proposed for the answer and waits for the requester; null where none is.',
  })
  proposedDate: string | null;

  @Field(() => ExchangeSideEnum, {
    nullable: true,
    description: 'The side that asked to reopen it and waits for the other one; null where nobody does.',
  })
  reopeningAskedBy: ExchangeSide | null;

  @Field(() => Date, { nullable: true, description: 'When it was closed.' })
  closedAt: Date | null;

  @Field(() => SubjectModel, {
    nullable: true,
    description: 'The person it is about; null while it is a draft.',
  })
  subject: SubjectModel | null;

  @Field(() => ExchangeMessageModel, { nullable: true, description: 'The request in force.' })
  request: ExchangeMessageModel | null;

  @Field(() => [ExchangeMessageModel], {
    description: 'The request in every version, oldest first; the last one is in force.',
  })
  requests: ExchangeMessageModel[];

  @Field(() => [ExchangeMessageModel], { description: 'The answers in every version, oldest first.' })
  answers: ExchangeMessageModel[];

  @Field(() => ExchangeDraftModel, {
    nullable: true,
    description: "What the viewer's unit is still writing.",
  })
  draft: ExchangeDraftModel | null;

  @Field(() => ExchangeDraftModel, {
    nullable: true,
    description: "What the viewer's unit is still correcting of what it has sent.",
  })
  correctionDraft: ExchangeDraftModel | null;

  @Field(() => [ExchangeMoveRecordModel], { description: 'Every step, oldest first.' })
  timeline: ExchangeMoveRecordModel[];

  @Field(() => [MoveAllowanceModel], { description: 'What the viewer can do now, and why not.' })
  moves: MoveAllowanceModel[];

  /** The side whose inner business the viewer sees; the field `ownHandler` reads it. */
  ownSide: ExchangeSide | null;
  author?: Filled<AccountModel>;
  ownHandler?: Filled<AccountModel>;
  draftFiles?: ExchangeDraftFileModel[] | undefined;
  /** Null where it is known that there is none; otherwise their resolvers ask. */
  insteadOf?: null | undefined;
  askedAnew?: null | undefined;
  deadlineChanges?: DeadlineChangeModel[] | undefined;

  /** What it was sent under, worded where its names were read along; otherwise the field `citation` words it. */
  citation?: Filled<AgreementCitationModel>;
  citationFacts: CitationFacts | null;
}

/** A page of a list of exchanges. */
@ObjectType('ExchangeConnection', { description: 'A page of a list of exchanges.' })
export class ExchangeConnection extends Connection(ExchangeSummaryModel, 'ExchangeSummary') {}
