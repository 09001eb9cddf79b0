import { Injectable } from '@nestjs/common';
import { isReminded } from '@soc-coop/contracts';
import { Policy } from '../access';
import { AgreementsService, type CitationFacts } from '../agreements';
import type { Actor } from '../platform/context';
import { DeadlinesService } from './deadlines/deadlines.service';
import { ExchangeRecords } from './exchange-records';
import { allowances } from './moves/allowances';
import { ExchangeRights, factsOf } from './moves/exchange-rights';
import { sideOf } from './moves/officer';
import type { ExchangeRow } from './records/exchange.row';
import type { ExchangeView } from './records/exchange.view';

/** Puts together what the page of one exchange shows; the caller has asked the policy and owns the transaction. */
@Injectable()
export class ExchangeViews {
  constructor(
    private readonly policy: Policy,
    private readonly rights: ExchangeRights,
    private readonly records: ExchangeRecords,
    private readonly agreements: AgreementsService,
    private readonly deadlines: DeadlinesService,
  ) {}

  /** The view of an exchange for one actor. */
  async of(actor: Actor, row: ExchangeRow): Promise<ExchangeView> {
    const side = sideOf(actor, row);
    const standing = await this.rights.standing(actor, row);
    const moves = await this.records.moves.of(row.id);
    return {
      row,
      side,
      persons: this.policy.may(actor, 'exchange:viewPersons', factsOf(row)),
      person: await this.records.subjects.of(row.id),
      messages: await this.records.messages.of(row.id),
      moves,
      draft: await this.records.draftOf(row, side),
      deadline: await this.deadlines.seen(row),
      allowances: allowances({
        state: row.state,
        side,
        reminded: isReminded(moves),
        against: (move) => this.rights.refusals(actor, move, row, standing),
      }),
      citation: await this.citationOf(row),
    };
  }

  /** What the exchange was sent under, whatever has become of the agreement since. */
  private async citationOf(row: ExchangeRow): Promise<CitationFacts | null> {
    const { agreementVersionId, agreementClause } = row;
    if (agreementVersionId === null || agreementClause === null) return null;
    const [version] = await this.agreements.versionsByIds([agreementVersionId]);
    if (version === undefined) return null;
    const [terms = []] = await this.agreements.termsOf([agreementVersionId]);
    const term = terms.find(({ id }) => id === row.agreementTermId);
    return {
      agreementId: version.agreementId,
      versionNo: version.no,
      clause: agreementClause,
      legalBases: term?.legalBases ?? [],
    };
  }
}
