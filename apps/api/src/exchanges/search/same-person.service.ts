import { Injectable } from '@nestjs/common';
import { type ExchangeMatch, UNSETTLED_STATES } from '@soc-coop/contracts';
import { nameKey, searchWords } from '@soc-coop/domain';
import type { SamePersonInput } from '@soc-coop/dto';
import { Policy } from '../../access';
import { Acts } from '../../platform/acts';
import type { Actor } from '../../platform/context';
import { type FoundExchange, FoundSummaries } from './found-summaries';
import { IdentifierHashes } from './identifier-hashes';
import { SearchQuota } from './search-quota';
import { SEARCH_WORDS, type SearchTerm } from './search-terms';
import { ANYTHING, type FoundRow, type SearchCriteria, SearchRepository } from './search.repository';

/** More cases about one person than fit a warning; the search page shows them all. */
const SHOWN = 10;

/** Who is looked for: by numbers, and by name together with the date of birth. */
interface Sought {
  readonly blind: readonly string[];
  readonly words: readonly string[];
  readonly birthDate: string | null;
}

/** Finds the open cases about a person, for the officer who is about to open another one. */
@Injectable()
export class SamePersonService {
  constructor(
    private readonly acts: Acts,
    private readonly policy: Policy,
    private readonly found: SearchRepository,
    private readonly summaries: FoundSummaries,
    private readonly hashes: IdentifierHashes,
    private readonly quota: SearchQuota,
  ) {}

  /**
   * Open cases within the officer's reach about the same person: any of the numbers, or every word of the name
   * in tolerant spelling and the date of birth. A hint, never a decision.
   * @throws DomainError access.forbidden, exchange.tooManySearches
   */
  async openCases(actor: Actor, input: SamePersonInput): Promise<readonly FoundExchange[]> {
    return this.acts.view(actor, { action: 'exchange.samePerson' }, async (note) => {
      this.policy.require(actor, 'exchange:list');
      this.policy.require(actor, 'exchange:searchByName');
      const sought = this.sought(input);
      const searches = searchesFor(actor, sought, input.except ?? null);
      note.detail({ criteria: criteriaOf(sought) });
      if (searches.length === 0) return [];
      await this.quota.take(actor);
      const rights = (place: Parameters<Policy['listPredicate']>[1]) =>
        this.policy.listPredicate(actor, place);
      const rows = (await this.found.any(searches, rights, SHOWN)).filter(
        (row) => matchOf(row, sought).length > 0,
      );
      note.detail({ exchanges: rows.map(({ id }) => id) });
      return Promise.all(rows.map(async (row) => this.seen(actor, row, sought)));
    });
  }

  private sought({ identifiers, familyName, givenName, birthDate }: SamePersonInput): Sought {
    const [family, given] = [familyName ?? '', givenName ?? ''];
    const named = family.trim() !== '' && given.trim() !== '';
    return {
      blind: (identifiers ?? []).flatMap(({ type, value }) => this.hashes.of(type, value)),
      words: named ? keyWords(`${given} ${family}`) : [],
      birthDate: birthDate ?? null,
    };
  }

  private async seen(actor: Actor, row: FoundRow, sought: Sought): Promise<FoundExchange> {
    const summary = await this.summaries.of(actor, row, { terms: [], blind: null });
    return { ...summary, matched: matchOf(row, sought) };
  }
}

const keyWords = (name: string): readonly string[] => [...new Set(searchWords(nameKey(name)))];

const termOf = (word: string): SearchTerm => ({ typed: word, exact: word, tolerant: word });

/** A name without a date of birth is shared by too many to be a hint. */
const byName = ({ words, birthDate }: Sought): boolean => words.length > 0 && birthDate !== null;

const criteriaOf = (sought: Sought): string[] => [
  ...(sought.blind.length > 0 ? ['identifier'] : []),
  ...(byName(sought) ? ['nameAndBirthDate'] : []),
];

const searchesFor = (actor: Actor, sought: Sought, except: string | null): SearchCriteria[] => {
  const types = actor.kind === 'client' ? actor.types : null;
  const open: SearchCriteria = { ...ANYTHING, states: UNSETTLED_STATES, types, except };
  const terms = sought.words.slice(0, SEARCH_WORDS).map(termOf);
  return [
    ...(sought.blind.length > 0 ? [{ ...open, blind: sought.blind }] : []),
    ...(byName(sought) ? [{ ...open, terms, birthDate: sought.birthDate }] : []),
  ];
};

/** The index finds a word inside another one; here whole words are compared, so that Ion is not Ionela. */
const matchOf = (row: FoundRow, sought: Sought): ExchangeMatch[] => {
  const kept = new Set(searchWords(row.personal));
  const named = byName(sought) && sought.words.every((word) => kept.has(word));
  const numbered = row.blind.some((hash) => sought.blind.includes(hash));
  const sameDay = row.birthDate === sought.birthDate;
  return [
    ...(numbered ? (['IDENTIFIER'] as const) : []),
    ...(named && sameDay ? (['NAME', 'BIRTH_DATE'] as const) : []),
  ];
};
