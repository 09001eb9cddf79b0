import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { currentActor } from '../../../platform/context';
import { FilledAhead, type GraphqlContext, loaderOf } from '../../../platform/graphql';
import { ExchangeModel } from '../../graphql/exchange.model';
import { DeadlineChangeModel } from './calendar.models';
import { CalendarsService } from './calendars.service';

const MOVED = Symbol('deadline changes');

/** What the calendar did to the deadline of an exchange. */
@Resolver(() => ExchangeModel)
export class DeadlineChangesResolver {
  constructor(private readonly calendars: CalendarsService) {}

  @FilledAhead()
  @ResolveField(() => [DeadlineChangeModel], {
    description: 'The times the due day moved with the calendar of the replying country, oldest first.',
  })
  async deadlineChanges(
    @Parent() { id }: ExchangeModel,
    @Context() context: GraphqlContext,
  ): Promise<DeadlineChangeModel[]> {
    const load = (ids: readonly string[]) => this.calendars.deadlineChanges(currentActor(), ids);
    return loaderOf(context, MOVED, load).load(id);
  }
}
