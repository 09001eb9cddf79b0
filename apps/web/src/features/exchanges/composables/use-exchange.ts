import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { ExchangeDocument, type ExchangeCaseFragment } from '../../../gql/graphql';
import { caseNews } from '../../../shared/live/changes';
import { useChanges } from '../../../shared/live/changes-store';
import { request } from '../../../shared/graphql/request';

/** One exchange, by id. */
export const useExchange = (id: MaybeRefOrGetter<string>) => {
  const changes = useChanges();
  const query = useQuery({
    // A case never changes under the reader's eyes; that it did is said, and shown when they ask.
    refetchOnWindowFocus: () => !changes.connected,
    queryKey: ['exchange', computed(() => toValue(id))],
    queryFn: ({ signal }) => request(ExchangeDocument, { id: toValue(id) }, signal),
  });
  const exchange = computed<ExchangeCaseFragment | null>(() => query.data.value?.exchange ?? null);
  return {
    exchange,
    /** What happened to it beyond what is shown. */
    news: computed(() =>
      exchange.value === null
        ? null
        : caseNews(changes.heard, { ...exchange.value, askedAt: query.dataUpdatedAt.value }),
    ),
    isFetching: query.isFetching,
    isPending: query.isPending,
    isAbsent: computed(() => query.data.value !== undefined && !query.data.value.exchange),
    error: query.error,
    refetch: query.refetch,
  };
};

/** Puts the exchange a mutation returned into the cache and lets the lists ask again. */
export const useExchangeCache = () => {
  const queries = useQueryClient();
  /** The lists ask again in their own time: nobody waits for them to go on. */
  const refreshLists = (): void => {
    void queries.invalidateQueries({ queryKey: ['exchanges'] });
    void queries.invalidateQueries({ queryKey: ['queue-counts'] });
  };
  return {
    refreshLists,
    /** Drops a case that is out of sight from now on. */
    forget: (id: string): void => {
      queries.removeQueries({ queryKey: ['exchange', id] });
      refreshLists();
    },
    put: (exchange: ExchangeCaseFragment): void => {
      queries.setQueryData(['exchange', exchange.id], { exchange });
      refreshLists();
    },
  };
};
