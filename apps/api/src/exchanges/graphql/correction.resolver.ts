import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CorrectMessageInput, ExchangeMoveInput, SaveCorrectionDraftInput } from '@soc-coop/dto';
import { type Actor, CurrentActor } from '../../platform/context';
import { CorrectionDrafts } from '../correction-drafts';
import { ExchangesService } from '../exchanges.service';
import { AskAnew } from '../moves/ask-anew';
import { CorrectMessage } from '../moves/correct-message';
import { CorrectionApprovals } from '../moves/correction-approvals';
import { SavedDraftModel } from './exchange-parts.models';
import type { CaseShows } from '../read-plans/look';
import { Shown } from './shown.decorator';
import { toExchangeModel } from './exchange.mapper';
import { ExchangeModel } from './exchange.model';

/** Correcting what was sent. */
@Resolver(() => ExchangeModel)
export class CorrectionResolver {
  constructor(
    private readonly exchanges: ExchangesService,
    private readonly drafts: CorrectionDrafts,
    private readonly correcting: CorrectMessage,
    private readonly approvals: CorrectionApprovals,
    private readonly anew: AskAnew,
  ) {}

  @Mutation(() => SavedDraftModel, { description: 'Saves the draft of a correction; it may be incomplete.' })
  async saveCorrectionDraft(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The whole draft.' }) input: SaveCorrectionDraftInput,
  ): Promise<SavedDraftModel> {
    const { savedAt, ...saved } = await this.drafts.save(actor, input);
    return { ...saved, savedAt: new Date(savedAt) };
  }

  @Mutation(() => ExchangeModel, {
    description:
      'Corrects what the own side has sent: a new version, checked like the first. The earlier one stays readable.',
  })
  async correctMessage(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange, what was wrong, and the whole content.' })
    input: CorrectMessageInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.correcting.correct(actor, input), shows);
  }

  @Mutation(() => ExchangeModel, {
    description:
      'Submits a correction for approval, where a second officer reads what is sent; until it is sent back it cannot be edited.',
  })
  async submitCorrection(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange, what was wrong, and the whole content.' })
    input: CorrectMessageInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.approvals.submit(actor, input), shows);
  }

  @Mutation(() => ExchangeModel, {
    description:
      'Approves a submitted correction, which is sent with it; nobody approves a text they have worked on.',
  })
  async approveCorrection(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange; the remark stays on the own side.' })
    input: ExchangeMoveInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.approvals.approve(actor, input), shows);
  }

  @Mutation(() => ExchangeModel, {
    description: 'Sends a submitted correction back to be completed; the note says what is missing.',
  })
  async sendCorrectionBack(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange, and what is missing.' }) input: ExchangeMoveInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.approvals.sendBack(actor, input), shows);
  }

  @Mutation(() => ExchangeModel, {
    description:
      'Declares a request void because it was about the wrong person, and opens a draft that asks the same about another one: type, addressee and questions, nothing about a person. Gives the draft.',
  })
  async askAnew(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange, and a remark for both sides.' })
    input: ExchangeMoveInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.anew.ask(actor, input), shows);
  }

  private async after(actor: Actor, move: () => Promise<string>, shows: CaseShows): Promise<ExchangeModel> {
    return toExchangeModel(await this.exchanges.afterMove(actor, move, shows));
  }
}
