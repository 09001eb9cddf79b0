import { Injectable } from '@nestjs/common';
import { LIST_LIMITS } from '@soc-coop/contracts';
import type { CreateSavedViewInput, RemoveSavedViewInput, UpdateSavedViewInput } from '@soc-coop/dto';
import { Policy } from '../../access';
import { Acts } from '../../platform/acts';
import { Clock } from '../../platform/clock/clock';
import type { Actor, StaffActor } from '../../platform/context';
import { newId } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import { type SavedViewRow, type ViewContent, viewFilter } from './saved-view';
import { SavedViewRepository } from './saved-view.repository';

/** Views of colleagues shown beside one's own; a wall with more than that is no help. */
const SHOWN = 4 * LIST_LIMITS.savedViews;

/** Numbers of cases and persons have more digits than any year or count a name would speak of. */
const LONG_NUMBER = /\p{Nd}{5,}/u;

/** The person behind an actor: views belong to people, systems keep none. */
const personOf = (actor: Actor): StaffActor => {
  if (actor.kind !== 'staff') throw new DomainError('access.forbidden');
  return actor;
};

/** Keeps lists under names. They hold codes, days and counts, never persons: looking at them is not audited. */
@Injectable()
export class SavedViewsService {
  constructor(
    private readonly acts: Acts,
    private readonly policy: Policy,
    private readonly views: SavedViewRepository,
    private readonly clock: Clock,
  ) {}

  /** One's own views and those of the acting unit. */
  async list(actor: Actor): Promise<SavedViewRow[]> {
    return this.acts.look(actor, async () => {
      this.policy.require(actor, 'exchange:list');
      const { accountId, unitId } = personOf(actor);
      return this.views.visibleTo(accountId, unitId, SHOWN);
    });
  }

  /**
   * Keeps a list under a name.
   * @throws DomainError exchange.tooManyViews, exchange.viewNameTaken, exchange.viewNameWithNumber, access.forbidden
   */
  async create(actor: Actor, { idempotencyKey, ...input }: CreateSavedViewInput): Promise<SavedViewRow> {
    const act = { action: 'savedView.create', once: { key: idempotencyKey, input } };
    const id = await this.acts.perform(actor, act, async (note) => {
      const keeper = this.keeper(actor);
      const view = this.contentOf(actor, keeper, input);
      await this.views.lock(keeper.accountId);
      if ((await this.views.countOf(keeper.accountId)) >= LIST_LIMITS.savedViews)
        throw new DomainError('exchange.tooManyViews', { limit: LIST_LIMITS.savedViews });
      await this.requireFreeName(keeper, view, null);
      const created = newId();
      await this.views.add(created, keeper.accountId, view, this.clock.now());
      note.resource('savedView', created);
      note.detail({ queue: view.queue, shared: view.unitId !== null });
      return created;
    });
    return this.one(actor, id);
  }

  /**
   * Changes one's own view.
   * @throws DomainError exchange.viewNotFound, request.stale, exchange.viewNameTaken, access.forbidden
   */
  async update(actor: Actor, { idempotencyKey, ...input }: UpdateSavedViewInput): Promise<SavedViewRow> {
    const { id, version } = input;
    const act = {
      action: 'savedView.update',
      resource: { type: 'savedView', id },
      once: { key: idempotencyKey, input },
    };
    await this.acts.perform(actor, act, async (note) => {
      const keeper = this.keeper(actor);
      const view = this.contentOf(actor, keeper, input);
      await this.views.lock(keeper.accountId);
      const before = await this.views.find(id);
      if (before?.ownerId !== keeper.accountId) throw new DomainError('exchange.viewNotFound');
      await this.requireFreeName(keeper, view, id);
      if (!(await this.views.change(id, version, view, this.clock.now())))
        throw new DomainError('request.stale');
      note.detail({ queue: view.queue, shared: view.unitId !== null });
      return id;
    });
    return this.one(actor, id);
  }

  /**
   * Removes one's own view, or as the unit's coordinator one that is shown to the unit.
   * @throws DomainError exchange.viewNotFound, access.forbidden
   */
  async remove(actor: Actor, { id, idempotencyKey }: RemoveSavedViewInput): Promise<string> {
    const act = {
      action: 'savedView.remove',
      resource: { type: 'savedView', id },
      once: { key: idempotencyKey, input: { id } },
    };
    return this.acts.perform(actor, act, async () => {
      const keeper = this.keeper(actor);
      const view = await this.views.find(id);
      if (view === null) throw new DomainError('exchange.viewNotFound');
      if (view.ownerId !== keeper.accountId) this.requireSharing(actor, keeper);
      if (!(await this.views.remove(id))) throw new DomainError('exchange.viewNotFound');
      return id;
    });
  }

  private async one(actor: Actor, id: string): Promise<SavedViewRow> {
    const view = await this.acts.look(actor, () => this.views.find(id));
    // The repeated answer of an act whose view was removed since.
    if (view === null) throw new DomainError('exchange.viewNotFound');
    return view;
  }

  /** The person a view will belong to. */
  private keeper(actor: Actor): StaffActor {
    this.policy.require(actor, 'savedView:manageOwn');
    return personOf(actor);
  }

  private contentOf(
    actor: Actor,
    keeper: StaffActor,
    input: Omit<CreateSavedViewInput, 'idempotencyKey'>,
  ): ViewContent {
    const { name, queue, sort, columns, pageSize, shared } = input;
    if (LONG_NUMBER.test(name)) throw new DomainError('exchange.viewNameWithNumber');
    if (shared) this.requireSharing(actor, keeper);
    const unitId = shared ? keeper.unitId : null;
    return {
      name,
      queue,
      filter: viewFilter(input.filter),
      sort: sort ?? null,
      columns,
      pageSize,
      unitId,
    };
  }

  private requireSharing(actor: Actor, { unitId, country }: StaffActor): void {
    this.policy.require(actor, 'savedView:share', { unitId, country });
  }

  private async requireFreeName(keeper: StaffActor, { name }: ViewContent, id: string | null): Promise<void> {
    if (await this.views.nameTaken(keeper.accountId, name, id))
      throw new DomainError('exchange.viewNameTaken');
  }
}
