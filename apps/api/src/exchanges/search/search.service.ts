import { Injectable } from '@nestjs/common';
import type { SearchExchangesArgs } from '@soc-coop/dto';
import { Policy } from '../../access';
import { Acts } from '../../platform/acts';
import { type Actor, reachOf } from '../../platform/context';
import { cappedCount, cutPage, decodeCursor, type Page, pageSize } from '../../platform/paging';
import { WHOLE_LIST } from '../exchange-lists';
import { looksLikeNumber } from '../numbers/exchange-number';
import type { ListLook } from '../records/list-request';
import { type FoundExchange, FoundSummaries } from './found-summaries';
import { IdentifierHashes } from './identifier-hashes';
import { SearchQuota } from './search-quota';
import { searchTerms } from './search-terms';
import { ANYTHING, type FoundRow, type SearchCriteria, SearchRepository } from './search.repository';

/** Ten or thirteen digits and nothing else: no exchange has such a number, so a person's is meant. */
const PERSON_NUMBER = /^(\d{10}|\d{13})$/;

const isGiven = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== '';

/** The words and the number looked for. */
interface Sought {
  readonly query: string;
  readonly identifier: string;
}

/** A person's number typed into the field for words is looked for as what it is, and never as text. */
const soughtBy = (args: SearchExchangesArgs): Sought => {
  const [query, identifier] = [(args.query ?? '').trim(), (args.identifier ?? '').trim()];
  const bare = query.replace(/[\s.-]/g, '');
  return identifier === '' && PERSON_NUMBER.test(bare)
    ? { query: '', identifier: bare }
    : { query, identifier };
};

/** The number of an exchange, where the text is one. */
const wholeNumber = (query: string): string | null => {
  const number = query.toUpperCase();
  return looksLikeNumber(number) ? number : null;
};

/** The filters of a search; an empty list of states means any. */
const filtersOf = ({ type, states, unit, from, to }: SearchExchangesArgs) => ({
  type: type ?? null,
  states: isGiven(states) ? (states ?? null) : null,
  unit: unit ?? null,
  from: from ?? null,
  to: to ?? null,
});

/** Which criteria were used, never what was typed into them. */
const namesOf = (args: SearchExchangesArgs, sought: Sought): string[] => {
  const filters = filtersOf(args);
  return Object.entries({ ...sought, ...filters }).flatMap(([name, value]) => (isGiven(value) ? [name] : []));
};

/** Searches exchanges within the searcher's reach; every search leaves one audit event, which repeats nothing of it. */
@Injectable()
export class SearchService {
  constructor(
    private readonly acts: Acts,
    private readonly policy: Policy,
    private readonly found: SearchRepository,
    private readonly summaries: FoundSummaries,
    private readonly hashes: IdentifierHashes,
    private readonly quota: SearchQuota,
  ) {}

  /**
   * One page of what was found, the newest first.
   * @throws DomainError access.forbidden, exchange.tooManySearches, request.invalid, request.cursorInvalid
   */
  async search(
    actor: Actor,
    args: SearchExchangesArgs,
    look: ListLook = WHOLE_LIST,
  ): Promise<Page<FoundExchange>> {
    return this.acts.view(actor, { action: 'exchange.search' }, async (note) => {
      const sought = soughtBy(args);
      // This part can never be erased, so it names nobody.
      note.detail({ criteria: namesOf(args, sought) });
      this.policy.require(actor, 'exchange:list');
      if (sought.identifier !== '') this.policy.require(actor, 'exchange:searchByName');
      const criteria = this.criteria(actor, args, sought);
      await this.quota.take(actor);
      const size = pageSize(args);
      const after = args.after ? decodeCursor(args.after, 2) : null;
      const rights = (place: Parameters<Policy['listPredicate']>[1]) =>
        this.policy.listPredicate(actor, place);
      const { rows, counted } = await this.found.page(criteria, rights, after, size);
      const total = cappedCount(counted);
      const cut = cutPage(rows, size, total, keyOf, (row) => row);
      note.detail({ found: total.value, exchanges: cut.edges.map(({ node }) => node.id) });
      return this.seen(actor, cut, criteria, look);
    });
  }

  private criteria(actor: Actor, args: SearchExchangesArgs, { query, identifier }: Sought): SearchCriteria {
    const filters = filtersOf(args);
    const alone = identifier === '' && !Object.values(filters).some(isGiven);
    return {
      ...ANYTHING,
      ...filters,
      number: alone && actor.kind === 'staff' && reachOf(actor).scope === 'unit' ? wholeNumber(query) : null,
      terms: searchTerms(query),
      blind: identifier === '' ? null : this.hashes.ofAnyKind(identifier),
      types: actor.kind === 'client' ? actor.types : null,
    };
  }

  private async seen(
    actor: Actor,
    page: Page<FoundRow>,
    criteria: SearchCriteria,
    look: ListLook,
  ): Promise<Page<FoundExchange>> {
    const names = await this.summaries.namesOn(
      actor,
      page.edges.map(({ node }) => node),
      look,
    );
    const edges = await Promise.all(
      page.edges.map(async ({ cursor, node }) => ({
        cursor,
        node: await this.summaries.of(actor, node, criteria, names),
      })),
    );
    return { ...page, edges };
  }
}

const keyOf = (row: FoundRow): [string, string] => [row.sortAt.toISOString(), row.id];
