import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { refDebounced } from '@vueuse/core';
import { computed, toValue, type MaybeRefOrGetter, type Ref } from 'vue';
import { BorderTerritoriesDocument, FindUnitsDocument, type Country } from '../../../gql/graphql';
import { request } from '../../../shared/graphql/request';

/** Finds the unit to ask, by place, competence and name in either script; what is looked for is the caller's. */
export const useUnitFinder = (
  wanted: { country: MaybeRefOrGetter<Country>; type: MaybeRefOrGetter<string> },
  { text, territory }: { text: Ref<string>; territory: Ref<string> },
) => {
  const settled = refDebounced(text, 300);

  const territories = useQuery({
    queryKey: ['border-territories'],
    queryFn: ({ signal }) => request(BorderTerritoriesDocument, undefined, signal),
    staleTime: 3_600_000,
  });
  const filter = computed(() => ({
    country: toValue(wanted.country),
    ...(toValue(wanted.type) && { competence: toValue(wanted.type) }),
    ...(territory.value && { territory: territory.value }),
    ...(settled.value.trim() && { text: settled.value.trim() }),
  }));
  const units = useQuery({
    queryKey: ['find-units', filter],
    queryFn: ({ signal }) => request(FindUnitsDocument, { filter: filter.value, first: 20 }, signal),
    // Which units are competent depends on the type: before it is chosen nobody is offered.
    enabled: computed(() => toValue(wanted.type) !== ''),
    placeholderData: keepPreviousData,
  });

  return {
    territories: computed(() =>
      (territories.data.value?.territories ?? []).filter(
        ({ country }) => country === toValue(wanted.country),
      ),
    ),
    units: computed(() => units.data.value?.units.nodes ?? []),
    total: computed(() => units.data.value?.units.totalCount ?? null),
    isPending: units.isPending,
    error: units.error,
    refetch: units.refetch,
  };
};
