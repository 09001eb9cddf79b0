import type { LocationQueryRaw, RouteLocationRaw } from 'vue-router';
import { useMessages } from '../i18n/use-messages';

/** Addresses of the product's pages in the reader's language. */
export const useTo = () => {
  const { locale } = useMessages();
  return (
    name: string,
    params: Record<string, string> = {},
    query: LocationQueryRaw = {},
  ): RouteLocationRaw => ({
    name,
    params: { locale: locale.value, ...params },
    query,
  });
};
