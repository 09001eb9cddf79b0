import { useQuery } from '@tanstack/vue-query';
import { HANDLING_ROLES } from '@soc-coop/contracts';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import {
  AnswerExchangeDocument,
  AssignExchangeDocument,
  ForwardExchangeDocument,
  OfficersOfUnitDocument,
  SendExchangeDocument,
  type ExchangeCaseFragment,
} from '../../../gql/graphql';
import { useAct } from '../../../shared/acts/use-act';
import { request } from '../../../shared/graphql/request';
import { useMessages } from '../../../shared/i18n/use-messages';
import { useLive } from '../../../shared/live/live-store';
import { readContent } from '../form-definition';
import { useExchangeCache } from './use-exchange';

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** The officers of a unit who may be in charge of a case; asked for when the dialog opens. */
export const useOfficers = (unit: MaybeRefOrGetter<string>, wanted: MaybeRefOrGetter<boolean>) => {
  const { data, isPending, error, refetch } = useQuery({
    queryKey: ['officers-of-unit', computed(() => toValue(unit))],
    queryFn: ({ signal }) => request(OfficersOfUnitDocument, { unit: toValue(unit) }, signal),
    enabled: computed(() => toValue(wanted) && toValue(unit) !== ''),
  });
  const officers = computed(() =>
    (data.value?.accounts.nodes ?? []).filter(
      ({ active, memberships }) =>
        active &&
        memberships.some(
          ({ role, unit: at }) => at.id === toValue(unit) && HANDLING_ROLES.some((known) => known === role),
        ),
    ),
  );
  return { officers, isPending, error, refetch };
};

/** Sends exactly what was approved: a request lies with the server, an answer is given back as it was read. */
const sendApproved = async (
  { id, version, draft, sentAt }: ExchangeCaseFragment,
  idempotencyKey: string,
): Promise<ExchangeCaseFragment> => {
  const at = { id, version, idempotencyKey };
  if (!sentAt) return (await request(SendExchangeDocument, { input: at })).sendExchange;
  const input = {
    ...at,
    content: readContent(draft?.content),
    completeness: draft?.completeness ?? '',
    qualityMark: draft?.qualityMark ?? '',
    note: draft?.note ?? null,
  };
  return (await request(AnswerExchangeDocument, { input })).answerExchange;
};

/** The moves that put a case into other hands, and sending what a second officer has approved. */
export const useHandedMoves = () => {
  const cache = useExchangeCache();
  const live = useLive();
  const { t } = useMessages();
  return {
    forward: useAct(
      async (input: Versioned & { unit: string; reasonCode: string; note?: string }, idempotencyKey) => {
        const { forwardExchange } = await request(ForwardExchangeDocument, {
          input: { ...input, idempotencyKey },
        });
        // The case is out of sight from now on.
        cache.forget(input.id);
        return forwardExchange;
      },
    ),
    assign: useAct(async (input: Versioned & { handler: string }, idempotencyKey) => {
      const { assignExchange } = await request(AssignExchangeDocument, {
        input: { ...input, idempotencyKey },
      });
      cache.put(assignExchange);
      live.done(t('common.moveDone.ASSIGN'));
      return assignExchange;
    }),
    send: useAct(async (exchange: ExchangeCaseFragment, idempotencyKey) => {
      const sent = await sendApproved(exchange, idempotencyKey);
      cache.put(sent);
      live.done(t(exchange.sentAt ? 'common.moveDone.ANSWER' : 'common.moveDone.SEND'));
      return sent;
    }),
  };
};

/** What the dialogs behind these moves are given. */
export type HandedActs = ReturnType<typeof useHandedMoves>;
