import type { Locale } from '@soc-coop/contracts';

import type { Catalogue } from './ro';

export { LOCALES, type Locale } from '@soc-coop/contracts';
export { wordErrorParams, type Wording } from './error-params';
export { FEATURES, type Feature } from './features';
export { formatMessage, formatText, type MessageParams } from './format';
export { findMessage, type MessageKey, type MessageTree } from './keys';
export { PLURAL_RULES, type PluralRule } from './plurals';
export type { Catalogue } from './ro';

const LOADERS: Readonly<Record<Locale, () => Promise<{ default: Catalogue }>>> = {
  ro: () => import('./ro'),
  bg: () => import('./bg'),
  en: () => import('./en'),
};

/** Loads all texts of one locale; in the browser each locale is a file of its own. */
export const loadCatalogue = async (locale: Locale): Promise<Catalogue> => (await LOADERS[locale]()).default;
