import { type ErrorCode, type ErrorParams, type Locale, LOCALES } from '@soc-coop/contracts';
import { findMessage, formatText, type MessageTree, wordErrorParams } from '@soc-coop/messages';
import bg from '@soc-coop/messages/bg';
import en from '@soc-coop/messages/en';
import ro from '@soc-coop/messages/ro';

const CATALOGUES: Readonly<Record<Locale, MessageTree>> = { ro, bg, en };

/** The sentence for a coded error in one language; clients that word errors themselves use code and params. */
export const wordError = (code: ErrorCode, params: ErrorParams, locale: Locale): string => {
  const catalogue = CATALOGUES[locale];
  const text = findMessage(catalogue, `errors.${code}`) ?? code;
  const worded = wordErrorParams(params, {
    locale,
    has: (key) => findMessage(catalogue, key) !== null,
    text: (key) => findMessage(catalogue, key) ?? key,
  });
  return formatText(locale, text, worded);
};

/** The first language of an `Accept-Language` header the product speaks; English where there is none. */
export const preferredLocale = (header: string | undefined): Locale => {
  const wanted = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.flatMap((tag) => LOCALES.filter((locale) => locale === tag)).at(0) ?? 'en';
};
