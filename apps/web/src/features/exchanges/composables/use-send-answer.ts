import type { JsonObject } from '@soc-coop/forms';
import { AnswerExchangeDocument, SubmitAnswerDocument } from '../../../gql/graphql';
import { useAct } from '../../../shared/acts/use-act';
import { request } from '../../../shared/graphql/request';
import { useExchangeCache } from './use-exchange';

interface FinishedAnswer {
  readonly id: string;
  readonly completeness: string;
  readonly qualityMark: string;
  readonly content: JsonObject;
  readonly note: string | null;
}

/** Sends the answer, or submits it to a second officer; `version` is the exchange's, as it was when the page was opened. */
export const useSendAnswer = (version: () => number) => {
  const cache = useExchangeCache();
  return {
    send: useAct(async (input: FinishedAnswer, idempotencyKey) => {
      const { answerExchange } = await request(AnswerExchangeDocument, {
        input: { ...input, version: version(), idempotencyKey },
      });
      cache.put(answerExchange);
      return answerExchange;
    }),
    submit: useAct(async (input: FinishedAnswer, idempotencyKey) => {
      const { submitAnswer } = await request(SubmitAnswerDocument, {
        input: { ...input, version: version(), idempotencyKey },
      });
      cache.put(submitAnswer);
      return submitAnswer;
    }),
  };
};
