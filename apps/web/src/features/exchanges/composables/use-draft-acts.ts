import {
  DiscardExchangeDraftDocument,
  SendExchangeDocument,
  SubmitExchangeDocument,
} from '../../../gql/graphql';
import { useAct } from '../../../shared/acts/use-act';
import { request } from '../../../shared/graphql/request';
import { useExchangeCache } from './use-exchange';

/** The ways a draft ends, or goes to a second officer; `version` is asked at the moment of the act, because saving moves it on. */
export const useDraftActs = (version: () => number) => {
  const cache = useExchangeCache();
  return {
    send: useAct(async (input: { id: string }, idempotencyKey) => {
      const { sendExchange } = await request(SendExchangeDocument, {
        input: { ...input, version: version(), idempotencyKey },
      });
      cache.put(sendExchange);
      return sendExchange;
    }),
    submit: useAct(async (input: { id: string }, idempotencyKey) => {
      const { submitExchange } = await request(SubmitExchangeDocument, {
        input: { ...input, version: version(), idempotencyKey },
      });
      cache.put(submitExchange);
      return submitExchange;
    }),
    discard: useAct(async (input: { id: string }, idempotencyKey) => {
      await request(DiscardExchangeDraftDocument, {
        input: { ...input, version: version(), idempotencyKey },
      });
      cache.refreshLists();
      return true;
    }),
  };
};
