import type {
  AgreementPartyRole,
  AgreementStatus,
  CertificateKind,
  CoveredAct,
  Refusal,
} from '@soc-coop/contracts';
import type { IsoDate } from '@soc-coop/domain';

/** What one version of an agreement says about one type of exchange. */
export interface TermFacts {
  readonly id: string;
  readonly typeCode: string;
  readonly clause: string;
  readonly legalBases: readonly string[];
  readonly certificates: readonly CertificateKind[];
  readonly purposes: readonly string[];
  readonly dataCategories: readonly string[];
  readonly acceptWorkingDays: number;
  readonly answerWorkingDays: number;
  readonly urgentWorkingDays: number;
  readonly immediateWorkingDays: number;
  readonly blockAfterMonths: number;
  readonly deleteAfterMonths: number;
  /** True when every unit of the parties may use the term; otherwise only `unitIds` and what stands below them. */
  readonly allUnits: boolean;
  readonly unitIds: readonly string[];
}

/** A version holds from its first to its last day, both included; without a last day it is open. */
export interface VersionFacts {
  readonly id: string;
  readonly no: number;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  readonly terms: readonly TermFacts[];
}

/** A party and everything that stands below it in the tree of units. */
export interface PartyFacts {
  readonly unitId: string;
  readonly role: AgreementPartyRole;
}

/** An agreement as far as coverage needs it. */
export interface AgreementFacts {
  readonly id: string;
  readonly code: string;
  readonly status: AgreementStatus;
  readonly parties: readonly PartyFacts[];
  readonly versions: readonly VersionFacts[];
}

/** A unit of a case: its code for the reader, its own id and those of all units above it. */
export interface CoverageUnit {
  readonly code: string;
  readonly lineage: readonly string[];
}

/** May this act happen on this day? */
export interface CoverageQuestion {
  readonly type: string;
  readonly requesting: CoverageUnit;
  /** Null while a draft has no addressee yet; then only the requesting side is judged. */
  readonly replying: CoverageUnit | null;
  readonly act: CoveredAct;
  readonly date: IsoDate;
  /** The version the case already cites: an answer is given under the terms the question was sent under. */
  readonly citedVersionId?: string | null;
}

/** By what an act is covered; the case stores it. */
export interface Citation extends Omit<TermFacts, 'id' | 'allUnits' | 'unitIds'> {
  readonly agreementId: string;
  readonly agreementCode: string;
  readonly versionId: string;
  readonly versionNo: number;
  readonly termId: string;
}

/** Covered, and by which clause; or not, and everything that is missing. */
export type CoverageAnswer =
  | { readonly covered: true; readonly citation: Citation }
  | { readonly covered: false; readonly refusals: readonly Refusal[] };
