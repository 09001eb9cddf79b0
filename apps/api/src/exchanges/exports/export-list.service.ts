import { Injectable } from '@nestjs/common';
import { LIST_LIMITS, LIMITS, type ExportFormat } from '@soc-coop/contracts';
import { AccountsService } from '../../access';
import { UnitsService } from '../../directory';
import { Acts } from '../../platform/acts';
import { Clock } from '../../platform/clock/clock';
import type { Actor } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import { ExchangeLists, filterNames, type ListWanted } from '../exchange-lists';
import type { ExchangeSummary } from '../records/exchange.view';
import { exchangeType } from '../types/exchange-types';
import type { HeadFacts } from './list-head';

/** A list taken out, as much of it as a file needs. */
export interface ExportedList<Row> extends HeadFacts {
  readonly rows: readonly Row[];
}

/** Takes lists out of the product: the same rows, rights and order as on screen, and one audit event for the file. */
@Injectable()
export class ExportListService {
  constructor(
    private readonly acts: Acts,
    private readonly lists: ExchangeLists,
    private readonly accounts: AccountsService,
    private readonly units: UnitsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads a whole list, page by page in one transaction. Each row becomes what the file holds of it at once, so that a
   * list of the longest size takes a few megabytes; the file is only begun when the number of its rows is known.
   * @throws DomainError access.forbidden, exchange.exportTooLarge
   */
  async read<Row>(
    actor: Actor,
    wanted: ListWanted,
    format: ExportFormat,
    toRow: (summary: ExchangeSummary) => Row,
  ): Promise<ExportedList<Row>> {
    return this.acts.view(actor, { action: 'exchange.export' }, async (note) => {
      const rows: Row[] = [];
      let after: string | null = null;
      do {
        after = await this.addPage(actor, wanted, after, rows, toRow);
        if (rows.length > LIST_LIMITS.exportRows)
          throw new DomainError('exchange.exportTooLarge', { limit: LIST_LIMITS.exportRows });
      } while (after !== null);
      note.detail({
        queue: wanted.queue,
        filtered: filterNames(wanted.filter),
        format,
        records: rows.length,
      });
      const [user, unitName] = await Promise.all([this.userOf(actor), this.unitOf(wanted)]);
      const typeTitle = wanted.filter.type ? (exchangeType(wanted.filter.type)?.title ?? null) : null;
      return { rows, at: this.clock.now(), user, typeTitle, unitName, records: rows.length };
    });
  }

  /** Adds a page and gives the cursor of the next one. */
  private async addPage<Row>(
    actor: Actor,
    wanted: ListWanted,
    after: string | null,
    rows: Row[],
    toRow: (summary: ExchangeSummary) => Row,
  ): Promise<string | null> {
    const look = { total: false, units: true, people: true };
    const page = await this.lists.page(actor, wanted, { size: 5 * LIMITS.pageSize, after }, look);
    for (const { node } of page.edges) rows.push(toRow(node));
    return page.hasNextPage ? (page.edges.at(-1)?.cursor ?? null) : null;
  }

  /** Who took it out: a person by name and unit, a partner system by its id. */
  private async userOf(actor: Actor): Promise<string> {
    if (actor.kind === 'client') return `${actor.unitCode}, ${actor.clientId}`;
    if (actor.kind !== 'staff') return '';
    const [account] = await this.accounts.byIds([actor.accountId]);
    const name = account === undefined ? '' : `${account.givenName} ${account.familyName}`.trim();
    return `${name}, ${actor.unitCode}`;
  }

  private async unitOf({ filter }: ListWanted): Promise<HeadFacts['unitName']> {
    if (!filter.unit) return null;
    const [unit] = await this.units.byIds([filter.unit]);
    return unit?.name ?? null;
  }
}
