import { useInfiniteQuery } from '@tanstack/vue-query';
import { computed, onBeforeUnmount, ref, shallowRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { SearchExchangesDocument } from '../../../gql/graphql';
import { request } from '../../../shared/graphql/request';
import {
  addressOf,
  filtersIn,
  isEmpty,
  NO_CRITERIA,
  type SearchCriteria,
  variablesOf,
} from '../search-criteria';

/** Words travel in the history entry, beside the address: back and forward know them, logs and bookmarks do not. */
const wordsOfEntry = (): string => {
  const state = window.history.state as Record<string, unknown> | null;
  return typeof state?.['text'] === 'string' ? state['text'] : '';
};

/**
 * What the page is asked for. Filters stand in the address, words in the history entry, and the number of a person
 * nowhere but here: it is gone with the page.
 */
const useAsked = () => {
  const route = useRoute();
  const router = useRouter();
  const read = (identifier: string): SearchCriteria => ({
    ...NO_CRITERIA,
    ...filtersIn(route.query),
    words: wordsOfEntry(),
    identifier,
  });
  const asked = shallowRef<SearchCriteria>(read(''));
  /** Counts searches: the same words typed again are another search, with its own line in the log. */
  const turn = ref(0);
  let identifier = '';
  onBeforeUnmount(
    router.afterEach((to) => {
      if (to.name !== 'search') return;
      asked.value = read(identifier);
      identifier = '';
      turn.value += 1;
    }),
  );

  const search = async (criteria: SearchCriteria): Promise<void> => {
    identifier = criteria.identifier.trim();
    await router.push({
      name: 'search',
      params: route.params,
      query: addressOf(criteria),
      state: { text: criteria.words.trim() },
      // With the same filters the address stays as it is; what was typed did not.
      force: true,
    });
  };

  return { asked, turn, search };
};

/** The search of this page: what is asked for, and what was found. */
export const useSearch = () => {
  const { asked, turn, search } = useAsked();
  const isAsking = computed(() => !isEmpty(asked.value));
  const query = useInfiniteQuery({
    queryKey: ['search', turn, asked],
    queryFn: ({ pageParam, signal }) =>
      request(
        SearchExchangesDocument,
        { ...variablesOf(asked.value), first: 25, ...(pageParam && { after: pageParam }) },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ searchExchanges: { pageInfo } }) =>
      pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined,
    enabled: isAsking,
    // Every look is recorded, so none is made that nobody asked for; and nothing of it is kept.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Infinity,
    gcTime: 0,
  });

  return {
    asked,
    search,
    isAsking,
    found: computed(
      () => query.data.value?.pages.flatMap(({ searchExchanges }) => searchExchanges.nodes) ?? [],
    ),
    total: computed(() => query.data.value?.pages[0]?.searchExchanges.totalCount),
    isPending: query.isPending,
    error: query.error,
    refetch: query.refetch,
    hasMore: query.hasNextPage,
    more: query.fetchNextPage,
    loadingMore: query.isFetchingNextPage,
  };
};
