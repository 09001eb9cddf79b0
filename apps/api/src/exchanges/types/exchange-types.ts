import { EXCHANGE_TYPE_CATALOGUE, formDefinition, publishedDefinitions } from '@soc-coop/forms';
import type { ExchangeTypeModel } from './exchange-type.model';

/**
 * A type as the API shows it: the version asked for, else the newest.
 * @returns null when there is no such type or version.
 */
export const exchangeType = (code: string, version?: number): ExchangeTypeModel | null => {
  const definition = formDefinition(code, version);
  if (definition !== null)
    return {
      code,
      version: definition.version,
      title: definition.title,
      available: true,
      certificates: definition.certificates,
      form: { ...definition },
    };
  if (version !== undefined) return null;
  const planned = EXCHANGE_TYPE_CATALOGUE.find((entry) => entry.code === code);
  return planned === undefined ? null : { ...planned, version: null, form: null };
};

/** Every type, in the order of the codes: those with a form, and those planned. */
export const exchangeTypes = (): ExchangeTypeModel[] => {
  const codes = [...EXCHANGE_TYPE_CATALOGUE, ...publishedDefinitions()].map(({ code }) => code);
  return [...new Set(codes)].sort().flatMap((code) => exchangeType(code) ?? []);
};
