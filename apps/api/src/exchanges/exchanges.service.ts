import { Injectable } from '@nestjs/common';
import { EXCHANGE_QUEUES, type ExchangeQueue, type ExchangeSort } from '@soc-coop/contracts';
import type { ExchangeFilter } from '@soc-coop/dto';
import { Policy } from '../access';
import { Acts } from '../platform/acts';
import type { Actor } from '../platform/context';
import { isUuid } from '../platform/database';
import { DomainError } from '../platform/errors';
import { cappedCount, type Page, type PageRequest, pageSize } from '../platform/paging';
import { ExchangeLists, filterNames, WHOLE_LIST } from './exchange-lists';
import { ExchangeViews } from './exchange-views';
import { factsOf } from './moves/exchange-rights';
import { MoveAnswers } from './moves/move-answers';
import { type CaseShows, WHOLE_CASE } from './read-plans/look';
import { looksLikeNumber } from './numbers/exchange-number';
import type { ListLook } from './records/list-request';
import { ExchangeRepository } from './records/exchange.repository';
import type { ExchangeRow } from './records/exchange.row';
import type { ExchangeSummary, ExchangeView, QueueCounts } from './records/exchange.view';

/** Which page of a list, and by what the list goes. */
export interface ListPageRequest extends PageRequest {
  readonly sort?: ExchangeSort | null | undefined;
}

/** Reads exchanges: lists, counts, one whole. Every read of persons leaves an audit event. */
@Injectable()
export class ExchangesService {
  constructor(
    private readonly acts: Acts,
    private readonly policy: Policy,
    private readonly lists: ExchangeLists,
    private readonly exchanges: ExchangeRepository,
    private readonly views: ExchangeViews,
    private readonly answers: MoveAnswers,
  ) {}

  /**
   * One page of a queue, within the actor's reach, as sorted as asked.
   * @throws DomainError access.forbidden, request.cursorInvalid, request.invalid
   */
  async list(
    actor: Actor,
    queue: ExchangeQueue,
    filter: ExchangeFilter,
    { sort, ...page }: ListPageRequest,
    look: ListLook = WHOLE_LIST,
  ): Promise<Page<ExchangeSummary>> {
    return this.acts.view(actor, { action: 'exchange.list' }, async (note) => {
      const size = pageSize(page);
      const wanted = { queue, filter, sort: sort ?? null };
      const cut = await this.lists.page(actor, wanted, { size, after: page.after ?? null }, look);
      const exchanges = cut.edges.map(({ node }) => node.row.id);
      note.detail({ queue, filtered: filterNames(filter), exchanges });
      return cut;
    });
  }

  /** How many exchanges stand in each queue; counts tell nothing about persons and are not audited. */
  async counts(actor: Actor): Promise<QueueCounts> {
    return this.acts.look(actor, async () => {
      this.policy.require(actor, 'exchange:list');
      const wanted = EXCHANGE_QUEUES.map((queue) => ({ queue, filter: {}, sort: null }));
      const counted = await this.lists.counts(actor, wanted);
      const of = (queue: ExchangeQueue) => cappedCount(counted[EXCHANGE_QUEUES.indexOf(queue)] ?? 0);
      return {
        needsMe: of('NEEDS_ME'),
        waiting: of('WAITING'),
        dueSoon: of('DUE_SOON'),
        overdue: of('OVERDUE'),
        drafts: of('DRAFTS'),
        all: of('ALL'),
      };
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

  /**
   * Makes a move and gives the case as it leaves it: seen in the transaction of the move, and otherwise read anew.
   * @throws DomainError what the move can throw, and exchange.notFound where the case is out of reach afterwards.
   */
  async afterMove(actor: Actor, move: () => Promise<string>, shows: CaseShows): Promise<ExchangeView> {
    const { id, view } = await this.answers.wanted(shows, move);
    return view ?? this.get(actor, id, shows);
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
}
