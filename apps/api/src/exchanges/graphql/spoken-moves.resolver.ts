import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ExchangeMoveInput, ReasonedMoveInput } from '@soc-coop/dto';
import { type Actor, CurrentActor } from '../../platform/context';
import { ExchangesService } from '../exchanges.service';
import { SpokenMoves } from '../moves/spoken-moves';
import type { CaseShows } from '../read-plans/look';
import { Shown } from './shown.decorator';
import { toExchangeModel } from './exchange.mapper';
import { ExchangeModel } from './exchange.model';

/** The moves that are made of words: asking back, reminding, taking back. */
@Resolver(() => ExchangeModel)
export class SpokenMovesResolver {
  constructor(
    private readonly exchanges: ExchangesService,
    private readonly spoken: SpokenMoves,
  ) {}

  @Mutation(() => ExchangeModel, {
    description:
      'Asks the requester back; the note is the question. The clock stands still until it is answered.',
  })
  async askClarification(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange, why, and the question.' }) input: ReasonedMoveInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.spoken.askClarification(actor, input), shows);
  }

  @Mutation(() => ExchangeModel, {
    description: 'Answers the question of the other side; the note is the answer. The clock goes on.',
  })
  async answerClarification(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange, and the answer.' }) input: ExchangeMoveInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.spoken.answerClarification(actor, input), shows);
  }

  @Mutation(() => ExchangeModel, { description: 'Reminds the replier; the deadline stays.' })
  async remindReplier(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange.' }) input: ExchangeMoveInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.spoken.remind(actor, input), shows);
  }

  @Mutation(() => ExchangeModel, { description: 'Says with a coded reason why the answer takes longer.' })
  async replyToReminder(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange, and why.' }) input: ReasonedMoveInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.spoken.replyToReminder(actor, input), shows);
  }

  @Mutation(() => ExchangeModel, { description: 'Declares a sent request void with a coded reason.' })
  async invalidateExchange(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange, and why.' }) input: ReasonedMoveInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.spoken.invalidate(actor, input), shows);
  }

  @Mutation(() => ExchangeModel, { description: 'Takes a sent request back; the note says why.' })
  async withdrawExchange(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange, and why.' }) input: ExchangeMoveInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.spoken.withdraw(actor, input), shows);
  }

  private async after(actor: Actor, move: () => Promise<string>, shows: CaseShows): Promise<ExchangeModel> {
    return toExchangeModel(await this.exchanges.afterMove(actor, move, shows));
  }
}
