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

  const keepState = (): Record<string, string> => {
    const state = window.history.state as Record<string, unknown> | null;
    return typeof state?.['text'] === 'string' ? { text: state['text'] } : {};
  };

  const go = (patch: Record<string, string | undefined>): void => {
    const target = withQuery({ ...patch, after: undefined });
    void router.push(typeof target === 'string' ? target : { ...target, state: keepState() });
  };

  return {
    filter: (name) =>
      computed({ get: () => text(route.query, name), set: (value: string) => go({ [name]: value }) }),
    after: computed(() => text(route.query, 'after') || undefined),
    hasFilters: computed(() => names.some((name) => text(route.query, name) !== '')),
    withQuery,
    clear: () => go(Object.fromEntries(names.map((name) => [name, undefined]))),
  };
};
