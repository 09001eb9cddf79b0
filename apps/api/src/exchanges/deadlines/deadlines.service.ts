import { Injectable } from '@nestjs/common';
import type { Country } from '@soc-coop/contracts';
import { CalendarMissing, localDateIn, makeWorkingCalendar, type WorkingCalendar } from '@soc-coop/domain';
import { Clock } from '../../platform/clock/clock';
import { DomainError } from '../../platform/errors';
import type { ExchangeRow } from '../records/exchange.row';
import { CalendarRepository } from './calendar.repository';
import { type CutOffs, cutOffs } from './cut-offs';
import { type Deadline, deadlineSeen } from './deadline';
import { assertProposable } from './proposed-date';

/** The wall clock of each country's offices. */
export const ZONES: Readonly<Record<Country, string>> = { RO: 'Europe/Bucharest', BG: 'Europe/Sofia' };
/** A calendar changed by an administrator is shown by every process after this long; stored days never wait. */
const CALENDAR_KEPT_MS = 60_000;
/** Both zones are whole hours away from UTC, in summer too, so a day never begins within an hour. */
const HOUR_MS = 3_600_000;

interface Kept {
  readonly calendar: WorkingCalendar;
  readonly until: number;
}

/** Deadlines as seen on one day by the calendars of both countries. */
interface Counted {
  readonly basis: readonly (WorkingCalendar | string | null)[];
  readonly known: Map<string, Deadline | null>;
}

interface SeenList {
  readonly known: Counted['known'];
  readonly seen: readonly (Deadline | null)[];
}

const MOST_COUNTED = 5_000;

/** Counts deadlines in the working days of the replying unit's country. */
@Injectable()
export class DeadlinesService {
  private readonly kept = new Map<Country, Kept>();
  private counted: Counted = { basis: [null], known: new Map() };
  /** What was seen of a list, and what it was counted with. */
  private readonly lists = new WeakMap<readonly ExchangeRow[], SeenList>();
  /** The day of each country in the hour that runs: asking the time zone for every row of a list is slow. */
  private readonly days = new Map<Country, { readonly hour: number; readonly day: string }>();

  constructor(
    private readonly calendars: CalendarRepository,
    private readonly clock: Clock,
  ) {}

  /** Today on the wall of a country's offices. */
  today(country: Country): string {
    const now = this.clock.now();
    const hour = Math.floor(now.getTime() / HOUR_MS);
    const known = this.days.get(country);
    if (known?.hour === hour) return known.day;
    const day = localDateIn(ZONES[country], now);
    this.days.set(country, { hour, day });
    return day;
  }

  /**
   * The day on which a term of working days that starts today ends.
   * @throws DomainError exchange.calendarMissing when the days off of a year it touches are not entered.
   */
  async dueAfter(country: Country, workingDays: number): Promise<string> {
    const calendar = await this.calendarToCountBy(country);
    return coded(country, () => calendar.addWorkingDays(this.today(country), workingDays));
  }

  /**
   * The due day after the clock stood still: the working days since then are added to the day that was due.
   * A request that is not clear cannot be answered, so the time it takes to make it clear does not count.
   */
  async dueAfterPause(country: Country, dueOn: string, pausedAt: Date): Promise<string> {
    const calendar = await this.calendarToCountBy(country);
    return coded(country, () => {
      const paused = calendar.workingDaysBetween(localDateIn(ZONES[country], pausedAt), this.today(country));
      return calendar.addWorkingDays(dueOn, paused);
    });
  }

  /** The days between which deadlines are near, by the country that replies. */
  async cutOffs(): Promise<Readonly<Record<Country, CutOffs>>> {
    return { RO: await this.cutOffsOf('RO'), BG: await this.cutOffsOf('BG') };
  }

  private async cutOffsOf(country: Country): Promise<CutOffs> {
    const calendar = await this.calendarOf(country);
    return coded(country, () => cutOffs(calendar, this.today(country)));
  }

  /** The calendar of a country, at most a minute old. */
  async calendar(country: Country): Promise<WorkingCalendar> {
    return this.calendarOf(country);
  }

  /** Forgets the kept calendars, because one has just changed. */
  forget(): void {
    this.kept.clear();
  }

  /**
   * Refuses a day that cannot be proposed for an answer that is due on another.
   * @throws DomainError exchange.dateNotAhead, exchange.dateTooFar, exchange.dateNotWorkingDay, exchange.dateUnchanged
   */
  async requireProposable(country: Country, date: string, dueOn: string): Promise<void> {
    const calendar = await this.calendarOf(country);
    coded(country, () => assertProposable(date, { country, calendar, today: this.today(country), dueOn }));
  }

  /** The deadline of an exchange as seen now; null where nothing is due. */
  async seen(exchange: ExchangeRow): Promise<Deadline | null> {
    const country = exchange.replyingCountry;
    if (country === null || exchange.dueKind === null) return null;
    const [replier, requester] = [
      await this.calendarOf(country),
      await this.calendarOf(exchange.requestingCountry),
    ];
    return coded(country, () => deadlineSeen(exchange, this.today(country), { replier, requester }));
  }

  /**
   * The same for the rows of a list: equal days are counted once, and are the same object. So is the answer for the
   * same list while the day and the calendars stay what they are.
   */
  async seenInList(exchanges: readonly ExchangeRow[]): Promise<readonly (Deadline | null)[]> {
    const known = await this.knownDeadlines();
    const last = this.lists.get(exchanges);
    if (last?.known === known) return last.seen;
    const seen: (Deadline | null)[] = [];
    for (const exchange of exchanges) {
      const { replyingCountry, requestingCountry, dueKind, dueOn } = exchange;
      const key = `${replyingCountry} ${requestingCountry} ${dueKind} ${dueOn}`;
      const deadline = known.get(key) ?? (await this.seen(exchange));
      known.set(key, deadline);
      seen.push(deadline);
    }
    this.lists.set(exchanges, { known, seen });
    return seen;
  }

  /** What was counted already on this day by these calendars; another day or calendar begins anew. */
  private async knownDeadlines(): Promise<Map<string, Deadline | null>> {
    const basis = [
      await this.calendarOf('RO'),
      await this.calendarOf('BG'),
      this.today('RO'),
      this.today('BG'),
    ];
    const stands = this.counted.basis.every((part, at) => part === basis[at]);
    // There are as many as due days in the lists of a day; should there ever be far more, they are counted anew.
    if (!stands || this.counted.known.size > MOST_COUNTED) this.counted = { basis, known: new Map() };
    return this.counted.known;
  }

  private async calendarOf(country: Country): Promise<WorkingCalendar> {
    const now = this.clock.now().getTime();
    const known = this.kept.get(country);
    if (known !== undefined && known.until > now) return known.calendar;
    const { off, worked } = await this.calendars.days(country);
    const calendar = makeWorkingCalendar(off, worked);
    this.kept.set(country, { calendar, until: now + CALENDAR_KEPT_MS });
    return calendar;
  }

  /** The calendar as it is at this instant: a due day that is stored must not rest on one that was kept. */
  private async calendarToCountBy(country: Country): Promise<WorkingCalendar> {
    const { off, worked } = await this.calendars.daysToCountBy(country);
    return makeWorkingCalendar(off, worked);
  }
}

const coded = <T>(country: Country, count: () => T): T => {
  try {
    return count();
  } catch (error) {
    if (error instanceof CalendarMissing)
      throw new DomainError('exchange.calendarMissing', { country, year: error.year }, { cause: error });
    throw error;
  }
};
