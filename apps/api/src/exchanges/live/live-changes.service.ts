import { Injectable } from '@nestjs/common';
import { Policy } from '../../access';
import { Acts } from '../../platform/acts';
import type { Actor } from '../../platform/context';
import { isUuid } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import type { SocketConnection } from '../../platform/graphql';
import { factsOf } from '../moves/exchange-rights';
import { ExchangeRepository } from '../records/exchange.repository';
import type { ExchangeChange } from './change';
import { ChangeHub } from './change-hub';

/**
 * Begins subscriptions. To follow one exchange is to look at it, and leaves an audit event like a look, allowed or
 * refused; to hear of one's queues tells what their counts tell, and leaves none. Neither do the changes themselves: they
 * hold no personal data, and what a page reads on hearing of one is audited there (docs/adr/0018).
 */
@Injectable()
export class LiveChangesService {
  constructor(
    private readonly acts: Acts,
    private readonly policy: Policy,
    private readonly exchanges: ExchangeRepository,
    private readonly hub: ChangeHub,
  ) {}

  /**
   * Changes of one exchange, or of all the actor may view.
   * @throws DomainError access.forbidden, exchange.notFound
   */
  async follow(
    actor: Actor,
    connection: SocketConnection,
    exchangeId: string | null,
  ): Promise<AsyncIterableIterator<ExchangeChange>> {
    if (exchangeId === null) this.policy.require(actor, 'exchange:list');
    else await this.lookAt(actor, exchangeId);
    return this.hub.subscribe(connection, exchangeId);
  }

  private async lookAt(actor: Actor, id: string): Promise<void> {
    const act = { action: 'exchange.follow', resource: { type: 'exchange', id: isUuid(id) ? id : null } };
    await this.acts.view(actor, act, async () => {
      const row = isUuid(id) ? await this.exchanges.find(id) : null;
      if (row === null) {
        this.policy.require(actor, 'exchange:list');
        throw new DomainError('exchange.notFound');
      }
      this.policy.require(actor, 'exchange:view', factsOf(row));
    });
  }
}
