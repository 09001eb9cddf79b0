import { DEFAULT_SORT, type ExchangeQueue, type ListColumn } from '@soc-coop/contracts';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { useRoute } from 'vue-router';
import { useUrlState } from '../../../shared/navigation/use-url-state';
import { LIST_FILTERS, readListQuery } from '../list-query';
import { useColumns } from './use-columns';

/** Everything a list is asked by, out of the address: reload, a shared link and the back button find the same list. */
export const useListState = (queue: MaybeRefOrGetter<ExchangeQueue>) => {
  const route = useRoute();
  const url = useUrlState(LIST_FILTERS);
  const query = computed(() => readListQuery(route.query));
  const { columns, choose } = useColumns(computed(() => query.value.columns));
  const sort = computed(() => query.value.sort ?? DEFAULT_SORT[toValue(queue)]);
  return {
    url,
    query,
    columns,
    sort,
    isFiltered: computed(() => Object.keys(query.value.filter).length > 0),
    variables: computed(() => ({
      queue: toValue(queue),
      filter: query.value.filter,
      ...(query.value.sort && { sort: query.value.sort }),
      first: query.value.size,
      ...(url.after.value && { after: url.after.value }),
    })),
    setSort: (value: string): void =>
      url.set({ sort: value === DEFAULT_SORT[toValue(queue)] ? undefined : value }),
    setSize: (value: string): void => url.set({ size: value === '25' ? undefined : value }),
    chooseColumns: (wanted: readonly ListColumn[]): void => {
      choose(wanted);
      if (query.value.columns !== null) url.set({ columns: undefined });
    },
  };
};
export type ListState = ReturnType<typeof useListState>;
