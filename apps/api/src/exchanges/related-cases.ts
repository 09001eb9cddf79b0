import { Injectable } from '@nestjs/common';
import { Acts } from '../platform/acts';
import type { Actor } from '../platform/context';
import { sideOf } from './moves/officer';
import { ExchangeRepository } from './records/exchange.repository';
import type { ExchangeRow } from './records/exchange.row';

/** Another case, without anything about its person. */
export type RelatedCase = Pick<ExchangeRow, 'id' | 'number' | 'state'>;

/**
 * Cases that were asked one instead of the other, about different persons (docs/adr/0030). The unit that asks needs
 * the way from one to the other; anybody else would only learn that the two persons have to do with each other.
 */
@Injectable()
export class RelatedCases {
  constructor(
    private readonly acts: Acts,
    private readonly exchanges: ExchangeRepository,
  ) {}

  /** The case this one was asked instead of. */
  async insteadOf(actor: Actor, row: ExchangeRow): Promise<RelatedCase | null> {
    const { insteadOfId } = row;
    if (insteadOfId === null || sideOf(actor, row) !== 'REQUESTER') return null;
    return this.acts.look(actor, () => this.exchanges.find(insteadOfId));
  }

  /** The case that was asked anew instead of this one; only what is void can have one. */
  async askedAnew(actor: Actor, row: ExchangeRow): Promise<RelatedCase | null> {
    if (row.state !== 'INVALIDATED' || sideOf(actor, row) !== 'REQUESTER') return null;
    return this.acts.look(actor, () => this.exchanges.findInsteadOf(row.id));
  }
}
