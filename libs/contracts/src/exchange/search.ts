import type { ExchangeState } from './vocabulary';

/** Why a search found an exchange, in the order they are shown. */
export const EXCHANGE_MATCHES = [
  'NUMBER',
  'IDENTIFIER',
  /** The name as on the papers. */
  'NAME',
  /** The name, typed in the other script. */
  'NAME_OTHER_SCRIPT',
  /** The name by another habit of spelling: Gheorghiev for Georgiev. */
  'NAME_SPELLING',
  'BIRTH_DATE',
  'FILE_NUMBER',
  'UNIT',
  'TYPE',
] as const;
export type ExchangeMatch = (typeof EXCHANGE_MATCHES)[number];

/** Kinds of numbers a person may be looked for by; `other` is any number the person form takes. */
export const SEARCHED_IDENTIFIERS = ['cnp', 'egn', 'lnch', 'other'] as const;
export type SearchedIdentifier = (typeof SEARCHED_IDENTIFIERS)[number];

/** States in which a case still moves; a new one about the same person may ask what this one will answer. */
export const UNSETTLED_STATES = [
  'DRAFT',
  'PENDING_APPROVAL',
  'SENT',
  'FORWARDED',
  'ACCEPTED',
  'CLARIFICATION',
  'ANSWERED',
  'REFUSED',
  'REOPENED',
] as const satisfies readonly ExchangeState[];
