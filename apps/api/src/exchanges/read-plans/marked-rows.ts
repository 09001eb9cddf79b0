import type { Clock } from '../../platform/clock/clock';
import type { ExchangeListRow } from '../records/exchange.row';

/** A row of a list, and the mark of the state it was read in. */
export interface KeptRow {
  readonly row: ExchangeListRow;
  readonly mark: string;
  readonly until: number;
}

/** Names of persons are in memory no longer than this after they were last read from the database. */
const KEPT_MS = 10 * 60_000;

/** A bounded number of rows by their ids, the longest kept leave first; each for a bounded time. */
export class MarkedRows {
  private readonly kept = new Map<string, KeptRow>();

  constructor(
    private readonly most: number,
    private readonly clock: Clock,
  ) {}

  /** Those of the rows that are kept and fit. */
  these(ids: readonly string[], fits: (row: ExchangeListRow) => boolean): ReadonlyMap<string, KeptRow> {
    const now = this.clock.now().getTime();
    const found = new Map<string, KeptRow>();
    for (const id of ids) {
      const kept = this.kept.get(id);
      if (kept !== undefined && kept.until > now && fits(kept.row)) found.set(id, kept);
    }
    return found;
  }

  /** Keeps a row that was just read. */
  keep(row: ExchangeListRow, mark: string): KeptRow {
    return this.keepAgain({ row, mark, until: this.clock.now().getTime() + KEPT_MS });
  }

  /** Keeps a row that is known already, no longer than it would have been; it may have had to leave meanwhile. */
  keepAgain(kept: KeptRow): KeptRow {
    const { id } = kept.row;
    if (this.kept.get(id) === kept) return kept;
    this.kept.delete(id);
    this.kept.set(id, kept);
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.most && oldest !== undefined) this.kept.delete(oldest);
    return kept;
  }
}
