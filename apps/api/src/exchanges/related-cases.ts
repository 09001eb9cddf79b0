import { Injectable } from '@nestjs/common';
import type { ExchangeSide } from '@soc-coop/contracts';
import { Acts } from '../platform/acts';
import type { Actor } from '../platform/context';
import { sideOf } from './moves/officer';
import { ExchangeRepository } from './records/exchange.repository';
import type { ExchangeRow } from './records/exchange.row';

/** Another case, without anything about its person. */
export type RelatedCase = Pick<ExchangeRow, 'id' | 'number' | 'state'>;

type Seen = Pick<ExchangeRow, 'insteadOfId' | 'state'>;

/** True where there is a case this one was asked instead of, and the side sees it. */
export const isInsteadOf = ({ insteadOfId }: Seen, side: ExchangeSide | null): boolean =>
  insteadOfId !== null && side === 'REQUESTER';

/** True where there may be a case that was asked instead of this one: only what is void can have one. */
export const mayBeAskedAnew = ({ state }: Seen, side: ExchangeSide | null): boolean =>
  state === 'INVALIDATED' && side === 'REQUESTER';

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
    if (insteadOfId === null || !isInsteadOf(row, sideOf(actor, row))) return null;
    return this.acts.look(actor, () => this.exchanges.find(insteadOfId));
  }

  /** The case that was asked anew instead of this one; only what is void can have one. */
  async askedAnew(actor: Actor, row: ExchangeRow): Promise<RelatedCase | null> {
    if (!mayBeAskedAnew(row, sideOf(actor, row))) return null;
    return this.acts.look(actor, () => this.exchanges.findInsteadOf(row.id));
  }
}
