import type { Locale, Trilingual } from '@soc-coop/contracts';
import type { IsoDate } from '@soc-coop/domain';
import type {
  AgreementCitationModel,
  AgreementClauseModel,
  AgreementModel,
  AgreementPartyModel,
  AgreementTermModel,
  AgreementVersionModel,
  LegalBasisModel,
} from './agreement.model';
import type {
  AgreementRow,
  CitationFacts,
  ClauseRow,
  CodeLists,
  PartyRow,
  TermRow,
  VersionRow,
} from './agreement.row';
import { versionOn } from './coverage';

/** A code without a name is shown as it is: the lists only ever grow, so this is a list not loaded yet. */
const nameOf = (names: ReadonlyMap<string, Trilingual>, code: string): Trilingual =>
  names.get(code) ?? { ro: code, bg: code, en: code };

const toLegalBases = (codes: readonly string[], lists: CodeLists): LegalBasisModel[] =>
  codes.map((code) => ({ code, name: nameOf(lists.legalBases, code) }));

/** What the schema shows of an agreement. */
export const toAgreementModel = (row: AgreementRow): AgreementModel => ({
  id: row.id,
  code: row.code,
  title: row.title,
  signedOn: row.signedOn,
  signedMonth: row.signedMonth,
  status: row.status,
});

/** What the schema shows of a party. */
export const toPartyModel = (row: PartyRow): AgreementPartyModel => ({
  roleCode: row.role,
  role: row.roleName,
  unitId: row.unitId,
});

/** What the schema shows of a version on a day. */
export const toVersionModel = (row: VersionRow, today: IsoDate): AgreementVersionModel => ({
  id: row.id,
  no: row.no,
  validFrom: row.validFrom,
  validTo: row.validTo,
  inForce: versionOn([row], today) !== null,
  reconstructed: row.reconstructed,
  source: row.source,
});

/** What the schema shows of a clause. */
export const toClauseModel = (row: ClauseRow): AgreementClauseModel => ({
  no: row.no,
  title: row.title,
  text: row.text,
});

/** What the schema shows of a term. */
export const toTermModel = (row: TermRow, lists: CodeLists): AgreementTermModel => ({
  id: row.id,
  typeCode: row.typeCode,
  clause: row.clause,
  certificates: row.certificates,
  acceptWorkingDays: row.acceptWorkingDays,
  answerWorkingDays: row.answerWorkingDays,
  urgentWorkingDays: row.urgentWorkingDays,
  immediateWorkingDays: row.immediateWorkingDays,
  blockAfterMonths: row.blockAfterMonths,
  deleteAfterMonths: row.deleteAfterMonths,
  allUnits: row.allUnits,
  legalBases: toLegalBases(row.legalBases, lists),
  dataCategories: row.dataCategories.map((code) => nameOf(lists.dataCategories, code)),
  purposes: row.purposes.map((code) => nameOf(lists.purposes, code)),
  unitIds: row.unitIds,
});

/** What the schema shows of a citation, to a reader of the given language. */
export const toCitationModel = (
  { agreementId, versionNo, clause, legalBases, read }: CitationFacts,
  lists: CodeLists,
  locale: Locale,
): AgreementCitationModel => ({
  agreementId,
  ...(read === undefined ? {} : { agreement: toAgreementModel(read.agreement) }),
  version: versionNo,
  clause,
  legalBases: toLegalBases(legalBases, lists),
  legalBasis: legalBases.map((code) => nameOf(lists.legalBases, code)[locale]).join('; '),
});
