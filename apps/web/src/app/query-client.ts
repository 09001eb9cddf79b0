import { QueryClient } from '@tanstack/vue-query';
import { toApiError } from '../shared/graphql/api-error';

/** Data of persons stays in memory only, for minutes; coded refusals are never retried. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // An office network may say "offline" and still reach the server: ask, and word the failure if there is one.
      networkMode: 'always',
      staleTime: 15_000,
      gcTime: 5 * 60_000,
      retry: (failures, error) => failures < 2 && toApiError(error).isPassing,
      refetchOnWindowFocus: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
