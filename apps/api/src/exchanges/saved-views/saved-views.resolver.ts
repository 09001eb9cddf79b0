import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CreateSavedViewInput, RemoveSavedViewInput, UpdateSavedViewInput } from '@soc-coop/dto';
import { type Actor, CurrentActor } from '../../platform/context';
import type { SavedViewRow } from './saved-view';
import { type SavedViewFilterModel, SavedViewModel } from './saved-view.models';
import { SavedViewsService } from './saved-views.service';

const UNFILTERED = {
  type: null,
  state: null,
  unit: null,
  urgency: null,
  handler: null,
  dueFrom: null,
  dueTo: null,
  sentFrom: null,
  sentTo: null,
  waitingDays: null,
} satisfies SavedViewFilterModel;

/** What was stored is what was checked; members without a value are null. */
const toFilter = (filter: SavedViewRow['filter']): SavedViewFilterModel => ({
  ...UNFILTERED,
  ...(filter as Partial<SavedViewFilterModel>),
});

const toModel = (
  actor: Actor,
  { unitId, ownerId, columns, filter, ...view }: SavedViewRow,
): SavedViewModel => ({
  ...view,
  filter: toFilter(filter),
  columns: [...columns],
  shared: unitId !== null,
  own: actor.kind === 'staff' && actor.accountId === ownerId,
});

/** Lists under names. */
@Resolver(() => SavedViewModel)
export class SavedViewsResolver {
  constructor(private readonly service: SavedViewsService) {}

  @Query(() => [SavedViewModel], { description: "The viewer's saved views, then those of the acting unit." })
  async savedViews(@CurrentActor() actor: Actor): Promise<SavedViewModel[]> {
    return (await this.service.list(actor)).map((view) => toModel(actor, view));
  }

  @Mutation(() => SavedViewModel, { description: 'Keeps a list under a name; 50 for each person.' })
  async createSavedView(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The view.' }) input: CreateSavedViewInput,
  ): Promise<SavedViewModel> {
    return toModel(actor, await this.service.create(actor, input));
  }

  @Mutation(() => SavedViewModel, { description: "Changes one's own view: its name, or all it shows." })
  async updateSavedView(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The view as it shall be.' }) input: UpdateSavedViewInput,
  ): Promise<SavedViewModel> {
    return toModel(actor, await this.service.update(actor, input));
  }

  @Mutation(() => ID, {
    description: "Removes one's own view, or as the unit's coordinator one the unit has. Gives its id.",
  })
  async removeSavedView(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which.' }) input: RemoveSavedViewInput,
  ): Promise<string> {
    return this.service.remove(actor, input);
  }
}
