import type { Country, Locale, Role } from '@soc-coop/contracts';

/** An account as it is read. */
export interface AccountRow {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly searchKey: string;
  readonly country: Country;
  readonly locale: Locale;
  readonly active: boolean;
  readonly version: number;
  /** The units the person has a role in today. */
  readonly unitIds: readonly string[];
}

/** A role in a unit from a first to a last day. */
export interface MembershipRow {
  readonly id: string;
  readonly accountId: string;
  readonly unitId: string;
  readonly role: Role;
  readonly since: string;
  readonly until: string | null;
}

/** An account as one actor may see it. */
export interface VisibleAccount {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  /** Null for who may not write to the person. */
  readonly email: string | null;
  readonly country: Country;
  readonly locale: Locale;
  readonly active: boolean;
  readonly version: number;
}

/** Which accounts are looked for. */
export interface AccountQuery {
  /** Words of the search key, each of which must occur. */
  readonly words: readonly string[];
  readonly unit: string | null;
  readonly role: Role | null;
}
