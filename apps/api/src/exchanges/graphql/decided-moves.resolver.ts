import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ExchangeMoveInput, ProposeDateInput, ReasonedMoveInput } from '@soc-coop/dto';
import { type Actor, CurrentActor } from '../../platform/context';
import { ExchangesService } from '../exchanges.service';
import { DateMoves } from '../moves/date-moves';
import { ReopeningMoves } from '../moves/reopening-moves';
import type { CaseShows } from '../read-plans/look';
import { Shown } from './shown.decorator';
import { toExchangeModel } from './exchange.mapper';
import { ExchangeModel } from './exchange.model';

/** What one side asks and the other one decides: another day for the answer, and reopening. */
@Resolver(() => ExchangeModel)
export class DecidedMovesResolver {
  constructor(
    private readonly exchanges: ExchangesService,
    private readonly dates: DateMoves,
    private readonly reopening: ReopeningMoves,
  ) {}

  @Mutation(() => ExchangeModel, {
    description:
      'Proposes another day for the answer. The deadline stays until the requester agrees; a later proposal replaces it.',
  })
  async proposeDate(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange, and which day.' }) input: ProposeDateInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.dates.propose(actor, input), shows);
  }

  @Mutation(() => ExchangeModel, { description: 'Agrees to the proposed day: it becomes the due day.' })
  async agreeDate(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange.' }) input: ExchangeMoveInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.dates.agree(actor, input), shows);
  }

  @Mutation(() => ExchangeModel, {
    description: 'Asks the other side to reopen a closed exchange, with a coded reason.',
  })
  async askReopening(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange, and why.' }) input: ReasonedMoveInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.reopening.ask(actor, input), shows);
  }

  @Mutation(() => ExchangeModel, {
    description: "Agrees to the other side's wish to reopen: the replier answers once more, by a new day.",
  })
  async agreeReopening(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange.' }) input: ExchangeMoveInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.reopening.agree(actor, input), shows);
  }

  @Mutation(() => ExchangeModel, {
    description: "Declines the other side's wish to reopen with a coded reason; the exchange stays closed.",
  })
  async declineReopening(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange, and why.' }) input: ReasonedMoveInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.reopening.decline(actor, input), shows);
  }

  private async after(actor: Actor, move: () => Promise<string>, shows: CaseShows): Promise<ExchangeModel> {
    return toExchangeModel(await this.exchanges.afterMove(actor, move, shows));
  }
}
