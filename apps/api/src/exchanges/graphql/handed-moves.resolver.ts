import { Args, Context, Field, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AssignExchangeInput, ExchangeMoveInput, ForwardExchangeInput } from '@soc-coop/dto';
import { UnitLoader, UnitModel } from '../../directory';
import { type Actor, CurrentActor } from '../../platform/context';
import type { GraphqlContext } from '../../platform/graphql';
import { ExchangesService } from '../exchanges.service';
import { ForwardExchange } from '../moves/forward-exchange';
import { HandlerMoves } from '../moves/handler-moves';
import type { CaseShows } from '../read-plans/look';
import { Shown } from './shown.decorator';
import { toExchangeModel } from './exchange.mapper';
import { ExchangeModel } from './exchange.model';

/** What is left to know of a forwarded request. */
@ObjectType('ForwardedExchange', {
  description:
    'What the unit that forwarded a request may still know of it: the case itself is out of its sight.',
})
export class ForwardedExchangeModel {
  @Field({ description: 'Its number for life.' })
  number: string;

  unitId: string;
}

/** The moves that put a case into other hands: another unit's, or another officer's. */
@Resolver(() => ForwardedExchangeModel)
export class HandedMovesResolver {
  constructor(
    private readonly exchanges: ExchangesService,
    private readonly forwarding: ForwardExchange,
    private readonly handlers: HandlerMoves,
    private readonly units: UnitLoader,
  ) {}

  @ResolveField(() => UnitModel, { description: 'The unit that answers it now.' })
  async unit(
    @Parent() { unitId }: ForwardedExchangeModel,
    @Context() context: GraphqlContext,
  ): Promise<UnitModel> {
    return this.units.get(context, unitId);
  }

  @Mutation(() => ForwardedExchangeModel, {
    description:
      'Forwards a request to a competent unit of the own country, with a coded reason. From then on the own unit does not see it any more.',
  })
  async forwardExchange(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange, to whom, and why.' }) input: ForwardExchangeInput,
  ): Promise<ForwardedExchangeModel> {
    return this.forwarding.forward(actor, input);
  }

  @Mutation(() => ExchangeModel, {
    description: "Gives the exchange to an officer of the own side's unit; the other side does not see it.",
  })
  async assignExchange(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange, and to whom.' }) input: AssignExchangeInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.handlers.assign(actor, input), shows);
  }

  @Mutation(() => ExchangeModel, {
    description: 'Takes the exchange over on the own side; the other side does not see it.',
  })
  async takeOverExchange(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange.' }) input: ExchangeMoveInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.handlers.takeOver(actor, input), shows);
  }

  private async after(actor: Actor, move: () => Promise<string>, shows: CaseShows): Promise<ExchangeModel> {
    return toExchangeModel(await this.exchanges.afterMove(actor, move, shows));
  }
}
