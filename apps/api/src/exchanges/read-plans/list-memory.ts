import { Injectable } from '@nestjs/common';
import type { AccountRow } from '../../access';
import type { UnitRow } from '../../directory';
import { Clock } from '../../platform/clock/clock';
import { ChangesHeard } from '../records/changes-heard';
import { ExchangeListRepository, readyGlance, type ReadyGlance } from '../records/exchange-list.repository';
import type { ExchangeListRow } from '../records/exchange.row';
import {
  isUsual,
  type KnownRows,
  type ListLook,
  type ListPlace,
  type ListRead,
  markedRows,
} from '../records/list-request';
import { type DirectoryNames, holds, learnNames, noNames, peopleOf, pick, unitsOf } from './directory-names';
import { KeptCounts } from './kept-counts';
import { KeptPages } from './kept-pages';
import { type KeptRow, MarkedRows } from './marked-rows';

/** A page whole: its rows in order, and the offices and people on it. While nothing of it changes, it is the same object. */
export interface ListPage {
  readonly rows: readonly ExchangeListRow[];
  readonly counted: number | null;
  readonly units: readonly UnitRow[];
  readonly people: readonly AccountRow[];
}

/** What is mentioned to the database when a page is asked for. */
interface Mention {
  readonly names: DirectoryNames;
  readonly kept: ReadonlyMap<string, KeptRow>;
  readonly known: KnownRows;
}

/** A page as it was read last, and the words the database had for it. */
interface ReadPage extends Mention {
  readonly page: ListPage;
  readonly marked: string | null;
  /** What asks whether it still holds, ready since it was asked first: alone, and with the number of the list. */
  readonly glances: { alone?: ReadyGlance; counted?: ReadyGlance };
}

/** Enough for every office's first pages; some 20 MB at most with what is written of them. */
const MOST_ROWS = 6_000;
const MOST_PAGES = 2_000;
const MOST_PEOPLE = 5_000;
/** Pages that are kept whole, with the text of each: some 60 KB a page. */
const MOST_WHOLE = 200;

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
  private readonly whole: KeptPages<ReadPage>;
  private readonly counts: KeptCounts<ListPage>;
  private names = noNames(null, '');

  constructor(
    private readonly lists: ExchangeListRepository,
    private readonly changes: ChangesHeard,
    clock: Clock,
  ) {
    this.rows = new MarkedRows(MOST_ROWS, clock);
    this.whole = new KeptPages(MOST_WHOLE, clock);
    this.counts = new KeptCounts(changes, clock);
  }

  /** One page, with what of it is remembered and what had to be read. */
  async page(place: ListPlace, look: ListLook): Promise<ListPage> {
    const names = this.namesOn(place.request.today);
    const key = keyOf(place, look);
    const last = this.lastOn(key, names);
    if (last !== null && (await this.stands(last, place, look))) return last.page;
    const mention = last ?? this.mentionOf(key, look, names);
    const heard = this.changes.number;
    const page = this.learn(key, look, mention, await this.lists.read(place, look, mention.known));
    this.counts.keep(page, heard);
    return page;
  }

  /** Whether nothing of the page changed: the database says so of its rows, of their number where it is asked. */
  private async stands(last: ReadPage, place: ListPlace, look: ListLook): Promise<boolean> {
    const { names, marked, page, glances } = last;
    const heard = this.changes.number;
    const total = look.total && !this.counts.hold(page);
    const ready = (glances[total ? 'counted' : 'alone'] ??= readyGlance(place, total));
    const now = await this.lists.glance(ready);
    if (now.marked !== marked || now.epoch !== names.epoch) return false;
    if (!total) return true;
    this.counts.keep(page, heard);
    return now.counted === page.counted;
  }

  private namesOn(day: string): DirectoryNames {
    if (this.names.day !== day || this.names.people.size > MOST_PEOPLE) this.names = noNames(null, day);
    return this.names;
  }

  private lastOn(key: string | null, names: DirectoryNames): ReadPage | null {
    const last = key === null ? null : this.whole.of(key);
    return last?.names === names ? last : null;
  }

  /** The rows this page had, as far as everything shown of them is known. */
  private mentionOf(key: string | null, look: ListLook, names: DirectoryNames): Mention {
    const expected = key === null || names.epoch === null ? [] : (this.pages.get(key) ?? []);
    const kept = this.rows.these(
      expected,
      (row) =>
        (!look.units || holds(names.units, unitsOf(row))) &&
        (!look.people || holds(names.people, peopleOf(row))),
    );
    return mentionOf(names, kept);
  }

  /** Puts the page together from what was mentioned and what was told, and keeps it. */
  private learn(key: string | null, look: ListLook, mention: Mention, read: ListRead): ListPage {
    const names = this.learnNames(mention.names, read);
    const told = new Map(read.rows.map((row) => [row.id, row]));
    const kept = new Map<string, KeptRow>();
    for (const { id, mark } of markedRows(read)) {
      kept.set(id, this.keep(told.get(id), mention.kept.get(id), mark));
    }
    const rows = [...kept.values()].map(({ row }) => row);
    const page = {
      rows,
      counted: read.counted,
      units: look.units ? pick(names.units, rows, unitsOf) : [],
      people: look.people ? pick(names.people, rows, peopleOf) : [],
    };
    if (key !== null)
      this.remember(key, { ...mentionOf(names, kept), page, marked: read.marked, glances: {} });
    return page;
  }

  private keep(told: ExchangeListRow | undefined, known: KeptRow | undefined, mark: string): KeptRow {
    if (told !== undefined) return this.rows.keep(told, mark);
    if (known === undefined) throw new Error('a row of a list was neither known nor told');
    return this.rows.keepAgain(known);
  }

  private learnNames(asked: DirectoryNames, read: ListRead): DirectoryNames {
    const current = learnNames(asked, read);
    // A slow answer must not bring an older directory back.
    if (BigInt(read.epoch) > BigInt(this.names.epoch ?? 0) && this.names.day === current.day)
      this.names = current;
    return current;
  }

  private remember(key: string, read: ReadPage): void {
    this.pages.delete(key);
    this.pages.set(key, [...read.kept.keys()]);
    const [oldest] = this.pages.keys();
    if (this.pages.size > MOST_PAGES && oldest !== undefined) this.pages.delete(oldest);
    this.whole.keep(key, read, Math.min(...[...read.kept.values()].map(({ until }) => until)));
  }
}

const mentionOf = (names: DirectoryNames, kept: ReadonlyMap<string, KeptRow>): Mention => ({
  names,
  kept,
  known: {
    epoch: names.epoch,
    ids: [...kept.keys()],
    marks: [...kept.values()].map(({ mark }) => mark),
  },
});

/** Where a reader's rights stand when they are only compared. */
const ALONE = { alias: 'e', from: 1 };

/** Lists that are narrowed by words are not remembered: words may name a person. */
const keyOf = ({ request, after, size }: ListPlace, { total, units, people }: ListLook): string | null => {
  if (!isUsual(request)) return null;
  const { queue, unitId, country, mine, cutOffs, rights } = request;
  return JSON.stringify([
    ...[queue, unitId, country, mine.accountId, mine.approves, size, after],
    ...[cutOffs, rights(ALONE), total, units, people],
  ]);
};
