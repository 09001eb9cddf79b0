import { Args, Info, Query, Resolver } from '@nestjs/graphql';
import { SamePersonInput, SearchExchangesArgs } from '@soc-coop/dto';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, CurrentActor } from '../../platform/context';
import { selectedPaths, toConnection } from '../../platform/graphql';
import { mapPage } from '../../platform/paging';
import { listLook } from '../read-plans/look';
import { SamePersonService } from './same-person.service';
import { ExchangeMatchConnection, ExchangeMatchModel, toMatchModel } from './search.models';
import { SearchService } from './search.service';

/** Finds exchanges. */
@Resolver(() => ExchangeMatchModel)
export class SearchResolver {
  constructor(
    private readonly searches: SearchService,
    private readonly persons: SamePersonService,
  ) {}

  @Query(() => ExchangeMatchConnection, {
    description:
      'Exchanges within reach by number, person, unit, type, state and dates, the newest first. Auditors search everything but persons. The search is audited, without what was typed.',
  })
  async searchExchanges(
    @CurrentActor() actor: Actor,
    @Args() args: SearchExchangesArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ExchangeMatchConnection> {
    const found = await this.searches.search(actor, args, listLook(selectedPaths(info)));
    return toConnection(mapPage(found, toMatchModel));
  }

  @Query(() => [ExchangeMatchModel], {
    description:
      'Open cases within reach about a person, at most ten, for the officer who is about to open another one. Pass the person as a variable. The look is audited.',
  })
  async openCasesOfPerson(
    @CurrentActor() actor: Actor,
    @Args('person', { description: 'The person, as far as typed.' }) person: SamePersonInput,
  ): Promise<ExchangeMatchModel[]> {
    return (await this.persons.openCases(actor, person)).map(toMatchModel);
  }
}
