import { useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { CoverageDocument } from '../../../gql/graphql';
import { request } from '../../../shared/graphql/request';

/** Whether an agreement in force covers asking this unit this question; asked as soon as both are chosen. */
export const useCoverage = (
  about: MaybeRefOrGetter<{ type: string; requestingUnit: string; replyingUnit: string }>,
) => {
  const variables = computed(() => toValue(about));
  const isReady = computed(() => Object.values(variables.value).every((value) => value !== ''));
  const query = useQuery({
    queryKey: ['coverage', variables],
    queryFn: ({ signal }) => request(CoverageDocument, variables.value, signal),
    enabled: isReady,
  });
  return computed(() => (isReady.value ? (query.data.value?.coverage ?? null) : null));
};
