import type { AgreementPartyRole, AgreementStatus, Trilingual } from '@soc-coop/contracts';
import type { IsoDate } from '@soc-coop/domain';
import type { TermFacts } from './agreement.facts';

/** An agreement of the register. */
export interface AgreementRow {
  readonly id: string;
  readonly code: string;
  readonly title: Trilingual;
  readonly signedOn: IsoDate | null;
  readonly signedMonth: string | null;
  readonly status: AgreementStatus;
}

/** A party of an agreement. */
export interface PartyRow {
  readonly agreementId: string;
  readonly unitId: string;
  readonly role: AgreementPartyRole;
  readonly roleName: Trilingual;
}

/** A version of an agreement without its clauses and terms. */
export interface VersionRow {
  readonly id: string;
  readonly agreementId: string;
  readonly no: number;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  readonly reconstructed: boolean;
  readonly source: string;
}

/** A clause of a version; without text where only its heading is known. */
export interface ClauseRow {
  readonly versionId: string;
  readonly no: string;
  readonly title: Trilingual;
  readonly text: Trilingual | null;
}

/** A term of a version. */
export interface TermRow extends TermFacts {
  readonly versionId: string;
}

/** A code with its name: legal basis, purpose, category of data. */
export interface NamedCode {
  readonly code: string;
  readonly name: Trilingual;
}

/** The lists terms take their codes from. */
export interface CodeLists {
  readonly legalBases: ReadonlyMap<string, Trilingual>;
  readonly purposes: ReadonlyMap<string, Trilingual>;
  readonly dataCategories: ReadonlyMap<string, Trilingual>;
}

/** The register with the terms of one type of exchange. */
export interface RegisterRow {
  readonly agreements: readonly AgreementRow[];
  readonly parties: readonly PartyRow[];
  readonly versions: readonly VersionRow[];
  readonly terms: readonly TermRow[];
}

/** A version and a term as an exchange cites them, with the names of the legal acts the term rests on. */
export interface CitedRow {
  readonly agreement: AgreementRow;
  readonly versionNo: number;
  readonly legalBases: readonly string[];
  readonly names: readonly NamedCode[];
}

/** The facts of a citation, as an exchange stores them. */
export interface CitationFacts {
  readonly agreementId: string;
  readonly versionNo: number;
  readonly clause: string;
  readonly legalBases: readonly string[];
  /** The agreement and the names of its legal acts, where they were read along. */
  readonly read?: { readonly agreement: AgreementRow; readonly names: readonly NamedCode[] };
}
