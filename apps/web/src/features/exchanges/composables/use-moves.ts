import {
  AcceptExchangeDocument,
  CloseExchangeDocument,
  RefuseExchangeDocument,
  type ExchangeCaseFragment,
} from '../../../gql/graphql';
import { useAct } from '../../../shared/acts/use-act';
import { request } from '../../../shared/graphql/request';
import { useMessages } from '../../../shared/i18n/use-messages';
import { useLive } from '../../../shared/live/live-store';
import { useExchangeCache } from './use-exchange';

interface Plain {
  readonly id: string;
  readonly version: number;
  readonly note?: string;
}
interface Reasoned extends Plain {
  readonly reasonCode: string;
}

type Done = 'ACCEPT' | 'REFUSE' | 'CLOSE';

/** The moves made on the case page itself; each says afterwards what was done. */
export const useMoves = () => {
  const cache = useExchangeCache();
  const live = useLive();
  const { t } = useMessages();

  const finish = (move: Done, exchange: ExchangeCaseFragment): ExchangeCaseFragment => {
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
    refuse: useAct(async (input: Reasoned, idempotencyKey) =>
      finish(
        'REFUSE',
        (await request(RefuseExchangeDocument, { input: { ...input, idempotencyKey } })).refuseExchange,
      ),
    ),
    close: useAct(async (input: Reasoned, idempotencyKey) =>
      finish(
        'CLOSE',
        (await request(CloseExchangeDocument, { input: { ...input, idempotencyKey } })).closeExchange,
      ),
    ),
  };
};
