import type { Country, Trilingual } from '@soc-coop/contracts';

import data from '../data/territories.json';
import { type DataMeta, indexBy, oneOf, provenance, type Provenance, toCountry } from './shape';

export const TERRITORY_KINDS = ['county', 'municipality', 'district'] as const;
export type TerritoryKind = (typeof TERRITORY_KINDS)[number];

/** A first-level territory: a Romanian county or the municipality of Bucharest, a Bulgarian district. */
export interface Territory extends Provenance {
  /** ISO 3166-2, such as `RO-CT`. */
  readonly id: string;
  readonly country: Country;
  readonly kind: TerritoryKind;
  readonly nuts2: string;
  readonly nuts3: string;
  readonly names: Trilingual;
  readonly longNames: Trilingual;
  readonly seat: Trilingual;
  /** Romanian-spelling and historical forms, for search only. */
  readonly otherNames: readonly string[];
  /** One of the seven counties and eight districts of the programme. */
  readonly borderArea: boolean;
  /** Territories on the other bank, by id. */
  readonly neighbours: readonly string[];
  /** County codes inside a CNP; empty for districts. */
  readonly cnpCounties: readonly string[];
  /** Three-letter code of the Bulgarian statistical institute. */
  readonly nsiCode: string | null;
}

/** A state with what its offices need: language, currency and time zone. */
export interface CountryFacts extends Provenance {
  readonly id: Country;
  readonly alpha3: string;
  readonly names: Trilingual;
  readonly capital: Trilingual;
  readonly language: 'ro' | 'bg';
  readonly currency: string;
  readonly timeZone: string;
  /** What its first-level territory is called. */
  readonly firstLevel: Trilingual;
}

/** A statistical region of level 2. */
export interface Nuts2Region extends Provenance {
  readonly id: string;
  readonly country: Country;
  readonly names: Trilingual;
}

const neighboursOf = (id: string): readonly string[] =>
  data.borderNeighbours.pairs.flatMap((pair) =>
    pair.includes(id) ? pair.filter((other) => other !== id) : [],
  );

const toTerritory = (raw: (typeof data.units)[number]): Territory => ({
  id: raw.id,
  country: toCountry(raw.country),
  kind: oneOf(TERRITORY_KINDS, raw.kind),
  nuts2: raw.nuts2,
  nuts3: raw.nuts3,
  names: raw.names,
  longNames: raw.longNames,
  seat: raw.seat,
  otherNames: raw.otherNames,
  borderArea: raw.borderArea,
  neighbours: neighboursOf(raw.id),
  cnpCounties: raw.cnpCounties,
  nsiCode: raw.nsiCode ?? null,
  ...provenance([...new Set(Object.values(raw.sources).flat())], raw.sure),
});

export const territoriesMeta: DataMeta = data.meta;

export const countries: readonly CountryFacts[] = data.countries.map((raw) => ({
  id: toCountry(raw.id),
  alpha3: raw.alpha3,
  names: raw.names,
  capital: raw.capital,
  language: oneOf(['ro', 'bg'], raw.language),
  currency: raw.currency,
  timeZone: raw.timeZone,
  firstLevel: raw.firstLevel,
  ...provenance(raw.sources, raw.sure),
}));

export const nuts2Regions: readonly Nuts2Region[] = data.nuts2.map((raw) => ({
  id: raw.id,
  country: toCountry(raw.country),
  names: raw.names,
  ...provenance(raw.sources, raw.sure),
}));

/** All 42 Romanian and 28 Bulgarian first-level territories. */
export const territories: readonly Territory[] = data.units.map(toTerritory);

const byId = indexBy(territories, ({ id }) => id);
const countryById = indexBy(countries, ({ id }) => id);

export const territoryById = (id: string): Territory | undefined => byId.get(id);

/** @throws RangeError never for the two countries of the product */
export const countryFacts = (country: Country): CountryFacts => {
  const facts = countryById.get(country);
  if (facts === undefined) throw new RangeError(`no facts of ${country}`);
  return facts;
};

/** The territory a CNP's county code stands for; none for 70 and 80 to 83, which belong to no county. */
export const territoryOfCnp = (countyCode: string): Territory | undefined =>
  territories.find(({ cnpCounties }) => cnpCounties.includes(countyCode));
