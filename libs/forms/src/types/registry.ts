import type { ExchangeFormDefinition } from '../definition';
import { EX02 } from './ex02';
import { EX03 } from './ex03';
import { EX11 } from './ex11';

/** Every version of every type that was ever published; an exchange keeps the version it was opened with. */
export const FORM_DEFINITIONS: readonly ExchangeFormDefinition[] = [EX02, EX03, EX11];

/**
 * The definition of a type: the version asked for, else the newest.
 * @returns null when the type or the version does not exist.
 */
export const formDefinition = (code: string, version?: number): ExchangeFormDefinition | null => {
  const known = FORM_DEFINITIONS.filter((definition) => definition.code === code);
  if (version !== undefined) return known.find((definition) => definition.version === version) ?? null;
  return known.reduce<ExchangeFormDefinition | null>(
    (newest, definition) => (newest === null || definition.version > newest.version ? definition : newest),
    null,
  );
};
