import { LOCALES, type Locale } from '@soc-coop/contracts';
import { loadCatalogue, PLURAL_RULES } from '@soc-coop/messages';
import { createI18n } from 'vue-i18n';

/**
 * One catalogue at a time: the reader's. Texts are compiled to a tree, never to code, so the page runs under
 * `script-src 'self'`. There is no fallback locale on purpose: a missing text fails the build.
 */
export const i18n = createI18n({
  legacy: false,
  locale: 'ro' as string,
  fallbackLocale: false,
  messages: {},
  pluralRules: PLURAL_RULES,
  missingWarn: import.meta.env.DEV,
});

const loaded = new Set<Locale>();

export const isLocale = (value: unknown): value is Locale => LOCALES.some((locale) => locale === value);

/** Loads a locale's texts if needed and makes it the page's language. */
export const useLocaleOfPage = async (locale: Locale): Promise<void> => {
  if (!loaded.has(locale)) {
    const catalogue = await loadCatalogue(locale);
    i18n.global.setLocaleMessage(locale, catalogue);
    loaded.add(locale);
  }
  i18n.global.locale.value = locale;
  document.documentElement.lang = locale;
};

const REMEMBERED = 'soc-coop.locale';

/** The language to open with when the address does not say: the one last used, else the browser's. */
export const preferredLocale = (): Locale => {
  const remembered = localStorage.getItem(REMEMBERED);
  if (isLocale(remembered)) return remembered;
  const wanted = navigator.languages.map((language) => language.slice(0, 2));
  return wanted.find(isLocale) ?? 'ro';
};

export const rememberLocale = (locale: Locale): void => {
  localStorage.setItem(REMEMBERED, locale);
};
