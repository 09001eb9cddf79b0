import type { Country } from '@soc-coop/contracts';

import data from '../data/competences.json';
import {
  type Organisation,
  ORGANISATION_TYPES,
  organisationById,
  type OrganisationType,
} from './organisations';
import { type DataMeta, oneOf, provenance, type Provenance, toCountry } from './shape';

/** Exchange types a kind of organisation handles unless its administrator decides otherwise. */
export interface CompetenceRule extends Provenance {
  readonly organisationType: OrganisationType;
  readonly country: Country;
  readonly types: readonly string[];
  /** Organisation requests are addressed to instead, which passes them on; `null`: addressed directly. */
  readonly through: string | null;
}

/** How one organisation comes to handle an exchange type. */
export interface Competence {
  readonly type: string;
  readonly through: string | null;
}

export const competencesMeta: DataMeta = data.meta;

/** Codes of all exchange types, `EX01` to `EX14`. */
export const exchangeTypeCodes: readonly string[] = data.types;

export const competenceRules: readonly CompetenceRule[] = data.rules.map((raw) => ({
  organisationType: oneOf(ORGANISATION_TYPES, raw.organisationType),
  country: toCountry(raw.country),
  types: raw.types,
  through: raw.through,
  ...provenance(raw.sources, data.meta.sure),
}));

/** What an organisation handles by default, including what reaches it only through another one. */
export const competencesOf = ({ type, country }: Organisation): readonly Competence[] =>
  competenceRules
    .filter((rule) => rule.organisationType === type && rule.country === country)
    .flatMap((rule) => rule.types.map((code) => ({ type: code, through: rule.through })));

/** The exchange types an organisation may be addressed with; empty for bodies outside the exchange. */
export const exchangeTypesHandledBy = (organisationId: string): readonly string[] => {
  const organisation = organisationById(organisationId);
  if (organisation === undefined) return [];
  return competencesOf(organisation)
    .filter(({ through }) => through === null)
    .map(({ type }) => type);
};
