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
