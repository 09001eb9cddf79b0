import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { AgreementsModule } from '../agreements';
import { DirectoryModule } from '../directory';
import { TrainingsModule } from '../trainings';
import { FilesModule } from '../platform/files';
import { ATTACHMENT_CONTROLLERS, ATTACHMENT_PROVIDERS } from './attachments/attachments.providers';
import { FileHousekeeping } from './attachments/file-housekeeping';
import { AnswerDue } from './deadlines/answer-due';
import { CalendarChangeRepository } from './deadlines/calendar/calendar-change.repository';
import { CalendarDayRepository } from './deadlines/calendar/calendar-day.repository';
import { CalendarResolver } from './deadlines/calendar/calendar.resolver';
import { CalendarsService } from './deadlines/calendar/calendars.service';
import { DeadlineChangeRepository } from './deadlines/calendar/deadline-change.repository';
import { DeadlineChangesResolver } from './deadlines/calendar/deadline-changes.resolver';
import { ManageCalendarService } from './deadlines/calendar/manage-calendar.service';
import { Recalculation } from './deadlines/calendar/recalculation';
import { RecalculationJob } from './deadlines/calendar/recalculation.job';
import { RecalculationRepository } from './deadlines/calendar/recalculation.repository';
import { CalendarRepository } from './deadlines/calendar.repository';
import { DeadlinesService } from './deadlines/deadlines.service';
import { CorrectionDrafts } from './correction-drafts';
import { DraftRecords } from './draft-records';
import { DraftsService } from './drafts.service';
import { EXPORTS, ExportsController } from './exports';
import { SAVED_VIEWS } from './saved-views';
import { Escalation } from './escalation/escalation';
import { EscalationRepository } from './escalation/escalation.repository';
import { ExchangeLists } from './exchange-lists';
import { ExchangeRecords } from './exchange-records';
import { ExchangeViews } from './exchange-views';
import { ExchangesService } from './exchanges.service';
import { RelatedCases } from './related-cases';
import {
  ExchangeDraftFieldsResolver,
  ExchangeFieldsResolver,
  ExchangeMessageFieldsResolver,
  ExchangeMoveFieldsResolver,
  ExchangeSummaryFieldsResolver,
} from './graphql/exchange-fields.resolver';
import { ExchangeMovesResolver } from './graphql/exchange-moves.resolver';
import { CorrectionResolver } from './graphql/correction.resolver';
import { RelatedCasesResolver } from './graphql/related-cases.resolver';
import { DecidedMovesResolver } from './graphql/decided-moves.resolver';
import { ExchangesResolver } from './graphql/exchanges.resolver';
import { SpokenMovesResolver } from './graphql/spoken-moves.resolver';
import { ChangeHub } from './live/change-hub';
import { ExchangeSignals } from './live/exchange-signals';
import { LiveChangesResolver } from './live/live-changes.resolver';
import { LiveChangesService } from './live/live-changes.service';
import { ChangesElsewhere } from './live/changes-elsewhere';
import { MovedSignals } from './live/moved-signals';
import { ApprovalMovesResolver } from './graphql/approval-moves.resolver';
import { HandedMovesResolver } from './graphql/handed-moves.resolver';
import { ApprovalMoves } from './moves/approval-moves';
import { CloseExchange } from './moves/close-exchange';
import { AskAnew } from './moves/ask-anew';
import { CorrectMessage } from './moves/correct-message';
import { CorrectionApprovals } from './moves/correction-approvals';
import { Corrections } from './moves/corrections';
import { DateMoves } from './moves/date-moves';
import { ForwardExchange } from './moves/forward-exchange';
import { HandlerMoves } from './moves/handler-moves';
import { OpenExchange } from './moves/open-exchange';
import { OutgoingDrafts } from './moves/outgoing-drafts';
import { ExchangeRights } from './moves/exchange-rights';
import { MessageWriter } from './moves/message-writer';
import { MoveAnswers } from './moves/move-answers';
import { MoveMaker } from './moves/move-maker';
import { MoveRecorder } from './moves/move-recorder';
import { ReopeningMoves } from './moves/reopening-moves';
import { ReplyMoves } from './moves/reply-moves';
import { SendExchange } from './moves/send-exchange';
import { SpokenMoves } from './moves/spoken-moves';
import { NoticeRepository } from './notices/notice.repository';
import { NoticesResolver } from './notices/notices.resolver';
import { ApprovalNotices } from './notices/approval-notices';
import { NoticeTeller } from './notices/notice-teller';
import { NoticesService } from './notices/notices.service';
import { ExchangeNumbers } from './numbers/exchange-numbers';
import { NumberRepository } from './numbers/number.repository';
import { CaseAhead } from './read-plans/case-ahead';
import { CaseAheadRepository } from './read-plans/case-ahead.repository';
import { CaseMemory } from './read-plans/case-memory';
import { ListMemory } from './read-plans/list-memory';
import { NamesRepository } from './read-plans/names.repository';
import { ChangesHeard } from './records/changes-heard';
import { DraftRepository } from './records/draft.repository';
import { ExchangeKeyRepository } from './records/exchange-key.repository';
import { ExchangeKeys } from './records/exchange-keys';
import { ExchangeListRepository } from './records/exchange-list.repository';
import { ExchangeRepository } from './records/exchange.repository';
import { MessageRepository } from './records/message.repository';
import { MoveRepository } from './records/move.repository';
import { ClearWords } from './rekey/clear-words';
import { ExchangeRekey } from './rekey/exchange-rekey';
import { RekeyRepository } from './rekey/rekey.repository';
import { StaleIndexes } from './rekey/stale-indexes';
import { FoundSummaries } from './search/found-summaries';
import { IdentifierHashes } from './search/identifier-hashes';
import { SamePersonService } from './search/same-person.service';
import { SearchIndex } from './search/search-index';
import { SearchIndexRepository } from './search/search-index.repository';
import { SearchQuota } from './search/search-quota';
import { SearchRepository } from './search/search.repository';
import { SearchResolver } from './search/search.resolver';
import { SearchService } from './search/search.service';
import { SearchTallyRepository } from './search/search-tally.repository';
import { RECEIPTS, ReceiptsController } from './receipts';
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
  ApprovalMovesResolver,
  HandedMovesResolver,
  AgreementTermTypeResolver,
  CalendarResolver,
  DeadlineChangesResolver,
  CorrectionResolver,
  CourseTypesResolver,
  DecidedMovesResolver,
  ExchangeDraftFieldsResolver,
  ExchangeFieldsResolver,
  ExchangeMessageFieldsResolver,
  ExchangeMoveFieldsResolver,
  ExchangeMovesResolver,
  ExchangesResolver,
  ExchangeSummaryFieldsResolver,
  ExchangeTypesResolver,
  LiveChangesResolver,
  NoticesResolver,
  RelatedCasesResolver,
  SearchResolver,
  SpokenMovesResolver,
  UnitCompetencesResolver,
];

const repositories = [
  CalendarChangeRepository,
  CalendarDayRepository,
  CalendarRepository,
  CaseAheadRepository,
  DeadlineChangeRepository,
  DraftRepository,
  ExchangeKeyRepository,
  EscalationRepository,
  ExchangeListRepository,
  ExchangeRepository,
  MessageRepository,
  MoveRepository,
  NamesRepository,
  NoticeRepository,
  NumberRepository,
  RecalculationRepository,
  RekeyRepository,
  SearchIndexRepository,
  SearchRepository,
  SearchTallyRepository,
  SubjectRepository,
];

const services = [
  CaseAhead,
  CaseMemory,
  ListMemory,
  ClearWords,
  ExchangeRekey,
  StaleIndexes,
  CalendarsService,
  Escalation,
  ManageCalendarService,
  Recalculation,
  RecalculationJob,
  ApprovalMoves,
  ApprovalNotices,
  AskAnew,
  CorrectionApprovals,
  Corrections,
  ForwardExchange,
  HandlerMoves,
  OpenExchange,
  OutgoingDrafts,
  ChangeHub,
  ChangesElsewhere,
  ChangesHeard,
  AnswerDue,
  CloseExchange,
  ContentCheck,
  CorrectionDrafts,
  CorrectMessage,
  DateMoves,
  DeadlinesService,
  DraftRecords,
  DraftsService,
  ExchangeKeys,
  ExchangeLists,
  ExchangeNumbers,
  ExchangeRecords,
  ExchangeRights,
  ExchangeSignals,
  ExchangesService,
  ExchangeViews,
  FoundSummaries,
  IdentifierHashes,
  LiveChangesService,
  MessageWriter,
  MovedSignals,
  MoveAnswers,
  MoveMaker,
  MoveRecorder,
  NoticesService,
  NoticeTeller,
  PersonVault,
  PublishTypes,
  RelatedCases,
  ReopeningMoves,
  ReplyMoves,
  RevealIdentifiers,
  SamePersonService,
  SearchIndex,
  SearchQuota,
  SearchService,
  SendExchange,
  SpokenMoves,
  SubjectRegister,
];

/** The exchange engine: drafts, moves, messages, deadlines, the person. */
@Module({
  imports: [AccessModule, DirectoryModule, AgreementsModule, TrainingsModule, FilesModule],
  controllers: [ExportsController, ReceiptsController, ...ATTACHMENT_CONTROLLERS],
  providers: [
    ...resolvers,
    ...repositories,
    ...services,
    ...EXPORTS,
    ...SAVED_VIEWS,
    ...RECEIPTS,
    ...ATTACHMENT_PROVIDERS,
  ],
  exports: [
    FileHousekeeping,
    ExchangeRekey,
    Escalation,
    CloseExchange,
    DraftsService,
    ExchangesService,
    ReplyMoves,
    SendExchange,
  ],
})
export class ExchangesModule {}
