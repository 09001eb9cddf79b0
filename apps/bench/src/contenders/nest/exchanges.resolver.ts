import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ExchangesService } from './exchanges.service';
import type { RequestContext } from './loaders';
import { SearchService } from './search.service';
import { Exchange, ExchangeConnection, ExchangeMatchConnection, ExchangeMoveInput, Queue } from './models';

/** The root fields. */
@Resolver(() => Exchange)
export class ExchangesResolver {
  constructor(
    private readonly exchanges: ExchangesService,
    private readonly searches: SearchService,
  ) {}

  @Query(() => ExchangeConnection, { name: 'exchanges' })
  async list(
    @Args('queue', { type: () => Queue }) _queue: Queue,
    @Args('first', { type: () => Int }) first: number,
    @Context() { claims }: RequestContext,
  ): Promise<ExchangeConnection> {
    const [nodes, totalCount] = await Promise.all([
      this.exchanges.page(claims.unit, first),
      this.exchanges.count(claims.unit),
    ]);
    return { nodes, totalCount };
  }

  @Query(() => ExchangeMatchConnection)
  async searchExchanges(
    @Args('query', { type: () => String }) query: string,
    @Args('first', { type: () => Int }) first: number,
    @Context() { claims }: RequestContext,
  ): Promise<ExchangeMatchConnection> {
    const [found, totalCount] = await Promise.all([
      this.searches.page(claims.unit, query, first),
      this.searches.count(claims.unit, query),
    ]);
    return { nodes: found.map((exchange) => ({ exchange })), totalCount };
  }

  @Query(() => Exchange)
  async exchange(
    @Args('id', { type: () => ID }) id: string,
    @Context() { claims }: RequestContext,
  ): Promise<Exchange> {
    return this.exchanges.find(claims.unit, id);
  }

  @Mutation(() => Exchange)
  async remindReplier(
    @Args('input') input: ExchangeMoveInput,
    @Context() { claims }: RequestContext,
  ): Promise<Exchange> {
    return this.exchanges.remind(claims, input);
  }
}
