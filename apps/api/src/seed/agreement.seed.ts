import {
  agreementAnnexes,
  agreementClauses,
  agreementFacts,
  dataCategories,
  exchangePurposes,
  legalBases,
} from '@soc-coop/reference';
import agreement from '../../data/agreement-2019.json';
import { newId } from '../platform/database';
import type { ReferenceRowsRepository } from './reference-rows.repository';
import { type Row, textColumns } from './rows';

/** The annex whose points the terms are. */
const TERMS_ANNEX = 4;

const NO_TEXT: Row = { text_ro: null, text_bg: null, text_en: null };

/** The clauses by their numbers, then the annexes; the annex of terms is followed by its points. */
const clauseRows = (versionId: string): Row[] => {
  const clauses: Row[] = [
    ...agreementClauses.map(({ number, title }) => ({
      no: String(number),
      ...textColumns('title', title),
      ...NO_TEXT,
    })),
    ...agreementAnnexes.flatMap((title, index): Row[] => {
      const number = index + 1;
      const annex: Row = { no: `A${number}`, ...textColumns('title', title), ...NO_TEXT };
      return number === TERMS_ANNEX ? [annex, ...pointRows()] : [annex];
    }),
  ];
  return clauses.map((clause, ordinal) => ({ version_id: versionId, ordinal, ...clause }));
};

const pointRows = (): Row[] =>
  agreement.terms.map(({ clause, typeCode, title, text }) => ({
    no: clause,
    title_ro: `${typeCode} – ${title.ro}`,
    title_bg: `${typeCode} – ${title.bg}`,
    title_en: `${typeCode} – ${title.en}`,
    ...textColumns('text', text),
  }));

const termRows = (versionId: string): Row[] =>
  agreement.terms.map((term) => ({
    id: newId(),
    version_id: versionId,
    type_code: term.typeCode,
    clause_no: term.clause,
    all_units: true,
    accept_working_days: term.acceptWorkingDays,
    answer_working_days: term.answerWorkingDays,
    urgent_working_days: term.urgentWorkingDays,
    immediate_working_days: term.immediateWorkingDays,
    block_after_months: agreement.retention.blockAfterMonths,
    delete_after_months: agreement.retention.deleteAfterMonths,
    certificates: term.certificates,
    legal_bases: term.legalBases,
    purposes: term.purposes,
    data_categories: term.dataCategories,
  }));

/** The code lists terms are written in: brought up to date. */
export const seedAgreementCodes = async (rows: ReferenceRowsRepository): Promise<number> => {
  const written = [
    await rows.upsert(
      { name: 'legal_basis', key: ['code'] },
      legalBases.map(({ id, names, sources }) => ({
        code: id,
        ...textColumns('name', names),
        source: sources.join(', '),
      })),
    ),
    await rows.upsert(
      { name: 'data_category', key: ['code'] },
      dataCategories.map(({ code, label, special }) => ({ code, ...textColumns('name', label), special })),
    ),
    await rows.upsert(
      { name: 'exchange_purpose', key: ['code'] },
      exchangePurposes.map(({ code, label }) => ({ code, ...textColumns('name', label) })),
    ),
  ];
  return written.reduce((sum, count) => sum + count, 0);
};

/**
 * The agreement of November 2019 between both central agencies. Once it is in the register it is never touched:
 * exchanges cite its version, and what was cited does not change.
 */
export const seedAgreement = async (rows: ReferenceRowsRepository): Promise<number> => {
  if ((await rows.idsByCode('agreement')).has(agreement.code)) return 0;
  const units = await rows.idsByCode('unit');
  const [agreementId, versionId] = [newId(), newId()];
  const { code, title, status, partyRole, version } = agreement;
  await rows.insertMissing('agreement', [
    {
      id: agreementId,
      code,
      ...textColumns('title', title),
      signed_on: null,
      signed_month: agreementFacts.signed,
      status,
    },
  ]);
  await rows.insertMissing(
    'agreement_party',
    agreementFacts.parties.map((party, ordinal) => ({
      agreement_id: agreementId,
      unit_id: units.get(party),
      ordinal,
      role: partyRole.code,
      ...textColumns('role_name', partyRole.name),
    })),
  );
  await rows.insertMissing('agreement_version', [
    {
      id: versionId,
      agreement_id: agreementId,
      no: version.no,
      valid_from: version.validFrom,
      valid_to: version.validTo,
      reconstructed: agreement.meta.reconstructed,
      source: version.source,
    },
  ]);
  await rows.insertMissing('agreement_clause', clauseRows(versionId));
  await rows.insertMissing('agreement_term', termRows(versionId));
  return 1;
};
