import type { ExchangeQueue, ListColumn } from '@soc-coop/contracts';
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed } from 'vue';
import {
  CreateSavedViewDocument,
  RemoveSavedViewDocument,
  SavedViewsDocument,
  UpdateSavedViewDocument,
  type CreateSavedViewInput,
  type SavedViewPartsFragment,
} from '../../../gql/graphql';
import { useAct } from '../../../shared/acts/use-act';
import { request } from '../../../shared/graphql/request';
import { LIST_FILTERS } from '../list-query';

/** What a view is made of, without the key of the act. */
export type ViewContent = Omit<CreateSavedViewInput, 'idempotencyKey'>;

/** A kept view as the input that would make it anew. */
export const contentOf = (view: SavedViewPartsFragment): ViewContent => ({
  name: view.name,
  queue: view.queue,
  filter: Object.fromEntries(
    LIST_FILTERS.flatMap((name) => {
      const value = view.filter[name];
      return value === null || value === undefined ? [] : [[name, value]];
    }),
  ),
  sort: view.sort ?? null,
  columns: [...view.columns],
  pageSize: view.pageSize,
  shared: view.shared,
});

/** A view that came with the product; its name is a text of the catalogue. */
export interface GivenView {
  readonly id: 'UNASSIGNED' | 'MINE' | 'URGENT' | 'LONG_WAITING';
  readonly queue: ExchangeQueue;
  readonly filter: ViewContent['filter'];
  readonly columns?: readonly ListColumn[];
}

/** What offices ask for every morning. */
export const GIVEN_VIEWS: readonly GivenView[] = [
  { id: 'UNASSIGNED', queue: 'NEEDS_ME', filter: { handler: 'NOBODY' } },
  { id: 'MINE', queue: 'NEEDS_ME', filter: { handler: 'ME' } },
  { id: 'URGENT', queue: 'NEEDS_ME', filter: { urgency: 'URGENT' } },
  { id: 'LONG_WAITING', queue: 'WAITING', filter: { waitingDays: 10 } },
];

const KEY = ['saved-views'];

/** Lists under names: one's own and those of the unit. */
export const useSavedViews = () => {
  const queries = useQueryClient();
  const { data, isPending, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => request(SavedViewsDocument, undefined, signal),
  });
  const views = computed(() => data.value?.savedViews ?? []);
  const changed = (): void => void queries.invalidateQueries({ queryKey: KEY });
  return {
    own: computed(() => views.value.filter(({ own, shared }) => own && !shared)),
    ofUnit: computed(() => views.value.filter(({ shared }) => shared)),
    isPending,
    error,
    refetch,
    create: useAct(async (content: ViewContent, idempotencyKey) => {
      const { createSavedView } = await request(CreateSavedViewDocument, {
        input: { ...content, idempotencyKey },
      });
      changed();
      return createSavedView;
    }),
    update: useAct(async (content: ViewContent & { id: string; version: number }, idempotencyKey) => {
      const { updateSavedView } = await request(UpdateSavedViewDocument, {
        input: { ...content, idempotencyKey },
      });
      changed();
      return updateSavedView;
    }),
    remove: useAct(async ({ id }: { id: string }, idempotencyKey) => {
      await request(RemoveSavedViewDocument, { input: { id, idempotencyKey } });
      changed();
      return id;
    }),
  };
};
