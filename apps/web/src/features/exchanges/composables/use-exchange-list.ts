import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import {
  ExchangeListDocument,
  QueueCountsDocument,
  type ExchangeListQueryVariables,
} from '../../../gql/graphql';
import { request } from '../../../shared/graphql/request';

/** One page of exchanges; the rows on screen stay until the next ones are there. */
export const useExchangeList = (variables: MaybeRefOrGetter<ExchangeListQueryVariables>) => {
  const query = useQuery({
    queryKey: ['exchanges', computed(() => toValue(variables))],
    queryFn: ({ signal }) => request(ExchangeListDocument, toValue(variables), signal),
    placeholderData: keepPreviousData,
  });
  return {
    rows: computed(() => query.data.value?.exchanges.nodes ?? []),
    total: computed(() => query.data.value?.exchanges.totalCount),
    pageInfo: computed(() => query.data.value?.exchanges.pageInfo),
    isPending: query.isPending,
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
