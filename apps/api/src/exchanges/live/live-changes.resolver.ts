import { Args, Context, ID, Resolver, Subscription } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import type { GraphqlContext } from '../../platform/graphql';
import type { ExchangeChange } from './change';
import { ExchangeChangeModel } from './exchange-change.model';
import { LiveChangesService } from './live-changes.service';

/** What pages and partner systems hear without asking again and again. */
@Resolver(() => ExchangeChangeModel)
export class LiveChangesResolver {
  constructor(private readonly service: LiveChangesService) {}

  @Subscription(() => ExchangeChangeModel, {
    description:
      'Says when an exchange changes that one may view. Rights are asked again for every change. After a broken connection, read again what is shown: changes meanwhile are not repeated.',
    resolve: (change: ExchangeChange) => change,
  })
  async exchangeChanged(
    @CurrentActor() actor: Actor,
    @Context() { socket }: GraphqlContext,
    @Args('exchange', {
      type: () => ID,
      nullable: true,
      description: 'Only this exchange; without it, all one may view.',
    })
    exchange: string | null,
  ): Promise<AsyncIterableIterator<ExchangeChange>> {
    if (socket === undefined) throw new DomainError('request.needsWebsocket');
    return this.service.follow(actor, socket, exchange ?? null);
  }
}
