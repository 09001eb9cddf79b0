import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AnswerExchangeInput, ExchangeMoveInput } from '@soc-coop/dto';
import { type Actor, CurrentActor } from '../../platform/context';
import { ExchangesService } from '../exchanges.service';
import { ApprovalMoves } from '../moves/approval-moves';
import type { CaseShows } from '../read-plans/look';
import { Shown } from './shown.decorator';
import { toExchangeModel } from './exchange.mapper';
import { ExchangeModel } from './exchange.model';

/** The second pair of eyes, where the type or the unit asks for it. The other side hears of none of these. */
@Resolver(() => ExchangeModel)
export class ApprovalMovesResolver {
  constructor(
    private readonly exchanges: ExchangesService,
    private readonly approvals: ApprovalMoves,
  ) {}

  @Mutation(() => ExchangeModel, {
    description: 'Submits a whole and valid request for approval; until it is sent back it cannot be edited.',
  })
  async submitExchange(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which draft.' }) input: ExchangeMoveInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.approvals.submit(actor, input), shows);
  }

  @Mutation(() => ExchangeModel, {
    description: 'Approves a submitted request; nobody approves a text they have worked on.',
  })
  async approveExchange(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which request.' }) input: ExchangeMoveInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.approvals.approve(actor, input), shows);
  }

  @Mutation(() => ExchangeModel, {
    description: 'Sends a submitted request back to be completed; the note says what is missing.',
  })
  async sendExchangeBack(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which request, and what is missing.' }) input: ExchangeMoveInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.approvals.sendBack(actor, input), shows);
  }

  @Mutation(() => ExchangeModel, {
    description: 'Submits a whole answer for approval; until it is sent back it cannot be edited.',
  })
  async submitAnswer(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The answer.' }) input: AnswerExchangeInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.approvals.submitAnswer(actor, input), shows);
  }

  @Mutation(() => ExchangeModel, {
    description: 'Approves a submitted answer; nobody approves a text they have worked on.',
  })
  async approveAnswer(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange.' }) input: ExchangeMoveInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.approvals.approveAnswer(actor, input), shows);
  }

  @Mutation(() => ExchangeModel, {
    description: 'Sends a submitted answer back to be completed; the note says what is missing.',
  })
  async sendAnswerBack(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange, and what is missing.' }) input: ExchangeMoveInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.approvals.sendAnswerBack(actor, input), shows);
  }

  private async after(actor: Actor, move: () => Promise<string>, shows: CaseShows): Promise<ExchangeModel> {
    return toExchangeModel(await this.exchanges.afterMove(actor, move, shows));
  }
}
