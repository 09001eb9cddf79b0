import { Injectable } from '@nestjs/common';
import { Policy } from '../access';
import { Acts } from '../platform/acts';
import { type Actor, currentActor } from '../platform/context';
import { isUuid } from '../platform/database';
import {
  cappedCount,
  cutPage,
  decodeCursor,
  type Page,
  type PageRequest,
  pageSize,
} from '../platform/paging';
import type { CoverageAnswer } from './agreement.facts';
import type {
  AgreementRow,
  CitationFacts,
  ClauseRow,
  CodeLists,
  NamedCode,
  PartyRow,
  TermRow,
  VersionRow,
} from './agreement.row';
import { AgreementsRepository } from './agreements.repository';
import { CoverageService } from './coverage.service';

const byCode = (codes: readonly NamedCode[]): CodeLists['purposes'] =>
  new Map(codes.map(({ code, name }) => [code, name]));

const aligned = <T>(
  ids: readonly string[],
  rows: readonly T[],
  idOf: (row: T) => string,
): (T | undefined)[] => {
  const known = new Map(rows.map((row) => [idOf(row), row]));
  return ids.map((id) => known.get(id));
};

const grouped = <T>(ids: readonly string[], rows: readonly T[], idOf: (row: T) => string): T[][] => {
  const groups = Map.groupBy(rows, idOf);
  return ids.map((id) => groups.get(id) ?? []);
};

/** A case that does not exist yet: may it be sent? */
interface CoverageRequest {
  readonly type: string;
  readonly requestingUnit: string;
  readonly replyingUnit: string;
  readonly date?: string | null;
}

/** Questions to the register of agreements. Agreements are public acts: nothing here is audited. */
@Injectable()
export class AgreementsService {
  constructor(
    private readonly acts: Acts,
    private readonly policy: Policy,
    private readonly agreements: AgreementsRepository,
    private readonly coverages: CoverageService,
  ) {}

  /** One page of the register, by code. */
  async find(actor: Actor, page: PageRequest): Promise<Page<AgreementRow>> {
    this.policy.require(actor, 'agreement:view');
    const size = pageSize(page);
    const [after = null] = page.after ? decodeCursor(page.after, 1) : [];
    return this.acts.look(actor, async () => {
      const rows = await this.agreements.findPage(after, size + 1);
      const total = cappedCount(await this.agreements.count());
      return cutPage(
        rows,
        size,
        total,
        ({ code }) => [code],
        (row) => row,
      );
    });
  }

  /** The agreement with this id, or null. */
  async findById(actor: Actor, id: string): Promise<AgreementRow | null> {
    this.policy.require(actor, 'agreement:view');
    if (!isUuid(id)) return null;
    const [agreement] = await this.byIds([id]);
    return agreement ?? null;
  }

  /**
   * Whether an exchange of the type may be sent between two units on a day.
   * @throws DomainError directory.unitNotFound
   */
  async coverage(actor: Actor, asked: CoverageRequest): Promise<CoverageAnswer> {
    this.policy.require(actor, 'agreement:view');
    const { type, requestingUnit, replyingUnit, date } = asked;
    const about = { type, requestingUnitId: requestingUnit, replyingUnitId: replyingUnit };
    return this.coverages.coverage(about, 'SEND', date ?? undefined);
  }

  /** The agreements with these ids, in the order of the ids. */
  async byIds(ids: readonly string[]): Promise<(AgreementRow | undefined)[]> {
    return aligned(
      ids,
      await this.acts.look(currentActor(), () => this.agreements.findByIds(ids)),
      ({ id }) => id,
    );
  }

  /** What an exchange was sent under, whatever has become of the agreement since; null where it is gone. */
  async cited(versionId: string, termId: string | null, clause: string): Promise<CitationFacts | null> {
    const row = await this.acts.look(currentActor(), () => this.agreements.cited(versionId, termId));
    if (row === null) return null;
    const { agreement, versionNo, legalBases, names } = row;
    return { agreementId: agreement.id, versionNo, clause, legalBases, read: { agreement, names } };
  }

  /** The versions with these ids, in the order of the ids. */
  async versionsByIds(ids: readonly string[]): Promise<(VersionRow | undefined)[]> {
    const rows = await this.acts.look(currentActor(), () => this.agreements.findVersionsByIds(ids));
    return aligned(ids, rows, ({ id }) => id);
  }

  /** The parties of each of these agreements. */
  async partiesOf(ids: readonly string[]): Promise<PartyRow[][]> {
    const rows = await this.acts.look(currentActor(), () => this.agreements.findParties(ids));
    return grouped(ids, rows, ({ agreementId }) => agreementId);
  }

  /** The versions of each of these agreements, the youngest first. */
  async versionsOf(ids: readonly string[]): Promise<VersionRow[][]> {
    const rows = await this.acts.look(currentActor(), () => this.agreements.findVersions(ids));
    return grouped(ids, rows, ({ agreementId }) => agreementId);
  }

  /** The clauses of each of these versions. */
  async clausesOf(versionIds: readonly string[]): Promise<ClauseRow[][]> {
    const rows = await this.acts.look(currentActor(), () => this.agreements.findClauses(versionIds));
    return grouped(versionIds, rows, ({ versionId }) => versionId);
  }

  /** The terms of each of these versions. */
  async termsOf(versionIds: readonly string[]): Promise<TermRow[][]> {
    const rows = await this.acts.look(currentActor(), () => this.agreements.findTerms(versionIds));
    return grouped(versionIds, rows, ({ versionId }) => versionId);
  }

  /** The names of legal bases, purposes and categories of data. */
  async codeLists(): Promise<CodeLists> {
    return this.acts.look(currentActor(), async () => {
      const [legalBases, purposes, dataCategories] = await Promise.all([
        this.agreements.findNamedCodes('legal_basis'),
        this.agreements.findNamedCodes('exchange_purpose'),
        this.agreements.findNamedCodes('data_category'),
      ]);
      return {
        legalBases: byCode(legalBases),
        purposes: byCode(purposes),
        dataCategories: byCode(dataCategories),
      };
    });
  }
}
