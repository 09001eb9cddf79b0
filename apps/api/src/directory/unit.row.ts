import type { ContactPointKind, Country, Locale, Trilingual } from '@soc-coop/contracts';

/** A unit as it is read: one row, without what hangs on it. */
export interface UnitRow {
  readonly id: string;
  readonly code: string;
  readonly country: Country;
  readonly kind: string;
  readonly kindName: Trilingual;
  readonly parentId: string | null;
  readonly name: Trilingual;
  readonly shortName: Trilingual;
  readonly languages: readonly Locale[];
  /** What the numbers of its exchanges start with; units without one share that of a unit above. */
  readonly numberCode: string | null;
  readonly active: boolean;
  /** True when what its caseworkers send needs a second person's approval. */
  readonly fourEyes: boolean;
  readonly openToCorrection: boolean;
  readonly version: number;
}

/** A county or district. */
export interface TerritoryRow {
  readonly code: string;
  readonly country: Country;
  readonly nuts3: string;
  readonly name: Trilingual;
  readonly borderArea: boolean;
}

/** One way to reach a unit. */
export interface ContactPointRow {
  readonly kind: ContactPointKind;
  readonly value: string;
  readonly note: string | null;
}

/** A unit's place in the tree: itself and every unit above it. */
export interface UnitLineage {
  readonly id: string;
  readonly code: string;
  readonly country: Country;
  /** The unit's own id first, then its parent's, up to the top. */
  readonly lineage: readonly string[];
}

/** What the numbers of a unit's exchanges start with, and the unit they are counted for. */
export interface UnitNumbering {
  readonly unitId: string;
  readonly code: string;
}

/** Which units are looked for. */
export interface UnitQuery {
  /** Words of the search key, each of which must occur. */
  readonly words: readonly string[];
  readonly country: Country | null;
  readonly territory: string | null;
  readonly competence: string | null;
  readonly parent: string | null;
}
