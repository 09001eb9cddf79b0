import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ExchangeMoveInput, ReasonedMoveInput } from '@soc-coop/dto';
import { type Actor, CurrentActor } from '../../platform/context';
import { ExchangesService } from '../exchanges.service';
import { SpokenMoves } from '../moves/spoken-moves';
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
  ): Promise<ExchangeModel> {
    return this.after(actor, this.spoken.askClarification(actor, input));
  }

  @Mutation(() => ExchangeModel, {
    description: 'Answers the question of the other side; the note is the answer. The clock goes on.',
  })
  async answerClarification(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange, and the answer.' }) input: ExchangeMoveInput,
  ): Promise<ExchangeModel> {
    return this.after(actor, this.spoken.answerClarification(actor, input));
  }

  @Mutation(() => ExchangeModel, { description: 'Reminds the replier; the deadline stays.' })
  async remindReplier(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange.' }) input: ExchangeMoveInput,
  ): Promise<ExchangeModel> {
    return this.after(actor, this.spoken.remind(actor, input));
  }

  @Mutation(() => ExchangeModel, { description: 'Says with a coded reason why the answer takes longer.' })
  async replyToReminder(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange, and why.' }) input: ReasonedMoveInput,
  ): Promise<ExchangeModel> {
    return this.after(actor, this.spoken.replyToReminder(actor, input));
  }

  @Mutation(() => ExchangeModel, { description: 'Declares a sent request void with a coded reason.' })
  async invalidateExchange(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange, and why.' }) input: ReasonedMoveInput,
  ): Promise<ExchangeModel> {
    return this.after(actor, this.spoken.invalidate(actor, input));
  }

  @Mutation(() => ExchangeModel, { description: 'Takes a sent request back; the note says why.' })
  async withdrawExchange(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange, and why.' }) input: ExchangeMoveInput,
  ): Promise<ExchangeModel> {
    return this.after(actor, this.spoken.withdraw(actor, input));
  }

  private async after(actor: Actor, move: Promise<string>): Promise<ExchangeModel> {
    return toExchangeModel(await this.exchanges.get(actor, await move));
  }
}
