import type { Locale, Trilingual } from '@soc-coop/contracts';
import type { MessageKey, MessageParams } from '@soc-coop/messages';
import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';

/** The texts of the page, by keys that must exist. */
export interface Messages {
  readonly locale: ComputedRef<Locale>;
  /** A text; `n` among the parameters also chooses the plural form. */
  readonly t: (key: MessageKey, params?: MessageParams) => string;
  /** True when the catalogue has the key; for codes that come from data. */
  readonly has: (key: string) => boolean;
  /** A text whose key is made from data; ask `has` first. */
  readonly dynamic: (key: string) => string;
  /** The reader's language of a text that data carries in all three. */
  readonly tr: (text: Trilingual | null | undefined) => string;
}

/** Typed access to the catalogue; components use this instead of vue-i18n itself. */
export const useMessages = (): Messages => {
  const composer = useI18n({ useScope: 'global' });
  const locale = computed(() => composer.locale.value as Locale);
  return {
    locale,
    t: (key, params = {}) => {
      const n = params['n'];
      return typeof n === 'number' ? composer.t(key, { ...params }, n) : composer.t(key, { ...params });
    },
    has: (key) => composer.te(key),
    dynamic: (key) => composer.t(key),
    tr: (text) => text?.[locale.value] ?? '',
  };
};
