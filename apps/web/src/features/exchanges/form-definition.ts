import { isKnownFormat, type ExchangeFormDefinition, type JsonObject } from '@soc-coop/forms';

const isDefinition = (form: object): form is ExchangeFormDefinition =>
  'format' in form && isKnownFormat(form.format) && 'request' in form && 'answer' in form;

/** Reads a definition the API sent as JSON; a format this page does not know is refused, never guessed. */
export const readDefinition = (form: object | null | undefined): ExchangeFormDefinition | null =>
  form && isDefinition(form) ? form : null;

const isContent = (content: object): content is JsonObject => !Array.isArray(content);

/** Content as the API sends it: a JSON object; nothing written is an empty one. */
export const readContent = (content: object | null | undefined): JsonObject =>
  content && isContent(content) ? content : {};

/** The version of a request that was in force at an instant; versions come oldest first. */
export const requestAt = <Version extends { readonly sentAt: string }>(
  versions: readonly Version[],
  instant: string,
): Version | undefined => versions.findLast(({ sentAt }) => sentAt <= instant) ?? versions[0];
