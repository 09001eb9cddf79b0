import type { ExchangeQueue, ExchangeSort, ListColumn } from '@soc-coop/contracts';
import type { SavedViewFilterInput } from '@soc-coop/dto';

/** The members a stored filter may have; nothing else is ever written or given back. */
export const VIEW_FILTERS = [
  'type',
  'state',
  'unit',
  'urgency',
  'handler',
  'dueFrom',
  'dueTo',
  'sentFrom',
  'sentTo',
  'waitingDays',
] as const satisfies readonly (keyof SavedViewFilterInput)[];
export type ViewFilter = Partial<Record<(typeof VIEW_FILTERS)[number], string | number>>;

/** What a view shows. */
export interface ViewContent {
  readonly name: string;
  readonly queue: ExchangeQueue;
  readonly filter: ViewFilter;
  readonly sort: ExchangeSort | null;
  readonly columns: readonly ListColumn[];
  readonly pageSize: number;
  /** The unit it is shown to beside its owner. */
  readonly unitId: string | null;
}

/** A view as the table holds it. */
export interface SavedViewRow extends ViewContent {
  readonly id: string;
  readonly ownerId: string;
  readonly version: number;
}

/** The given members of a filter that was checked already, by name: what is not known stays outside. */
export const viewFilter = (input: SavedViewFilterInput): ViewFilter =>
  Object.fromEntries(
    VIEW_FILTERS.flatMap((name) => {
      const value = input[name];
      return typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [];
    }),
  );
