import type { IsoDate } from '../calendar';

/** Numbers the product knows: persons of Romania and Bulgaria, organisations of both, bank accounts of both. */
export const IDENTIFIER_TYPES = ['cnp', 'egn', 'lnch', 'cui', 'eik', 'iban'] as const;
export type IdentifierType = (typeof IDENTIFIER_TYPES)[number];

/** The kinds that belong to a natural person and are personal data. */
export const PERSON_IDENTIFIER_TYPES = ['cnp', 'egn', 'lnch'] as const satisfies readonly IdentifierType[];

/** Why a number does not follow its rules; the first rule broken, in the order of the specification. */
export const IDENTIFIER_REASONS = [
  'FORMAT',
  'LENGTH',
  'COMPONENT_S',
  'DATE',
  'COUNTY',
  'COUNTY_DATE',
  'SERIAL',
  'CHECKSUM',
  'COUNTRY',
] as const;
export type IdentifierReason = (typeof IDENTIFIER_REASONS)[number];

/**
 * Reasons real numbers are known to show: misprinted control digits of old or foreign papers, county codes that are
 * in use but not published. They warn, and the user may confirm the number; the other reasons are typing mistakes.
 */
export const CONFIRMABLE_REASONS = [
  'COUNTY',
  'COUNTY_DATE',
  'SERIAL',
  'CHECKSUM',
] as const satisfies readonly IdentifierReason[];

export type IdentifierSex = 'M' | 'F';

/** What a valid number says about its holder; a member is absent where the kind of number does not carry it. */
export interface IdentifierFacts {
  /** `null`: the number carries a date but not its century. */
  readonly birthDate?: IsoDate | null;
  readonly sex?: IdentifierSex;
  readonly serial?: string;
  /** CNP: two digits of the county or Bucharest sector, see the territories' `cnpCounties`. */
  readonly countyCode?: string;
  /** CNP: given to a foreigner who lives in Romania. */
  readonly residentForeigner?: boolean;
}

/** The verdict on a number as typed. */
export type IdentifierCheck =
  | { readonly valid: true; readonly compact: string; readonly facts: IdentifierFacts }
  | { readonly valid: false; readonly compact: string; readonly reason: IdentifierReason };

/** Judges a compact number: the reason of the first broken rule, or what the number says. */
export type IdentifierRules = (compact: string) => IdentifierReason | IdentifierFacts;
