import { Injectable } from '@nestjs/common';
import type { AccountRow } from '../../access';
import type { UnitRow } from '../../directory';
import { Clock } from '../../platform/clock/clock';
import type { CursorKey } from '../../platform/paging';
import {
  ExchangeListRepository,
  isUsual,
  type KnownRows,
  type ListLook,
  type ListRead,
  type ListRequest,
} from '../records/exchange-list.repository';
import type { ExchangeListRow } from '../records/exchange.row';
import { MarkedRows } from './marked-rows';

/** A page whole: its rows in order, and the offices and people on it. */
export interface ListPage {
  readonly rows: readonly ExchangeListRow[];
  readonly counted: number | null;
  readonly units: readonly UnitRow[];
  readonly people: readonly AccountRow[];
}

/** Which page of which list. */
export interface ListPlace {
  readonly request: ListRequest;
  readonly after: CursorKey | null;
  readonly size: number;
}

/** The offices and people of one number of the directory, as of one day: whose roles hold changes with it. */
interface Names {
  readonly epoch: string | null;
  readonly day: string;
  readonly units: Map<string, UnitRow>;
  readonly people: Map<string, AccountRow>;
}

const noNames = (epoch: string | null, day: string): Names => ({
  epoch,
  day,
  units: new Map(),
  people: new Map(),
});

/** Enough for every office's first pages; some 20 MB at most with what is written of them. */
const MOST_ROWS = 6_000;
const MOST_PAGES = 2_000;
const MOST_PEOPLE = 5_000;

const unitsOf = ({ requestingUnitId, replyingUnitId }: ExchangeListRow): readonly (string | null)[] => [
  requestingUnitId,
  replyingUnitId,
];
const peopleOf = ({ requesterHandlerId, replierHandlerId }: ExchangeListRow): readonly (string | null)[] => [
  requesterHandlerId,
  replierHandlerId,
];

const holds = (names: ReadonlyMap<string, unknown>, ids: readonly (string | null)[]): boolean =>
  ids.every((id) => id === null || names.has(id));

const pick = <T>(
  from: ReadonlyMap<string, T>,
  rows: readonly ExchangeListRow[],
  idsOf: (row: ExchangeListRow) => readonly (string | null)[],
): readonly T[] =>
  [...new Set(rows.flatMap(idsOf))].flatMap((id) => {
    const found = id === null ? undefined : from.get(id);
    return found === undefined ? [] : [found];
  });

/**
 * Remembers rows of lists, so that a page asked again costs the database which rows there are and not what stands in
 * them (docs/adr/0031). What is remembered decides nothing: every page is asked for under the reader's own policies,
 * and a row counts only in the very state the database says it is in.
 */
@Injectable()
export class ListMemory {
  private readonly rows: MarkedRows;
  /** The rows each page had when it was read last: the ones worth mentioning when it is read again. */
  private readonly pages = new Map<string, readonly string[]>();
  private names = noNames(null, '');

  constructor(
    private readonly lists: ExchangeListRepository,
    clock: Clock,
  ) {
    this.rows = new MarkedRows(MOST_ROWS, clock);
  }

  /** One page, with what of it is remembered and what had to be read. */
  async page(place: ListPlace, look: ListLook): Promise<ListPage> {
    const { request, after, size } = place;
    const names = this.namesOn(request.today);
    const key = keyOf(place);
    const kept = this.worthMentioning(key, look, names);
    const read = await this.lists.read(request, after, size, look, knownRows(names, kept));
    const current = this.learnNames(names, read);
    const fresh = new Map(read.rows.map((row) => [row.id, row]));
    const rows = read.page.map(({ id, mark }) => {
      const row = fresh.get(id) ?? kept.get(id)?.row;
      if (row === undefined) throw new Error('a row of a list was neither known nor told');
      this.rows.keep(row, mark);
      return row;
    });
    if (key !== null) this.remember(key, rows);
    return {
      rows,
      counted: read.counted,
      units: look.units ? pick(current.units, rows, unitsOf) : [],
      people: look.people ? pick(current.people, rows, peopleOf) : [],
    };
  }

  private namesOn(day: string): Names {
    if (this.names.day !== day || this.names.people.size > MOST_PEOPLE) this.names = noNames(null, day);
    return this.names;
  }

  /** The rows this page had, as far as everything shown of them is known. */
  private worthMentioning(key: string | null, look: ListLook, names: Names): ReturnType<MarkedRows['these']> {
    const expected = key === null || names.epoch === null ? [] : (this.pages.get(key) ?? []);
    return this.rows.these(
      expected,
      (row) =>
        (!look.units || holds(names.units, unitsOf(row))) &&
        (!look.people || holds(names.people, peopleOf(row))),
    );
  }

  /** Names of the same number are added to; another number begins anew, and its page came with all its names. */
  private learnNames(asked: Names, { epoch, units, people }: ListRead): Names {
    const current = asked.epoch === epoch ? asked : noNames(epoch, asked.day);
    for (const unit of units) if (!current.units.has(unit.id)) current.units.set(unit.id, unit);
    for (const person of people) if (!current.people.has(person.id)) current.people.set(person.id, person);
    // A slow answer must not bring an older directory back.
    if (BigInt(epoch) > BigInt(this.names.epoch ?? 0) && this.names.day === current.day) this.names = current;
    return current;
  }

  private remember(key: string, rows: readonly ExchangeListRow[]): void {
    this.pages.delete(key);
    this.pages.set(
      key,
      rows.map(({ id }) => id),
    );
    const [oldest] = this.pages.keys();
    if (this.pages.size > MOST_PAGES && oldest !== undefined) this.pages.delete(oldest);
  }
}

const knownRows = ({ epoch }: Names, kept: ReturnType<MarkedRows['these']>): KnownRows => ({
  epoch,
  ids: [...kept.keys()],
  marks: [...kept.values()].map(({ mark }) => mark),
});

/** Lists that are narrowed by words are not remembered: words may name a person. */
const keyOf = ({ request, after, size }: ListPlace): string | null => {
  if (!isUsual(request)) return null;
  const { queue, unitId, country, mine } = request;
  return JSON.stringify([queue, unitId, country, mine.accountId, mine.approves, size, after]);
};
