import { Injectable } from '@nestjs/common';
import { APPROVING_ROLES, type ExchangeQueue, type ExchangeSort } from '@soc-coop/contracts';
import { nameKey, searchKey } from '@soc-coop/domain';
import type { ExchangeFilter } from '@soc-coop/dto';
import { AccountsService, Policy } from '../access';
import { Clock } from '../platform/clock/clock';
import { type Actor, hasRole, reachOf } from '../platform/context';
import { cappedCount, cutPage, decodeCursor, mapPage, type Page } from '../platform/paging';
import type { Deadline } from './deadlines/deadline';
import { DeadlinesService } from './deadlines/deadlines.service';
import { factsOf } from './moves/exchange-rights';
import { sideOf } from './moves/officer';
import { looksLikeNumber } from './numbers/exchange-number';
import { knownNames } from './read-plans/known-names';
import { ListMemory, type ListPage } from './read-plans/list-memory';
import { SeenAlike } from './read-plans/seen-alike';
import { ExchangeListRepository } from './records/exchange-list.repository';
import type { ListLook, ListRequest } from './records/list-request';
import type { ExchangeSummary } from './records/exchange.view';
import type { ListFilter } from './records/list-filter';
import { cursorFor, cursorOf, sortOf } from './records/list-sort';

/** Which list: the same words for a page on screen, a count and a file. */
export interface ListWanted {
  readonly queue: ExchangeQueue;
  readonly filter: ExchangeFilter;
  /** Null for the queue's own way. */
  readonly sort: ExchangeSort | null;
}

/** Everything a list can show; those who show less say so. */
export const WHOLE_LIST: ListLook = { total: true, units: true, people: true };

/** Which filters were used, without what was typed into them. */
export const filterNames = (filter: ExchangeFilter): string[] =>
  Object.entries(filter).flatMap(([name, value]) => (value === null || value === undefined ? [] : [name]));

const DAY_MS = 86_400_000;

/** A text is a number when it looks like one, and otherwise a name in either script. */
const wordsOf = (text: string | null | undefined): Pick<ListFilter, 'number' | 'names'> => {
  const wanted = (text ?? '').trim();
  const number = looksLikeNumber(wanted.toUpperCase()) ? wanted.toUpperCase() : null;
  return { number, names: number === null && wanted !== '' ? [searchKey(wanted), nameKey(wanted)] : null };
};

const filterOf = (filter: ExchangeFilter, now: Date): ListFilter => {
  const { waitingDays } = filter;
  return {
    type: filter.type ?? null,
    state: filter.state ?? null,
    unit: filter.unit ?? null,
    urgency: filter.urgency ?? null,
    handler: filter.handler ?? null,
    ...daysOf(filter),
    unchangedSince:
      waitingDays === null || waitingDays === undefined
        ? null
        : new Date(now.getTime() - waitingDays * DAY_MS),
    ...wordsOf(filter.text),
  };
};

const daysOf = ({
  dueFrom,
  dueTo,
  sentFrom,
  sentTo,
}: ExchangeFilter): Pick<ListFilter, 'dueFrom' | 'dueTo' | 'sentFrom' | 'sentTo'> => ({
  dueFrom: dueFrom ?? null,
  dueTo: dueTo ?? null,
  sentFrom: sentFrom ?? null,
  sentTo: sentTo ?? null,
});

/** The acting unit for those who see one unit, the country for those who look over one. */
const placeOf = (actor: Actor): Pick<ListRequest, 'unitId' | 'country'> => {
  const reach = reachOf(actor);
  return {
    unitId: reach.scope === 'unit' ? reach.unitId : null,
    country: reach.scope === 'country' ? reach.country : null,
  };
};

/** What of the unit's work is this person's own: drafts to approve, and drafts that came back. */
const mineOf = (actor: Actor): ListRequest['mine'] =>
  actor.kind === 'staff'
    ? { accountId: actor.accountId, approves: hasRole(actor, ...APPROVING_ROLES) }
    : { accountId: null, approves: false };

/** How a page is cut and ordered, and the deadlines of its rows as seen now. */
interface Cut {
  readonly size: number;
  readonly sort: ExchangeSort;
  readonly deadlines: readonly (Deadline | null)[];
}

/** Reads lists under policy for whoever shows them; the caller owns the transaction and its audit event. */
@Injectable()
export class ExchangeLists {
  /** Rights are a function of the actor and the row alone: the same of both, and the page is seen the same. */
  private readonly views = new SeenAlike<ListPage, Page<ExchangeSummary>>();

  constructor(
    private readonly policy: Policy,
    private readonly lists: ExchangeListRepository,
    private readonly deadlines: DeadlinesService,
    private readonly memory: ListMemory,
    private readonly accounts: AccountsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Up to `size` rows of a list after a cursor.
   * @throws DomainError access.forbidden, request.cursorInvalid
   */
  async page(
    actor: Actor,
    wanted: ListWanted,
    { size, after }: { readonly size: number; readonly after: string | null },
    look: ListLook,
  ): Promise<Page<ExchangeSummary>> {
    const request = await this.request(actor, wanted);
    // An empty cursor is the beginning, as it always was.
    const key = after ? cursorFor(request.sort, decodeCursor(after, 2)) : null;
    const page = await this.memory.page({ request, after: key, size }, look);
    const deadlines = await this.deadlines.seenInList(page.rows);
    return this.views.of(page, [JSON.stringify(actor), request.sort, size, deadlines], () =>
      this.summaries(actor, page, { size, sort: request.sort, deadlines }),
    );
  }

  /** How many rows a list has, counted to one past the cap. */
  async count(actor: Actor, wanted: ListWanted): Promise<number> {
    const [count = 0] = await this.counts(actor, [wanted]);
    return count;
  }

  /** The same of several lists, in one statement. */
  async counts(actor: Actor, wanted: readonly ListWanted[]): Promise<readonly number[]> {
    return this.lists.counts(await Promise.all(wanted.map((one) => this.request(actor, one))));
  }

  private async request(actor: Actor, { queue, filter, sort }: ListWanted): Promise<ListRequest> {
    this.policy.require(actor, 'exchange:list');
    const narrowed = filterOf(filter, this.clock.now());
    if (narrowed.names !== null) this.policy.require(actor, 'exchange:searchByName');
    return {
      queue,
      ...placeOf(actor),
      mine: mineOf(actor),
      filter: narrowed,
      sort: sortOf(queue, sort),
      cutOffs: await this.deadlines.cutOffs(),
      today: this.accounts.today(),
      rights: (place) => this.policy.listPredicate(actor, place),
    };
  }

  private summaries(
    actor: Actor,
    { rows, counted, units, people }: ListPage,
    { size, sort, deadlines }: Cut,
  ): Page<ExchangeSummary> {
    const names = knownNames(
      units,
      people.map((person) => this.accounts.visible(actor, person)),
    );
    const cut = cutPage(
      rows,
      size,
      cappedCount(counted ?? 0),
      (row) => cursorOf(sort, row),
      (row) => row,
    );
    return mapPage(cut, (row, at) => ({
      row,
      side: sideOf(actor, row),
      persons: this.policy.may(actor, 'exchange:viewPersons', factsOf(row)),
      deadline: deadlines[at] ?? null,
      names,
    }));
  }
}
