import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import {
  DirectoryChoicesDocument,
  UnitDocument,
  UnitsDocument,
  type UnitQuery,
  type UnitsQueryVariables,
} from '../../../gql/graphql';
import { request } from '../../../shared/graphql/request';
import { useMessages } from '../../../shared/i18n/use-messages';

export type UnitDetails = NonNullable<UnitQuery['unit']>;

/** One page of the directory. */
export const useUnits = (variables: MaybeRefOrGetter<UnitsQueryVariables>) => {
  const query = useQuery({
    queryKey: ['units', computed(() => toValue(variables))],
    queryFn: ({ signal }) => request(UnitsDocument, toValue(variables), signal),
    placeholderData: keepPreviousData,
  });
  return { ...query, connection: computed(() => query.data.value?.units) };
};

/** One unit with its place in the tree. */
export const useUnit = (id: MaybeRefOrGetter<string | undefined>) => {
  const query = useQuery({
    queryKey: ['unit', computed(() => toValue(id))],
    queryFn: ({ signal }) => request(UnitDocument, { id: toValue(id) ?? '' }, signal),
    enabled: computed(() => toValue(id) !== undefined),
  });
  return { ...query, unit: computed(() => query.data.value?.unit ?? null) };
};

/** Places and exchange types as choices; both change rarely. */
export const useDirectoryChoices = () => {
  const { tr } = useMessages();
  const query = useQuery({
    queryKey: ['directory-choices'],
    queryFn: ({ signal }) => request(DirectoryChoicesDocument, undefined, signal),
    staleTime: 3_600_000,
  });
  return {
    territories: computed(() =>
      (query.data.value?.territories ?? []).map(({ code, country, borderArea, name }) => ({
        value: code,
        label: tr(name),
        country,
        borderArea,
      })),
    ),
    types: computed(() =>
      (query.data.value?.exchangeTypes ?? []).map(({ code, title }) => ({
        value: code,
        label: `${code} · ${tr(title)}`,
      })),
    ),
  };
};
