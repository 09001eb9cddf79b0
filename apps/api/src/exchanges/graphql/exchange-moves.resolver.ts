import { Args, Mutation, Resolver } from '@nestjs/graphql';
import {
  AnswerExchangeInput,
  ExchangeMoveInput,
  OpenExchangeInput,
  ReasonedMoveInput,
  RevealIdentifiersInput,
  SaveAnswerDraftInput,
  SaveExchangeDraftInput,
} from '@soc-coop/dto';
import { type Actor, CurrentActor } from '../../platform/context';
import { DraftsService, type SavedDraft } from '../drafts.service';
import { ExchangesService } from '../exchanges.service';
import { CloseExchange } from '../moves/close-exchange';
import { ReplyMoves } from '../moves/reply-moves';
import { SendExchange } from '../moves/send-exchange';
import { RevealIdentifiers } from '../subjects/reveal-identifiers';
import { RevealedIdentifierModel, SavedDraftModel } from './exchange-parts.models';
import type { CaseShows } from '../read-plans/look';
import { Shown } from './shown.decorator';
import { toExchangeModel } from './exchange.mapper';
import { ExchangeModel } from './exchange.model';

const toSavedDraft = ({ savedAt, ...saved }: SavedDraft): SavedDraftModel => ({
  ...saved,
  savedAt: new Date(savedAt),
});

/** One mutation per move. Each answers with the exchange as it stands afterwards, read and audited anew. */
@Resolver(() => ExchangeModel)
export class ExchangeMovesResolver {
  constructor(
    private readonly exchanges: ExchangesService,
    private readonly drafts: DraftsService,
    private readonly sending: SendExchange,
    private readonly replies: ReplyMoves,
    private readonly closing: CloseExchange,
    private readonly revealing: RevealIdentifiers,
  ) {}

  @Mutation(() => ExchangeModel, { description: 'Opens an exchange as a draft of the acting unit.' })
  async openExchange(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is known so far.' }) input: OpenExchangeInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.drafts.open(actor, input), shows);
  }

  @Mutation(() => SavedDraftModel, { description: 'Saves the draft of a request; it may be incomplete.' })
  async saveExchangeDraft(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The whole draft.' }) input: SaveExchangeDraftInput,
  ): Promise<SavedDraftModel> {
    return toSavedDraft(await this.drafts.saveRequest(actor, input));
  }

  @Mutation(() => ExchangeModel, { description: 'Throws a draft away; the fact that it was opened stays.' })
  async discardExchangeDraft(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which draft.' }) input: ExchangeMoveInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.closing.discard(actor, input), shows);
  }

  @Mutation(() => ExchangeModel, {
    description: 'Sends a request: it gets its number and cannot be changed any more.',
  })
  async sendExchange(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which draft.' }) input: ExchangeMoveInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.sending.send(actor, input), shows);
  }

  @Mutation(() => ExchangeModel, { description: 'Accepts a request: who accepts becomes its handler.' })
  async acceptExchange(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange.' }) input: ExchangeMoveInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.replies.accept(actor, input), shows);
  }

  @Mutation(() => ExchangeModel, { description: 'Refuses a request with a coded reason.' })
  async refuseExchange(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange, and why.' }) input: ReasonedMoveInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.replies.refuse(actor, input), shows);
  }

  @Mutation(() => SavedDraftModel, { description: 'Saves the draft of an answer; it may be incomplete.' })
  async saveAnswerDraft(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The whole draft.' }) input: SaveAnswerDraftInput,
  ): Promise<SavedDraftModel> {
    return toSavedDraft(await this.drafts.saveAnswer(actor, input));
  }

  @Mutation(() => ExchangeModel, {
    description: 'Answers a request; what was sent cannot be changed any more.',
  })
  async answerExchange(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The answer.' }) input: AnswerExchangeInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.replies.answer(actor, input), shows);
  }

  @Mutation(() => ExchangeModel, {
    description: 'Closes an answered or refused exchange with a coded reason.',
  })
  async closeExchange(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which exchange, and why.' }) input: ReasonedMoveInput,
    @Shown() shows: CaseShows,
  ): Promise<ExchangeModel> {
    return this.after(actor, () => this.closing.close(actor, input), shows);
  }

  @Mutation(() => [RevealedIdentifierModel], {
    description: "Shows a person's numbers in the clear; purpose and reader stand in the audit trail.",
  })
  async revealIdentifiers(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Whose, and why.' }) input: RevealIdentifiersInput,
  ): Promise<RevealedIdentifierModel[]> {
    return [...(await this.revealing.reveal(actor, input))];
  }

  private async after(actor: Actor, move: () => Promise<string>, shows: CaseShows): Promise<ExchangeModel> {
    return toExchangeModel(await this.exchanges.afterMove(actor, move, shows));
  }
}
