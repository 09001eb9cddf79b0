import type { Locale } from '@soc-coop/contracts';

import { findMessage, type MessageKey, type MessageTree } from './keys';
import { PLURAL_RULES } from './plurals';

/** Values for the `{name}` places of a text; `n` also chooses the plural form. */
export type MessageParams = Readonly<Record<string, string | number>>;

const PLACE = /\{\s*(?:'([^']*)'|(\w+))\s*\}/g;

/** Splits a text into its plural forms; a bar written as `{'|'}` does not separate. */
export const splitForms = (text: string): readonly string[] =>
  text.split(/(?<!')\|(?!')/).map((form) => form.trim());

/** The names of the `{name}` places of a text, each once, sorted. */
export const placesOf = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(PLACE)].flatMap(([, , name]) => (name === undefined ? [] : [name])))].sort();

/**
 * Fills a text written in the part of vue-i18n's syntax the product uses: `{name}`, `{'literal'}` and plural
 * forms. For places without Vue: mails, printed files, messages of the API. A place without a value stays visible.
 */
export const formatText = (locale: Locale, text: string, params: MessageParams = {}): string => {
  const forms = splitForms(text);
  const choice = Number(params['n'] ?? params['count'] ?? 1);
  const form = forms[PLURAL_RULES[locale](choice, forms.length)] ?? text;
  return form.replace(PLACE, (place, literal: string | undefined, name: string | undefined) => {
    if (literal !== undefined) return literal;
    const value = name !== undefined && Object.hasOwn(params, name) ? params[name] : undefined;
    return value === undefined ? place : String(value);
  });
};

/** The text behind a key, filled; the key itself when the catalogue lacks it, so that nothing is silently empty. */
export const formatMessage = (
  locale: Locale,
  catalogue: MessageTree,
  key: MessageKey,
  params: MessageParams = {},
): string => {
  const text = findMessage(catalogue, key);
  return text === null ? key : formatText(locale, text, params);
};
