import { Injectable } from '@nestjs/common';
import type { SearchExchangesArgs } from '@soc-coop/dto';
import { Policy } from '../../access';
import { Acts } from '../../platform/acts';
import type { Actor } from '../../platform/context';
import { cappedCount, cutPage, decodeCursor, mapPage, type Page, pageSize } from '../../platform/paging';
import { type FoundExchange, FoundSummaries } from './found-summaries';
import { IdentifierHashes } from './identifier-hashes';
import { searchTerms } from './search-terms';
import { ANYTHING, type FoundRow, type SearchCriteria, SearchRepository } from './search.repository';

/** Ten or thirteen digits and nothing else: no exchange has such a number, so a person's is meant. */
const PERSON_NUMBER = /^(\d{10}|\d{13})$/;

const CRITERIA = ['query', 'identifier', 'type', 'states', 'unit', 'from', 'to'] as const;

const isGiven = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== '';

/** A person's number typed into the field for words is looked for as what it is, and never as text. */
const settled = (args: SearchExchangesArgs): SearchExchangesArgs => {
  const query = (args.query ?? '').trim();
  const bare = query.replace(/[\s.-]/g, '');
  if (isGiven(args.identifier) || !PERSON_NUMBER.test(bare)) return { ...args, query };
  return { ...args, query: '', identifier: bare };
};

const lengthOf = (list: readonly unknown[] | null | undefined): number => list?.length ?? 0;

/** Searches exchanges within the searcher's reach; every search leaves one audit event, which repeats nothing of it. */
@Injectable()
export class SearchService {
  constructor(
    private readonly acts: Acts,
    private readonly policy: Policy,
    private readonly found: SearchRepository,
    private readonly summaries: FoundSummaries,
    private readonly hashes: IdentifierHashes,
  ) {}

  /**
   * One page of what was found, the newest first.
   * @throws DomainError access.forbidden, request.invalid, request.cursorInvalid
   */
  async search(actor: Actor, given: SearchExchangesArgs): Promise<Page<FoundExchange>> {
    return this.acts.view(actor, { action: 'exchange.search' }, async (note) => {
      const args = settled(given);
      // Which criteria were used, never what was typed into them: this part can never be erased.
      note.detail({ criteria: CRITERIA.filter((name) => isGiven(args[name])) });
      this.policy.require(actor, 'exchange:list');
      if (isGiven(args.identifier)) this.policy.require(actor, 'exchange:searchByName');
      const criteria = this.criteria(actor, args);
      const size = pageSize(args);
      const after = args.after ? decodeCursor(args.after, 2) : null;
      const rights = (place: Parameters<Policy['listPredicate']>[1]) =>
        this.policy.listPredicate(actor, place);
      const rows = await this.found.page(criteria, rights, after, size);
      const total = cappedCount(await this.found.count(criteria));
      const cut = cutPage(rows, size, total, keyOf, (row) => row);
      note.detail({ found: total.value, exchanges: cut.edges.map(({ node }) => node.id) });
      return this.seen(actor, cut, criteria);
    });
  }

  private criteria(actor: Actor, args: SearchExchangesArgs): SearchCriteria {
    return {
      ...ANYTHING,
      terms: searchTerms(args.query ?? ''),
      blind: isGiven(args.identifier) ? this.hashes.ofAnyKind(args.identifier ?? '') : null,
      type: args.type ?? null,
      types: actor.kind === 'client' ? actor.types : null,
      states: lengthOf(args.states) > 0 ? (args.states ?? null) : null,
      unit: args.unit ?? null,
      from: args.from ?? null,
      to: args.to ?? null,
    };
  }

  private async seen(
    actor: Actor,
    page: Page<FoundRow>,
    criteria: SearchCriteria,
  ): Promise<Page<FoundExchange>> {
    const nodes = await Promise.all(page.edges.map(({ node }) => this.summaries.of(actor, node, criteria)));
    const byId = new Map(nodes.map((node) => [node.row.id, node]));
    // Every row of the page has its summary.
    return mapPage(page, (row) => byId.get(row.id)!);
  }
}

const keyOf = (row: FoundRow): [string, string] => [row.sortAt.toISOString(), row.id];
