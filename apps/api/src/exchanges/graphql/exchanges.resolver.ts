import { Args, ID, Info, Query, Resolver } from '@nestjs/graphql';
import { ExchangeListArgs } from '@soc-coop/dto';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, CurrentActor } from '../../platform/context';
import { selectedPaths } from '../../platform/graphql';
import { ExchangesService } from '../exchanges.service';
import { type CaseShows, listLook } from '../read-plans/look';
import { Shown } from './shown.decorator';
import { ExchangeQueueCountsModel } from './exchange-parts.models';
import { toExchangeConnection } from './card.mapper';
import { toExchangeModel } from './exchange.mapper';
import { ExchangeConnection, ExchangeModel } from './exchange.model';

/** Reads exchanges. */
@Resolver(() => ExchangeModel)
export class ExchangesResolver {
  constructor(private readonly service: ExchangesService) {}

  @Query(() => ExchangeConnection, {
    description:
      'A queue of exchanges within reach, sorted as asked: else by due day where time presses, the newest first elsewhere. The read is audited.',
  })
  async exchanges(
    @CurrentActor() actor: Actor,
    @Args() { queue, filter, ...page }: ExchangeListArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ExchangeConnection> {
    const list = await this.service.list(actor, queue, filter ?? {}, page, listLook(selectedPaths(info)));
    return toExchangeConnection(list);
  }

  @Query(() => ExchangeQueueCountsModel, { description: 'How many exchanges stand in each queue.' })
  async exchangeQueueCounts(@CurrentActor() actor: Actor): Promise<ExchangeQueueCountsModel> {
    return this.service.counts(actor);
  }

  @Query(() => ExchangeModel, {
    nullable: true,
    description:
      'One exchange whole. Fails with exchange.notFound also where it exists beyond reach. The read is audited.',
  })
  async exchange(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Its identifier.' }) id: string,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return toExchangeModel(await this.service.get(actor, id, shows));
  }

  @Query(() => ExchangeModel, {
    nullable: true,
    description: 'The same by number, e.g. RO-CT-2026-000214. The read is audited.',
  })
  async exchangeByNumber(
    @CurrentActor() actor: Actor,
    @Args('number', { description: 'The number for life.' }) number: string,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return toExchangeModel(await this.service.getByNumber(actor, number, shows));
  }
}
