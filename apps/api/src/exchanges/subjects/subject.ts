import type { Country } from '@soc-coop/contracts';

/** A number that identifies a person: which register it comes from, and its compact form. */
export interface Identifier {
  readonly type: string;
  readonly country: Country;
  readonly value: string;
}

/** The person block as sent. Its full shape is the common person form of `libs/forms`; these parts are used by name. */
export interface SubjectBlock {
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic?: string;
  readonly familyNameLatin?: string;
  readonly givenNameLatin?: string;
  readonly sex?: string;
  readonly birthDate?: string;
  readonly identifiers?: readonly Identifier[];
  readonly [field: string]: unknown;
}

/** The part of the person block that is searchable and shown on lists. */
export interface SubjectRow {
  readonly id: string;
  readonly exchangeId: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  readonly familyNameLatin: string;
  readonly givenNameLatin: string;
  readonly birthDate: string | null;
  readonly sex: string | null;
  readonly wrappedKey: string;
  readonly sealed: string;
}
