import { Injectable } from '@nestjs/common';
import type { ExchangeMatch } from '@soc-coop/contracts';
import { AccountsService, Policy } from '../../access';
import type { Actor } from '../../platform/context';
import { DeadlinesService } from '../deadlines/deadlines.service';
import { factsOf } from '../moves/exchange-rights';
import { sideOf } from '../moves/officer';
import { type KnownNames, knownNames } from '../read-plans/known-names';
import { NamesRepository } from '../read-plans/names.repository';
import type { ListLook } from '../records/list-request';
import type { ExchangeSummary } from '../records/exchange.view';
import { explainMatch, type Findable } from './explain-match';
import { typeWords } from './search-index';
import type { SearchTerm } from './search-terms';
import type { FoundRow } from './search.repository';

/** An exchange a search found, and why. */
export interface FoundExchange extends ExchangeSummary {
  readonly matched: readonly ExchangeMatch[];
}

/** What was looked for, as far as it explains what was found. */
export interface Sought {
  readonly terms: readonly SearchTerm[];
  readonly blind: readonly string[] | null;
}

/** Turns found rows into what the searcher may see of them. */
@Injectable()
export class FoundSummaries {
  constructor(
    private readonly policy: Policy,
    private readonly deadlines: DeadlinesService,
    private readonly names: NamesRepository,
    private readonly accounts: AccountsService,
  ) {}

  /** The names on a page of what was found, as far as it shows them. */
  async namesOn(actor: Actor, rows: readonly FoundRow[], look: ListLook): Promise<KnownNames> {
    const { units, people } = await this.names.of(rows, look, this.accounts.today());
    return knownNames(
      units,
      people.map((person) => this.accounts.visible(actor, person)),
    );
  }

  /** The summary of one row, with the reasons it was found for. */
  async of(
    actor: Actor,
    row: FoundRow,
    { terms, blind }: Sought,
    names: KnownNames | null = null,
  ): Promise<FoundExchange> {
    const persons = this.policy.may(actor, 'exchange:viewPersons', factsOf(row));
    const byNumber: readonly ExchangeMatch[] =
      blind !== null && row.blind.some((hash) => blind.includes(hash)) ? ['IDENTIFIER'] : [];
    return {
      row,
      side: sideOf(actor, row),
      persons,
      deadline: await this.deadlines.seen(row),
      ...(names === null ? {} : { names }),
      matched: [...byNumber, ...explainMatch(findable(row, persons), terms)],
    };
  }
}

/** Whoever sees no persons is told nothing about them by the reasons either. */
const findable = (row: FoundRow, persons: boolean): Findable => {
  const { givenName, patronymic, familyName } = row;
  const name = [givenName, patronymic, familyName].filter((part) => (part ?? '') !== '').join(' ');
  return {
    number: row.number,
    nationalFileNumber: persons ? row.nationalFileNumber : null,
    names: persons && name !== '' ? [name] : [],
    typeWords: `${row.typeCode} ${typeWords(row)}`,
    plain: row.plain,
    personal: persons ? row.personal : '',
  };
};
