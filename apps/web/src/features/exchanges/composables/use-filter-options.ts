import { COUNTRIES } from '@soc-coop/contracts';
import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { ExchangeTypesDocument, UnitOptionsDocument } from '../../../gql/graphql';
import { request } from '../../../shared/graphql/request';
import { useMessages } from '../../../shared/i18n/use-messages';

const HOUR = 3_600_000;

/** Exchange types and institutions as choices of a filter; both change rarely. */
export const useFilterOptions = () => {
  const { tr } = useMessages();
  const types = useQuery({
    queryKey: ['exchange-types'],
    queryFn: ({ signal }) => request(ExchangeTypesDocument, undefined, signal),
    staleTime: HOUR,
  });
  const units = useQuery({
    queryKey: ['unit-options'],
    queryFn: async ({ signal }) => {
      // A page holds a hundred units: each country fits one, both together do not.
      const pages = COUNTRIES.map((country) =>
        request(UnitOptionsDocument, { first: 100, filter: { country } }, signal),
      );
      return (await Promise.all(pages)).flatMap(({ units: { nodes } }) => nodes);
    },
    staleTime: HOUR,
  });
  return {
    /** Types a new exchange can be opened with; the others are planned. */
    openTypes: computed(() =>
      (types.data.value?.exchangeTypes ?? [])
        .filter(({ available }) => available)
        .map(({ code, title }) => ({ value: code, label: tr(title) })),
    ),
    types: computed(() =>
      (types.data.value?.exchangeTypes ?? []).map(({ code, title }) => ({ value: code, label: tr(title) })),
    ),
    units: computed(() =>
      (units.data.value ?? []).map(({ id, shortName }) => ({ value: id, label: tr(shortName) })),
    ),
  };
};
