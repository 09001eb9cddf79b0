import { Injectable } from '@nestjs/common';
import { APPROVING_ROLES, type ExchangeQueue } from '@soc-coop/contracts';
import { nameKey, searchKey } from '@soc-coop/domain';
import type { ExchangeFilter } from '@soc-coop/dto';
import { AccountsService, Policy } from '../access';
import { Acts } from '../platform/acts';
import { type Actor, hasRole, reachOf } from '../platform/context';
import { isUuid } from '../platform/database';
import { DomainError } from '../platform/errors';
import {
  cappedCount,
  cutPage,
  decodeCursor,
  mapPage,
  type Page,
  type PageRequest,
  pageSize,
} from '../platform/paging';
import { DeadlinesService } from './deadlines/deadlines.service';
import { ExchangeViews } from './exchange-views';
import { factsOf } from './moves/exchange-rights';
import { sideOf } from './moves/officer';
import { type KnownNames, knownNames } from './read-plans/known-names';
import { type CaseShows, WHOLE_CASE } from './read-plans/look';
import { looksLikeNumber } from './numbers/exchange-number';
import {
  ExchangeListRepository,
  isByDue,
  type ListLook,
  type ListFilter,
  type ListRequest,
} from './records/exchange-list.repository';
import { ExchangeRepository } from './records/exchange.repository';
import type { ExchangeListRow, ExchangeRow } from './records/exchange.row';
import type { ExchangeSummary, ExchangeView, QueueCounts } from './records/exchange.view';

/** A text is a number when it looks like one, and otherwise a name in either script. */
const filterOf = ({ type, state, unit, text }: ExchangeFilter): ListFilter => {
  const wanted = (text ?? '').trim();
  const number = looksLikeNumber(wanted.toUpperCase()) ? wanted.toUpperCase() : null;
  const names = number === null && wanted !== '' ? [searchKey(wanted), nameKey(wanted)] : null;
  return { type: type ?? null, state: state ?? null, unit: unit ?? null, number, names };
};

/** The acting unit for those who see one unit; null for those whose reach is wider. */
const unitOf = (actor: Actor): string | null => {
  const reach = reachOf(actor);
  return reach.scope === 'unit' ? reach.unitId : null;
};

/** What of the unit's work is this person's own: drafts to approve, and drafts that came back. */
const mineOf = (actor: Actor): ListRequest['mine'] =>
  actor.kind === 'staff'
    ? { accountId: actor.accountId, approves: hasRole(actor, ...APPROVING_ROLES) }
    : { accountId: null, approves: false };

/** Everything a list can show; those who show less say so. */
const WHOLE_LIST: ListLook = { total: true, units: true, people: true };

/** Reads exchanges: lists, counts, one whole. Every read of persons leaves an audit event. */
@Injectable()
export class ExchangesService {
  constructor(
    private readonly acts: Acts,
    private readonly policy: Policy,
    private readonly lists: ExchangeListRepository,
    private readonly exchanges: ExchangeRepository,
    private readonly views: ExchangeViews,
    private readonly deadlines: DeadlinesService,
    private readonly accounts: AccountsService,
  ) {}

  /**
   * One page of a queue, within the actor's reach.
   * @throws DomainError access.forbidden, request.cursorInvalid, request.invalid
   */
  async list(
    actor: Actor,
    queue: ExchangeQueue,
    filter: ExchangeFilter,
    page: PageRequest,
    look: ListLook = WHOLE_LIST,
  ): Promise<Page<ExchangeSummary>> {
    return this.acts.view(actor, { action: 'exchange.list' }, async (note) => {
      this.policy.require(actor, 'exchange:list');
      const request = await this.request(actor, queue, filter);
      if (request.filter.names !== null) this.policy.require(actor, 'exchange:searchByName');
      const size = pageSize(page);
      const after = page.after ? decodeCursor(page.after, 2) : null;
      const { rows, counted, units, people } = await this.lists.read(request, after, size, look);
      const total = cappedCount(counted ?? 0);
      const names = knownNames(
        units,
        people.map((person) => this.accounts.visible(actor, person)),
      );
      const keyOf = (row: ExchangeListRow): [string, string] =>
        isByDue(queue) ? [row.dueOn, row.id] : [row.createdAt.toISOString(), row.id];
      const cut = cutPage(rows, size, total, keyOf, (row) => row);
      note.detail({ queue, filtered: filterNames(filter), exchanges: cut.edges.map(({ node }) => node.id) });
      return this.summaries(actor, cut, names);
    });
  }

  /** How many exchanges stand in each queue; counts tell nothing about persons and are not audited. */
  async counts(actor: Actor): Promise<QueueCounts> {
    return this.acts.look(actor, async () => {
      this.policy.require(actor, 'exchange:list');
      const count = async (queue: ExchangeQueue) =>
        cappedCount(await this.lists.count(await this.request(actor, queue, {})));
      const [needsMe, waiting, dueSoon, overdue, drafts, all] = await Promise.all([
        count('NEEDS_ME'),
        count('WAITING'),
        count('DUE_SOON'),
        count('OVERDUE'),
        count('DRAFTS'),
        count('ALL'),
      ]);
      return { needsMe, waiting, dueSoon, overdue, drafts, all };
    });
  }

  /**
   * One exchange, as much of it as is shown.
   * @throws DomainError exchange.notFound, also where it exists beyond the actor's reach.
   */
  async get(actor: Actor, id: string, shows: CaseShows = WHOLE_CASE): Promise<ExchangeView> {
    return this.acts.view(actor, { action: 'exchange.view', resource: { type: 'exchange', id } }, async () =>
      this.viewOf(actor, isUuid(id) ? await this.find(actor, id, shows) : null, shows),
    );
  }

  /**
   * The same by number.
   * @throws DomainError exchange.notFound
   */
  async getByNumber(actor: Actor, number: string, shows: CaseShows = WHOLE_CASE): Promise<ExchangeView> {
    const wanted = number.trim().toUpperCase();
    return this.acts.view(actor, { action: 'exchange.view' }, async (note) => {
      const row = looksLikeNumber(wanted) ? await this.exchanges.findByNumber(wanted) : null;
      if (row !== null) {
        note.resource('exchange', row.id);
        await this.views.prepare(actor, row.id, shows);
      }
      return this.viewOf(actor, row, shows);
    });
  }

  private async find(actor: Actor, id: string, shows: CaseShows): Promise<ExchangeRow | null> {
    await this.views.prepare(actor, id, shows);
    return this.exchanges.find(id);
  }

  private async viewOf(actor: Actor, row: ExchangeRow | null, shows: CaseShows): Promise<ExchangeView> {
    if (row === null) {
      // Nobody learns from the difference between "sign in" and "not found" what exists.
      this.policy.require(actor, 'exchange:list');
      throw new DomainError('exchange.notFound');
    }
    this.policy.require(actor, 'exchange:view', factsOf(row));
    return this.views.of(actor, row, shows);
  }

  private async request(actor: Actor, queue: ExchangeQueue, filter: ExchangeFilter): Promise<ListRequest> {
    return {
      queue,
      unitId: unitOf(actor),
      mine: mineOf(actor),
      filter: filterOf(filter),
      cutOffs: await this.deadlines.cutOffs(),
      today: this.accounts.today(),
      rights: (place) => this.policy.listPredicate(actor, place),
    };
  }

  private async summaries(
    actor: Actor,
    page: Page<ExchangeListRow>,
    names: KnownNames,
  ): Promise<Page<ExchangeSummary>> {
    const deadlines = new Map(
      await Promise.all(
        page.edges.map(async ({ node }) => [node.id, await this.deadlines.seen(node)] as const),
      ),
    );
    return mapPage(page, (row) => ({
      row,
      side: sideOf(actor, row),
      persons: this.policy.may(actor, 'exchange:viewPersons', factsOf(row)),
      deadline: deadlines.get(row.id) ?? null,
      names,
    }));
  }
}

/** Which filters were used, without what was typed into them. */
const filterNames = (filter: ExchangeFilter): string[] =>
  Object.entries(filter).flatMap(([name, value]) => (value === null || value === undefined ? [] : [name]));
