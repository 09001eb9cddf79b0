import {
  AcceptExchangeDocument,
  AgreeDateDocument,
  AgreeReopeningDocument,
  AnswerClarificationDocument,
  ApproveAnswerDocument,
  ApproveCorrectionDocument,
  ApproveExchangeDocument,
  AskAnewDocument,
  AskClarificationDocument,
  AskReopeningDocument,
  CloseExchangeDocument,
  DeclineReopeningDocument,
  InvalidateExchangeDocument,
  ProposeDateDocument,
  RefuseExchangeDocument,
  RemindReplierDocument,
  ReplyToReminderDocument,
  SendAnswerBackDocument,
  SendCorrectionBackDocument,
  SendExchangeBackDocument,
  TakeOverExchangeDocument,
  WithdrawExchangeDocument,
  type ExchangeCaseFragment,
} from '../../../gql/graphql';
import { useAct } from '../../../shared/acts/use-act';
import { request } from '../../../shared/graphql/request';
import { useMessages } from '../../../shared/i18n/use-messages';
import { useLive } from '../../../shared/live/live-store';
import type { WordedMove } from '../worded-moves';
import { useExchangeCache } from './use-exchange';

interface Plain {
  readonly id: string;
  readonly version: number;
  readonly note?: string;
}
interface Reasoned extends Plain {
  readonly reasonCode: string;
  /** The day a move names, where it names one. */
  readonly date?: string;
}
/** What is said with a move; the reason is empty where the move has no list of them. */
interface Worded extends Reasoned {
  readonly move: WordedMove;
}
type Keyed<Input> = Input & { readonly idempotencyKey: string };

const withoutReason = ({ reasonCode: _reason, ...input }: Keyed<Reasoned>): Keyed<Plain> => input;

/** One mutation per move. */
const SEND: Readonly<Record<WordedMove, (input: Keyed<Reasoned>) => Promise<ExchangeCaseFragment>>> = {
  REFUSE: async (input) => (await request(RefuseExchangeDocument, { input })).refuseExchange,
  CLOSE: async (input) => (await request(CloseExchangeDocument, { input })).closeExchange,
  ASK_CLARIFICATION: async (input) => (await request(AskClarificationDocument, { input })).askClarification,
  ANSWER_CLARIFICATION: async (input) =>
    (await request(AnswerClarificationDocument, { input: withoutReason(input) })).answerClarification,
  REMIND: async (input) =>
    (await request(RemindReplierDocument, { input: withoutReason(input) })).remindReplier,
  REPLY_TO_REMINDER: async (input) => (await request(ReplyToReminderDocument, { input })).replyToReminder,
  INVALIDATE: async (input) => (await request(InvalidateExchangeDocument, { input })).invalidateExchange,
  WITHDRAW: async (input) =>
    (await request(WithdrawExchangeDocument, { input: withoutReason(input) })).withdrawExchange,
  PROPOSE_DATE: async ({ date = '', ...input }) =>
    (await request(ProposeDateDocument, { input: { ...withoutReason(input), date } })).proposeDate,
  AGREE_DATE: async (input) => (await request(AgreeDateDocument, { input: withoutReason(input) })).agreeDate,
  ASK_REOPENING: async (input) => (await request(AskReopeningDocument, { input })).askReopening,
  AGREE_REOPENING: async (input) =>
    (await request(AgreeReopeningDocument, { input: withoutReason(input) })).agreeReopening,
  DECLINE_REOPENING: async (input) => (await request(DeclineReopeningDocument, { input })).declineReopening,
  TAKE_OVER: async (input) =>
    (await request(TakeOverExchangeDocument, { input: withoutReason(input) })).takeOverExchange,
  APPROVE: async (input) =>
    (await request(ApproveExchangeDocument, { input: withoutReason(input) })).approveExchange,
  SEND_BACK: async (input) =>
    (await request(SendExchangeBackDocument, { input: withoutReason(input) })).sendExchangeBack,
  APPROVE_ANSWER: async (input) =>
    (await request(ApproveAnswerDocument, { input: withoutReason(input) })).approveAnswer,
  SEND_ANSWER_BACK: async (input) =>
    (await request(SendAnswerBackDocument, { input: withoutReason(input) })).sendAnswerBack,
  APPROVE_CORRECTION: async (input) =>
    (await request(ApproveCorrectionDocument, { input: withoutReason(input) })).approveCorrection,
  SEND_CORRECTION_BACK: async (input) =>
    (await request(SendCorrectionBackDocument, { input: withoutReason(input) })).sendCorrectionBack,
  // Gives the new draft; the case it was asked instead of is read anew when somebody looks at it.
  ASK_ANEW: async (input) => (await request(AskAnewDocument, { input: withoutReason(input) })).askAnew,
};

/** The moves made on the case page itself; each says afterwards what was done. */
export const useMoves = () => {
  const cache = useExchangeCache();
  const live = useLive();
  const { t } = useMessages();

  const finish = (move: WordedMove | 'ACCEPT', exchange: ExchangeCaseFragment): ExchangeCaseFragment => {
    cache.put(exchange);
    live.done(t(`common.moveDone.${move}`));
    return exchange;
  };

  return {
    accept: useAct(async (input: Plain, idempotencyKey) =>
      finish(
        'ACCEPT',
        (await request(AcceptExchangeDocument, { input: { ...input, idempotencyKey } })).acceptExchange,
      ),
    ),
    say: useAct(async ({ move, ...input }: Worded, idempotencyKey) =>
      finish(move, await SEND[move]({ ...input, idempotencyKey })),
    ),
  };
};
