import type { Country, Trilingual } from '@soc-coop/contracts';

import data from '../data/benefits.json';
import { type DataMeta, indexBy, oneOf, provenance, type Provenance, toCountry } from './shape';

/** How near a benefit of the other country comes: same purpose and like conditions, or only in part. */
export const COUNTERPART_DEGREES = ['close', 'partial'] as const;
export type CounterpartDegree = (typeof COUNTERPART_DEGREES)[number];

/** A benefit of the other country that resembles this one. Never an equivalence in law. */
export interface Counterpart {
  readonly code: string;
  readonly degree: CounterpartDegree;
  readonly note: string | null;
}

/** A social benefit or service of one country. Codes are made for this product; amounts are left out on purpose. */
export interface Benefit extends Provenance {
  readonly code: string;
  readonly country: Country;
  /** Names in the other country's language are working translations. */
  readonly names: Trilingual;
  readonly kind: string;
  readonly periodicity: string;
  readonly legalBasis: readonly string[];
  readonly application: string;
  readonly decision: string;
  readonly delivery: string;
  /** Keys of `eligibilityKeys`. */
  readonly eligibility: readonly string[];
  readonly meansTested: boolean;
  readonly counterparts: readonly Counterpart[];
  /** What the European coordination of social security says about it. */
  readonly euCoordination: string;
}

/** Who inspects what in one country, and by which law. */
export interface InspectionSide {
  readonly who: string;
  readonly law: readonly string[];
  readonly what: readonly string[];
}

/** An area of social inspection, both countries side by side. */
export interface InspectionArea extends Provenance {
  readonly code: string;
  readonly names: Trilingual;
  readonly sides: Readonly<Record<Country, InspectionSide>>;
}

type Raw = (typeof data.benefits)[number];

/** Not every entry has a note; the type says so once for all of them. */
interface RawCounterpart {
  readonly code: string;
  readonly degree: string;
  readonly note?: string;
}

const toCounterpart = (raw: RawCounterpart): Counterpart => ({
  code: raw.code,
  degree: oneOf(COUNTERPART_DEGREES, raw.degree),
  note: raw.note ?? null,
});

const toBenefit = (raw: Raw): Benefit => ({
  code: raw.code,
  country: toCountry(raw.country),
  names: raw.names,
  kind: raw.kind,
  periodicity: raw.periodicity,
  legalBasis: raw.legalBasis,
  application: raw.administeredBy.application,
  decision: raw.administeredBy.decision,
  delivery: raw.administeredBy.paymentOrDelivery,
  eligibility: raw.eligibility,
  meansTested: raw.meansTested,
  counterparts: raw.counterparts.map(toCounterpart),
  euCoordination: raw.euCoordination,
  ...provenance(raw.sources, raw.sure),
});

export const benefitsMeta: DataMeta = data.meta;

/** Conditions benefits depend on. */
export const eligibilityKeys: readonly { readonly key: string; readonly label: Trilingual }[] =
  data.eligibilityKeys;

export const benefits: readonly Benefit[] = data.benefits.map(toBenefit);

export const inspectionAreas: readonly InspectionArea[] = data.socialInspection.areas.map((raw) => ({
  code: raw.code,
  names: raw.names,
  sides: { RO: raw.RO, BG: raw.BG },
  ...provenance(raw.sources, raw.sure),
}));

const byCode = indexBy(benefits, ({ code }) => code);

export const benefitByCode = (code: string): Benefit | undefined => byCode.get(code);

export const benefitsOf = (country: Country): readonly Benefit[] =>
  benefits.filter((benefit) => benefit.country === country);
