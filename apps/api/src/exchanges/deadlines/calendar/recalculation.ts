import { Injectable } from '@nestjs/common';
import { CALENDAR_LIMITS, type Country, LIMITS } from '@soc-coop/contracts';
import { localDateIn, makeWorkingCalendar, type WorkingCalendar } from '@soc-coop/domain';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database';
import { DomainError } from '../../../platform/errors';
import { Outbox } from '../../../platform/outbox';
import { type NewNotice, NoticeRepository } from '../../notices/notice.repository';
import { type CalendarDays, CalendarRepository } from '../calendar.repository';
import { DeadlinesService, ZONES } from '../deadlines.service';
import { recountedDue } from '../recount';
import { CalendarChangeRepository } from './calendar-change.repository';
import type { CalendarChangeRow } from './calendar-day.row';
import { daysAfter, daysBefore, firstDayOf, type IntendedChange } from './calendar-rules';
import {
  type MovedDue,
  type OpenTerm,
  RecalculationRepository,
  type TermRange,
} from './recalculation.repository';

/** The calendar on both sides of a change. */
interface Calendars {
  readonly before: WorkingCalendar;
  readonly after: WorkingCalendar;
}

type MovedTerm = OpenTerm & MovedDue;

const BATCH = CALENDAR_LIMITS.recalculationBatch;
/** Most terms a look ahead reads; beyond it the answer is "more than". */
const LOOK_AHEAD = 10_000;

/** Above every revision a calendar can reach. */
const ANY_REVISION = 2_147_483_647;

const calendarOf = ({ off, worked }: CalendarDays): WorkingCalendar => makeWorkingCalendar(off, worked);

/** Counts open deadlines anew after their calendar changed: in batches, each in one transaction, resumable. */
@Injectable()
export class Recalculation {
  constructor(
    private readonly changes: CalendarChangeRepository,
    private readonly calendars: CalendarRepository,
    private readonly terms: RecalculationRepository,
    private readonly notices: NoticeRepository,
    private readonly outbox: Outbox,
    private readonly deadlines: DeadlinesService,
    private readonly clock: Clock,
  ) {}

  /**
   * One change at a time: only then is the calendar before it the one its deadlines were counted by.
   * @throws DomainError calendar.recalculating
   */
  async assertIdle(country: Country): Promise<void> {
    if (await this.changes.isRunning(country)) throw new DomainError('calendar.recalculating');
  }

  /** Records a change; its deadlines follow as soon as it is committed, by a worker that may see all cases. */
  async begin(change: CalendarChangeRow): Promise<void> {
    await this.changes.append(change);
    this.outbox.put('calendar.changed', change.id, {});
  }

  /** Counts the next batch of a change anew and asks for the one after it; bears repetition. */
  async step(changeId: string): Promise<void> {
    const state = await this.terms.state(changeId);
    const change = await this.changes.find(changeId);
    if (state === null || change === null || state.finished) return;
    const range = rangeOf(change.country, change, change.revision);
    const ids = await this.terms.lock(range, state.lastId, BATCH);
    const days = await this.calendars.days(change.country);
    const calendars = { before: calendarOf(daysBefore(days, change)), after: calendarOf(days) };
    const moved = this.moved(change.country, await this.terms.terms(ids, range), calendars);
    const at = this.clock.now();
    if (moved.length > 0) {
      await this.terms.move(changeId, moved, at);
      await this.notices.addAll(moved.flatMap((term) => noticesOf(term, at)));
      for (const { id } of moved) this.outbox.put('exchange.dueMoved', id, { at: at.toISOString() });
    }
    const done = ids.length < BATCH;
    await this.terms.progress(changeId, ids.at(-1) ?? null, moved.length, done ? at : null);
    if (!done) this.outbox.put('calendar.changed', changeId, {});
  }

  /** How many deadlines a change would move, up to one past the cap; changes nothing. */
  async countMoved(country: Country, change: IntendedChange): Promise<number> {
    const days = await this.calendars.days(country);
    const calendars = { before: calendarOf(days), after: calendarOf(daysAfter(days, change)) };
    // The change would raise the revision: every deadline that stands now was counted before it.
    const range = rangeOf(country, change, ANY_REVISION);
    let [moved, read, last]: [number, number, string | null] = [0, 0, null];
    for (;;) {
      const ids = await this.terms.ids(range, last, BATCH);
      moved += this.moved(country, await this.terms.terms(ids, range), calendars).length;
      read += ids.length;
      last = ids.at(-1) ?? null;
      if (moved > LIMITS.countCap || ids.length < BATCH) return moved;
      if (read >= LOOK_AHEAD) return LIMITS.countCap + 1;
    }
  }

  private moved(country: Country, terms: readonly OpenTerm[], { before, after }: Calendars): MovedTerm[] {
    const today = this.deadlines.today(country);
    return terms.flatMap((term) => {
      const running = { setOn: localDateIn(ZONES[country], term.setAt), dueOn: term.dueOn, today };
      const dueAfter = recountedDue(running, before, after);
      return dueAfter === term.dueOn ? [] : [{ ...term, dueBefore: term.dueOn, dueAfter }];
    });
  }
}

const rangeOf = (country: Country, change: IntendedChange, revision: number): TermRange => ({
  country,
  fromDay: firstDayOf(change),
  revision,
});

/** Both handlers hear of it; where nobody handles the case, the unit does. */
const noticesOf = (term: MovedTerm, at: Date): NewNotice[] => {
  const about = { kind: 'DEADLINE_MOVED', exchangeId: term.id, dueOn: term.dueAfter, at } as const;
  return [
    { ...about, id: newId(), unitId: term.requestingUnitId, accountId: term.requesterHandlerId },
    { ...about, id: newId(), unitId: term.replyingUnitId, accountId: term.replierHandlerId },
  ];
};
