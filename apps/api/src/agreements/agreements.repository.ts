import { Injectable } from '@nestjs/common';
import { LIMITS } from '@soc-coop/contracts';
import { Database, type ReadStatement, rowsAsJson } from '../platform/database';
import type {
  AgreementRow,
  CitedRow,
  ClauseRow,
  NamedCode,
  PartyRow,
  RegisterRow,
  TermRow,
  VersionRow,
} from './agreement.row';

const trilingual = (column: string): string =>
  `jsonb_build_object('ro', ${column}_ro, 'bg', ${column}_bg, 'en', ${column}_en)`;

const AGREEMENT = `id, code, ${trilingual('title')} as title, signed_on::text as "signedOn",
  signed_month as "signedMonth", status from agreement`;
const VERSION = `id, agreement_id as "agreementId", no, valid_from::text as "validFrom", valid_to::text as "validTo",
  reconstructed, source from agreement_version`;
const PARTY = `select agreement_id as "agreementId", unit_id as "unitId", role, ${trilingual('role_name')} as "roleName"
  from agreement_party order by ordinal`;
const TERM = `id, version_id as "versionId", type_code as "typeCode", clause_no as clause,
  legal_bases as "legalBases", certificates, purposes, data_categories as "dataCategories",
  accept_working_days as "acceptWorkingDays", answer_working_days as "answerWorkingDays",
  urgent_working_days as "urgentWorkingDays", immediate_working_days as "immediateWorkingDays",
  block_after_months as "blockAfterMonths", delete_after_months as "deleteAfterMonths", all_units as "allUnits",
  array(select unit_id from agreement_term_unit listed where listed.term_id = agreement_term.id) as "unitIds"
  from agreement_term`;

/** The register with the terms of one type ($1): what coverage is judged by. */
export const REGISTER_OF_TYPE: ReadStatement = {
  text: `select ${rowsAsJson(`select ${AGREEMENT} order by code`)} as agreements,
    ${rowsAsJson(PARTY)} as parties,
    ${rowsAsJson(`select ${VERSION} order by no desc`)} as versions,
    ${rowsAsJson(`select ${TERM} where type_code = $1`)} as terms`,
  instants: [],
};

/** What an exchange was sent under: a version ($1) and one of its terms ($2), with the names of the legal acts. */
export const CITED: ReadStatement = {
  text: `select agreement_version.no as "versionNo",
    (select to_json(r) from (select ${AGREEMENT} where agreement.id = agreement_version.agreement_id) r) as agreement,
    coalesce((select legal_bases from agreement_term where id = $2), '{}') as "legalBases",
    ${rowsAsJson(`select code, ${trilingual('name')} as name from legal_basis
      where code in (select unnest(legal_bases) from agreement_term where id = $2)`)} as names
    from agreement_version where agreement_version.id = $1`,
  instants: [],
};

/** Reads the register of agreements. */
@Injectable()
export class AgreementsRepository {
  constructor(private readonly database: Database) {}

  /** Agreements by code, after the given one. */
  async findPage(after: string | null, limit: number): Promise<AgreementRow[]> {
    return this.database.query<AgreementRow>(
      `select ${AGREEMENT} where ($1::text is null or code > $1) order by code limit $2`,
      [after, limit],
    );
  }

  /** How many agreements there are, counted up to one more than the cap. */
  async count(): Promise<number> {
    const row = await this.database.one<{ count: number }>(
      'select count(*)::int as count from (select from agreement limit $1) counted',
      [LIMITS.countCap + 1],
    );
    return row?.count ?? 0;
  }

  /** The agreements with these ids, in no order. */
  async findByIds(ids: readonly string[]): Promise<AgreementRow[]> {
    return this.database.query<AgreementRow>(`select ${AGREEMENT} where id = any ($1)`, [ids]);
  }

  /** All agreements with the terms of one type. There are a handful: two states exchange under few treaties. */
  async register(type: string): Promise<RegisterRow> {
    const row = await this.database.one<RegisterRow>(REGISTER_OF_TYPE, [type]);
    return row ?? { agreements: [], parties: [], versions: [], terms: [] };
  }

  /** A version and one of its terms as an exchange cites them; null when there is no such version. */
  async cited(versionId: string, termId: string | null): Promise<CitedRow | null> {
    return this.database.one<CitedRow>(CITED, [versionId, termId]);
  }

  /** The parties of these agreements. */
  async findParties(agreementIds: readonly string[]): Promise<PartyRow[]> {
    return this.database.query<PartyRow>(
      `select agreement_id as "agreementId", unit_id as "unitId", role, ${trilingual('role_name')} as "roleName"
       from agreement_party where agreement_id = any ($1) order by ordinal`,
      [agreementIds],
    );
  }

  /** The versions of these agreements, the youngest first. */
  async findVersions(agreementIds: readonly string[]): Promise<VersionRow[]> {
    return this.database.query<VersionRow>(
      `select ${VERSION} where agreement_id = any ($1) order by no desc`,
      [agreementIds],
    );
  }

  /** The versions with these ids, in no order. */
  async findVersionsByIds(ids: readonly string[]): Promise<VersionRow[]> {
    return this.database.query<VersionRow>(`select ${VERSION} where id = any ($1)`, [ids]);
  }

  /** The clauses of these versions, in their order. */
  async findClauses(versionIds: readonly string[]): Promise<ClauseRow[]> {
    return this.database.query<ClauseRow>(
      `select version_id as "versionId", no, ${trilingual('title')} as title,
         case when text_ro is null then null else ${trilingual('text')} end as text
       from agreement_clause where version_id = any ($1) order by ordinal`,
      [versionIds],
    );
  }

  /** The terms of these versions, by type. */
  async findTerms(versionIds: readonly string[]): Promise<TermRow[]> {
    return this.database.query<TermRow>(`select ${TERM} where version_id = any ($1) order by type_code`, [
      versionIds,
    ]);
  }

  /** The terms of one type in any version. */
  async findTermsOfType(type: string): Promise<TermRow[]> {
    return this.database.query<TermRow>(`select ${TERM} where type_code = $1`, [type]);
  }

  /** The terms of all versions in force on a day that ask for the certificate, by type. */
  async findTypesAskingFor(certificate: string, date: string): Promise<string[]> {
    const rows = await this.database.query<{ type: string }>(
      `select distinct type_code as type from agreement_term
       join agreement_version on agreement_version.id = agreement_term.version_id
       join agreement on agreement.id = agreement_version.agreement_id
       where $1 = any (certificates) and agreement.status in ('IN_FORCE', 'AMENDED')
         and valid_from <= $2 and (valid_to is null or valid_to >= $2)
       order by 1`,
      [certificate, date],
    );
    return rows.map(({ type }) => type);
  }

  /** Legal bases, purposes and categories of data with their names. */
  async findNamedCodes(list: 'legal_basis' | 'exchange_purpose' | 'data_category'): Promise<NamedCode[]> {
    return this.database.query<NamedCode>(`select code, ${trilingual('name')} as name from ${list}`);
  }
}
