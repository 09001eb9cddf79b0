import type { Trilingual } from '@soc-coop/contracts';

import data from '../data/agreement.json';
import { type DataMeta, indexBy, provenance, type Provenance } from './shape';

/** A code with its names, as agreements list them. */
export interface AgreementCode {
  readonly code: string;
  readonly label: Trilingual;
}

/** A law the exchange may rest on. */
export interface LegalBasis extends Provenance {
  readonly id: string;
  readonly names: Trilingual;
  readonly meaning: string;
  readonly appliesTo: string;
}

/** A clause an agreement of this kind has; the wording of the 2019 agreement itself is not public. */
export interface AgreementClause {
  readonly number: number;
  readonly key: string;
  readonly title: Trilingual;
  /** What the clause settles, in catchwords. */
  readonly content: readonly string[];
  readonly mandatory: boolean;
}

/** A term of time, in the one unit that is not `null`. */
export interface AgreementDeadline extends Provenance {
  readonly key: string;
  readonly label: Trilingual;
  readonly workingDays: number | null;
  readonly months: number | null;
  readonly hours: number | null;
}

export interface RetentionRule extends Provenance {
  readonly category: string;
  /** `null`: kept without limit. */
  readonly years: number | null;
  /** The event the period starts with. */
  readonly from: string | null;
}

export interface DataCategory extends AgreementCode {
  /** Special category of article 9 or 10 GDPR. */
  readonly special: boolean;
}

/** Articles are cited from memory and terms are proposals: everything here is open to correction. */
const UNCERTAIN = 'medium';

export const agreementMeta: DataMeta & { readonly warning: string; readonly reconstructed: boolean } =
  data.meta;

/** The little that is publicly known of the agreement between ANPIS and ASA. */
export const agreementFacts: {
  /** Month of signature, `YYYY-MM`. */
  readonly signed: string;
  readonly signedBy: string;
  /** Organisations, by id. */
  readonly parties: readonly string[];
  readonly subject: string;
  readonly sources: readonly string[];
} = data.knownFacts;

export const legalBases: readonly LegalBasis[] = data.legalBases.map((raw) => ({
  id: raw.id,
  names: raw.name,
  meaning: raw.meaning,
  appliesTo: raw.appliesTo,
  ...provenance(raw.sources, UNCERTAIN),
}));

export const agreementClauses: readonly AgreementClause[] = data.clauses.map((raw) => ({
  number: raw.no,
  key: raw.key,
  title: raw.title,
  content: raw.content,
  mandatory: raw.mandatory,
}));

export const agreementStatuses: readonly AgreementCode[] = data.terms.statuses;

/** Which status may follow which. */
export const agreementStatusMoves: readonly (readonly string[])[] = data.terms.statusMoves;

export const agreementDeadlines: readonly AgreementDeadline[] = data.terms.deadlineTable.map((raw) => ({
  key: raw.key,
  label: raw.label,
  workingDays: raw.workingDays ?? null,
  months: raw.months ?? null,
  hours: raw.hours ?? null,
  ...provenance(raw.sources, UNCERTAIN),
}));

export const retentionRules: readonly RetentionRule[] = data.terms.retentionTable.map((raw) => ({
  category: raw.category,
  years: raw.years,
  from: raw.from,
  ...provenance(raw.sources, UNCERTAIN),
}));

export const exchangePurposes: readonly AgreementCode[] = data.terms.purposes;

export const dataCategories: readonly DataCategory[] = data.terms.dataCategories.map((raw) => ({
  code: raw.code,
  label: raw.label,
  special: raw.specialCategory,
}));

export const agreementAnnexes: readonly Trilingual[] = data.annexes;

const clauseByKey = indexBy(agreementClauses, ({ key }) => key);
const basisById = indexBy(legalBases, ({ id }) => id);

export const agreementClause = (key: string): AgreementClause | undefined => clauseByKey.get(key);

export const legalBasisById = (id: string): LegalBasis | undefined => basisById.get(id);
