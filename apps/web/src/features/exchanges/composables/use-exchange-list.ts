import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import {
  ExchangeListDocument,
  QueueCountsDocument,
  type ExchangeListQueryVariables,
} from '../../../gql/graphql';
import { listNews } from '../../../shared/live/changes';
import { useChanges } from '../../../shared/live/changes-store';
import { request } from '../../../shared/graphql/request';

/** One page of exchanges; the rows on screen stay until the next ones are there. */
export const useExchangeList = (variables: MaybeRefOrGetter<ExchangeListQueryVariables>) => {
  const changes = useChanges();
  const query = useQuery({
    queryKey: ['exchanges', computed(() => toValue(variables))],
    // When it was asked, not when it came: what happened in between may or may not be in it.
    queryFn: async ({ signal }) => ({
      askedAt: Date.now(),
      ...(await request(ExchangeListDocument, toValue(variables), signal)),
    }),
    // A list never changes by itself while somebody reads it; what is new is offered.
    refetchOnWindowFocus: () => !changes.connected,
    placeholderData: keepPreviousData,
  });
  return {
    news: computed(() => listNews(changes.heard, query.data.value?.askedAt ?? null)),
    rows: computed(() => query.data.value?.exchanges.nodes ?? []),
    total: computed(() => query.data.value?.exchanges.totalCount),
    pageInfo: computed(() => query.data.value?.exchanges.pageInfo),
    isPending: query.isPending,
    isFetching: query.isFetching,
    error: query.error,
    refetch: query.refetch,
  };
};

/** The counts on the tabs of My work. */
export const useQueueCounts = () => {
  const query = useQuery({
    queryKey: ['queue-counts', 'all'],
    queryFn: ({ signal }) => request(QueueCountsDocument, undefined, signal),
  });
  return computed(() => query.data.value?.exchangeQueueCounts);
};
