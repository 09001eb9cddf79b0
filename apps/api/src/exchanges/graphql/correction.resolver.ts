import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CorrectMessageInput, SaveCorrectionDraftInput } from '@soc-coop/dto';
import { type Actor, CurrentActor } from '../../platform/context';
import { CorrectionDrafts } from '../correction-drafts';
import { ExchangesService } from '../exchanges.service';
import { CorrectMessage } from '../moves/correct-message';
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
    return toExchangeModel(
      await this.exchanges.get(actor, await this.correcting.correct(actor, input), shows),
    );
  }
}
