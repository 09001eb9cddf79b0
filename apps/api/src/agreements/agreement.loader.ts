import { Injectable } from '@nestjs/common';
import type { CertificateKind } from '@soc-coop/contracts';
import { currentActor } from '../platform/context';
import { DomainError } from '../platform/errors';
import { type GraphqlContext, loaderOf } from '../platform/graphql';
import {
  toAgreementModel,
  toCitationModel,
  toClauseModel,
  toPartyModel,
  toTermModel,
  toVersionModel,
} from './agreement.mapper';
import type {
  AgreementCitationModel,
  AgreementClauseModel,
  AgreementModel,
  AgreementPartyModel,
  AgreementTermModel,
  AgreementVersionModel,
} from './agreement.model';
import type { CitationFacts, CodeLists } from './agreement.row';
import { AgreementsService } from './agreements.service';
import { CoverageService } from './coverage.service';
import { listsOf, localeOf } from './filled-citation';

const AGREEMENT = Symbol('agreement');
const PARTIES = Symbol('agreement parties');
const VERSIONS = Symbol('agreement versions');
const CLAUSES = Symbol('agreement clauses');
const TERMS = Symbol('agreement terms');
const CODE_LISTS = Symbol('agreement code lists');
const OPENED_TYPES = Symbol('types opened by a certificate');

/** Agreements and what hangs on them, one query per kind however many rows a page has. */
@Injectable()
export class AgreementLoader {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly coverage: CoverageService,
  ) {}

  /** @throws DomainError agreement.notFound */
  async get(context: GraphqlContext, id: string): Promise<AgreementModel> {
    const load = (ids: readonly string[]) => this.agreements.byIds(ids);
    const row = await loaderOf(context, AGREEMENT, load).load(id);
    if (row === undefined) throw new DomainError('agreement.notFound');
    return toAgreementModel(row);
  }

  /** The parties of an agreement. */
  async parties(context: GraphqlContext, id: string): Promise<AgreementPartyModel[]> {
    const load = (ids: readonly string[]) => this.agreements.partiesOf(ids);
    return (await loaderOf(context, PARTIES, load).load(id)).map(toPartyModel);
  }

  /** The versions of an agreement, the youngest first. */
  async versions(context: GraphqlContext, id: string): Promise<AgreementVersionModel[]> {
    const load = (ids: readonly string[]) => this.agreements.versionsOf(ids);
    const today = this.coverage.today();
    return (await loaderOf(context, VERSIONS, load).load(id)).map((row) => toVersionModel(row, today));
  }

  /** The clauses of a version. */
  async clauses(context: GraphqlContext, versionId: string): Promise<AgreementClauseModel[]> {
    const load = (ids: readonly string[]) => this.agreements.clausesOf(ids);
    return (await loaderOf(context, CLAUSES, load).load(versionId)).map(toClauseModel);
  }

  /** The terms of a version. */
  async terms(context: GraphqlContext, versionId: string): Promise<AgreementTermModel[]> {
    const load = (ids: readonly string[]) => this.agreements.termsOf(ids);
    const [rows, lists] = await Promise.all([
      loaderOf(context, TERMS, load).load(versionId),
      this.codeLists(context),
    ]);
    return rows.map((row) => toTermModel(row, lists));
  }

  /** A citation as an exchange stores it, with the names of its legal acts. */
  async citation(context: GraphqlContext, facts: CitationFacts): Promise<AgreementCitationModel> {
    const legalBases = facts.read?.names;
    const lists = legalBases === undefined ? await this.codeLists(context) : listsOf(legalBases);
    return toCitationModel(facts, lists, localeOf(currentActor()));
  }

  /** The codes of the exchange types a certificate opens under the terms in force. */
  async typesOpenedBy(context: GraphqlContext, certificate: CertificateKind): Promise<string[]> {
    const load = async (kinds: readonly CertificateKind[]): Promise<string[][]> =>
      Promise.all(kinds.map((kind) => this.coverage.typesOpenedBy(kind)));
    return loaderOf(context, OPENED_TYPES, load).load(certificate);
  }

  private async codeLists(context: GraphqlContext): Promise<CodeLists> {
    const load = async (keys: readonly string[]): Promise<CodeLists[]> => {
      const lists = await this.agreements.codeLists();
      return keys.map(() => lists);
    };
    return loaderOf(context, CODE_LISTS, load).load('all');
  }
}
