import { Injectable } from '@nestjs/common';
import type { ForwardExchangeInput } from '@soc-coop/dto';
import { type Citation, CoverageService } from '../../agreements';
import { UnitsService } from '../../directory';
import type { Actor } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import { DeadlinesService } from '../deadlines/deadlines.service';
import type { ExchangeRow, MoveRow } from '../records/exchange.row';
import { ContentCheck } from '../types/content-check';
import { type MoveInHand, MoveMaker } from './move-maker';

/** What the unit that forwarded a request may still know: its number, and where it went. JSON-safe, no persons. */
export interface Forwarded {
  readonly number: string;
  readonly unitId: string;
}

/** Gives a request to another unit of the own country, which answers instead; the old one loses sight of it. */
@Injectable()
export class ForwardExchange {
  constructor(
    private readonly moves: MoveMaker,
    private readonly units: UnitsService,
    private readonly check: ContentCheck,
    private readonly coverage: CoverageService,
    private readonly deadlines: DeadlinesService,
  ) {}

  /**
   * Forwards a request that waits to be accepted; the new unit gets the whole term to accept it.
   * @throws DomainError what every move can throw, exchange.forwardToSelf, exchange.forwardAbroad,
   *   exchange.forwardedBefore, exchange.unitNotCompetent, exchange.calendarMissing, directory.unitNotFound, and
   *   what the agreement says against the new unit
   */
  async forward(actor: Actor, input: ForwardExchangeInput): Promise<Forwarded> {
    return this.moves.makeFor(actor, 'FORWARD', input, async (hand) => {
      const unitId = await this.target(hand, input.unit);
      const citation = await this.coveredBy(hand.exchange, unitId);
      return {
        toUnitId: unitId,
        handOver: await this.handOver(hand, unitId, citation),
        outcome: { number: hand.exchange.number ?? '', unitId },
      };
    });
  }

  private async target({ exchange, history }: MoveInHand, id: string): Promise<string> {
    const unit = await this.units.getById(id);
    if (unit.id === exchange.replyingUnitId) throw new DomainError('exchange.forwardToSelf');
    if (unit.country !== exchange.replyingCountry) throw new DomainError('exchange.forwardAbroad');
    // Two units that send a request to each other would never answer it.
    if ((await history()).some((past) => forwardedIt(past, unit.id)))
      throw new DomainError('exchange.forwardedBefore', { unit: unit.code });
    await this.check.requireCompetent(unit.id, exchange.typeCode);
    return unit.id;
  }

  /** The agreement is asked anew, for the unit that will answer. */
  private async coveredBy(exchange: ExchangeRow, replyingUnitId: string): Promise<Citation> {
    const { typeCode, requestingUnitId, agreementVersionId } = exchange;
    const answer = await this.coverage.coverage(
      { type: typeCode, requestingUnitId, replyingUnitId, citedVersionId: agreementVersionId },
      'ANSWER',
    );
    if (answer.covered) return answer.citation;
    const [refusal] = answer.refusals;
    if (refusal === undefined) throw new DomainError('exchange.notCovered', { type: typeCode });
    throw new DomainError(refusal.code, refusal.params);
  }

  private async handOver({ exchange, at }: MoveInHand, replyingUnitId: string, citation: Citation) {
    const country = exchange.replyingCountry ?? exchange.requestingCountry;
    return {
      replyingUnitId,
      agreementVersionId: citation.versionId,
      agreementTermId: citation.termId,
      agreementClause: citation.clause,
      dueOn: await this.deadlines.dueAfter(country, citation.acceptWorkingDays),
      stateSince: at,
    };
  }
}

const forwardedIt = ({ move, unitId }: MoveRow, id: string): boolean => move === 'FORWARD' && unitId === id;
