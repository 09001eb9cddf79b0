import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { AgreementsModule } from '../agreements';
import { DirectoryModule } from '../directory';
import { TrainingsModule } from '../trainings';
import { CalendarRepository } from './deadlines/calendar.repository';
import { DeadlinesService } from './deadlines/deadlines.service';
import { DraftRecords } from './draft-records';
import { DraftsService } from './drafts.service';
import { ExchangeRecords } from './exchange-records';
import { ExchangeViews } from './exchange-views';
import { ExchangesService } from './exchanges.service';
import {
  ExchangeDraftFieldsResolver,
  ExchangeFieldsResolver,
  ExchangeMessageFieldsResolver,
  ExchangeMoveFieldsResolver,
  ExchangeSummaryFieldsResolver,
} from './graphql/exchange-fields.resolver';
import { ExchangeMovesResolver } from './graphql/exchange-moves.resolver';
import { ExchangesResolver } from './graphql/exchanges.resolver';
import { SpokenMovesResolver } from './graphql/spoken-moves.resolver';
import { CloseExchange } from './moves/close-exchange';
import { ExchangeRights } from './moves/exchange-rights';
import { MessageWriter } from './moves/message-writer';
import { MoveMaker } from './moves/move-maker';
import { ReplyMoves } from './moves/reply-moves';
import { SendExchange } from './moves/send-exchange';
import { SpokenMoves } from './moves/spoken-moves';
import { NoticeRepository } from './notices/notice.repository';
import { NoticesResolver } from './notices/notices.resolver';
import { NoticesService } from './notices/notices.service';
import { ExchangeNumbers } from './numbers/exchange-numbers';
import { NumberRepository } from './numbers/number.repository';
import { DraftRepository } from './records/draft.repository';
import { ExchangeListRepository } from './records/exchange-list.repository';
import { ExchangeRepository } from './records/exchange.repository';
import { MessageRepository } from './records/message.repository';
import { MoveRepository } from './records/move.repository';
import { PersonVault } from './subjects/person-vault';
import { RevealIdentifiers } from './subjects/reveal-identifiers';
import { SubjectRegister } from './subjects/subject-register';
import { SubjectRepository } from './subjects/subject.repository';
import { ContentCheck } from './types/content-check';
import { PublishTypes } from './types/publish-types';
import {
  AgreementTermTypeResolver,
  CourseTypesResolver,
  ExchangeTypesResolver,
  UnitCompetencesResolver,
} from './types/exchange-types.resolver';

const resolvers = [
  AgreementTermTypeResolver,
  CourseTypesResolver,
  ExchangeDraftFieldsResolver,
  ExchangeFieldsResolver,
  ExchangeMessageFieldsResolver,
  ExchangeMoveFieldsResolver,
  ExchangeMovesResolver,
  ExchangesResolver,
  ExchangeSummaryFieldsResolver,
  ExchangeTypesResolver,
  NoticesResolver,
  SpokenMovesResolver,
  UnitCompetencesResolver,
];

const repositories = [
  CalendarRepository,
  DraftRepository,
  ExchangeListRepository,
  ExchangeRepository,
  MessageRepository,
  MoveRepository,
  NoticeRepository,
  NumberRepository,
  SubjectRepository,
];

const services = [
  CloseExchange,
  ContentCheck,
  DeadlinesService,
  DraftRecords,
  DraftsService,
  ExchangeNumbers,
  ExchangeRecords,
  ExchangeRights,
  ExchangesService,
  ExchangeViews,
  MessageWriter,
  MoveMaker,
  NoticesService,
  PersonVault,
  PublishTypes,
  ReplyMoves,
  RevealIdentifiers,
  SendExchange,
  SpokenMoves,
  SubjectRegister,
];

/** The exchange engine: drafts, moves, messages, deadlines, the person. */
@Module({
  imports: [AccessModule, DirectoryModule, AgreementsModule, TrainingsModule],
  providers: [...resolvers, ...repositories, ...services],
  exports: [CloseExchange, DraftsService, ExchangesService, ReplyMoves, SendExchange],
})
export class ExchangesModule {}
