import { computed, type ComputedRef, type WritableComputedRef } from 'vue';
import { useRoute, useRouter, type LocationQuery, type RouteLocationRaw } from 'vue-router';

/** Filters and place of a list, kept in the address: reload, share and the back button work. */
export interface UrlState {
  /** A filter bound to a control; changing it goes back to the first page. */
  readonly filter: (name: string) => WritableComputedRef<string>;
  readonly after: ComputedRef<string | undefined>;
  readonly hasFilters: ComputedRef<boolean>;
  /** The same list with other values; empty ones leave the address. */
  readonly withQuery: (patch: Record<string, string | undefined>) => RouteLocationRaw;
  /** Several values at once, as one step for the back button. */
  readonly set: (patch: Record<string, string | undefined>) => void;
  readonly clear: () => void;
}

const text = (query: LocationQuery, name: string): string => {
  const value = query[name];
  return typeof value === 'string' ? value : '';
};

/** `names` are the filters of the list, without the page's place. */
export const useUrlState = (names: readonly string[]): UrlState => {
  const route = useRoute();
  const router = useRouter();

  const withQuery = (patch: Record<string, string | undefined>): RouteLocationRaw => {
    const merged = Object.entries({ ...route.query, ...patch });
    return {
      params: route.params,
      query: Object.fromEntries(merged.filter(([, value]) => value !== undefined && value !== '')),
    };
  };

  const go = (patch: Record<string, string | undefined>): void => {
    void router.push(withQuery({ ...patch, after: undefined }));
  };

  return {
    filter: (name) =>
      computed({ get: () => text(route.query, name), set: (value: string) => go({ [name]: value }) }),
    after: computed(() => text(route.query, 'after') || undefined),
    hasFilters: computed(() => names.some((name) => text(route.query, name) !== '')),
    withQuery,
    set: go,
    clear: () => go(Object.fromEntries(names.map((name) => [name, undefined]))),
  };
};
