import { Injectable } from '@nestjs/common';
import type { Country } from '@soc-coop/contracts';
import type { CalendarPreviewInput } from '@soc-coop/dto';
import { Policy } from '../../../access';
import { Acts } from '../../../platform/acts';
import { type Actor, systemActor } from '../../../platform/context';
import { UnitOfWork } from '../../../platform/database';
import { DomainError } from '../../../platform/errors';
import {
  type Capped,
  cappedCount,
  cutPage,
  decodeCursor,
  type Page,
  type PageRequest,
  pageSize,
} from '../../../platform/paging';
import { CalendarChangeRepository } from './calendar-change.repository';
import { CalendarDayRepository } from './calendar-day.repository';
import type { CalendarChangeSeen, CalendarDayRow } from './calendar-day.row';
import type { IntendedChange } from './calendar-rules';
import { DeadlineChangeRepository, type DeadlineChangeRow } from './deadline-change.repository';
import { Recalculation } from './recalculation';

/** A year of a calendar, and whether the reader may change it. */
export interface CalendarYear {
  readonly country: Country;
  readonly year: number;
  readonly days: readonly CalendarDayRow[];
  readonly mayChange: boolean;
  readonly recalculating: boolean;
}

/** Counting what a change would move means looking at cases the administrator must not see; only the number leaves. */
const LOOK_AHEAD = systemActor('calendar-preview');
/** A day that is only thought about needs no name and no act. */
const UNNAMED = {
  name: { ro: '', bg: '', en: '' },
  act: { title: '', number: null, date: null, text: null },
};

/** Reads the calendars: law, not personal data, open to everybody who works with deadlines. */
@Injectable()
export class CalendarsService {
  constructor(
    private readonly acts: Acts,
    private readonly policy: Policy,
    private readonly unitOfWork: UnitOfWork,
    private readonly days: CalendarDayRepository,
    private readonly changes: CalendarChangeRepository,
    private readonly recalculation: Recalculation,
    private readonly moved: DeadlineChangeRepository,
  ) {}

  /** One year of a country. */
  async year(actor: Actor, country: Country, year: number): Promise<CalendarYear> {
    return this.acts.look(actor, async () => {
      this.policy.require(actor, 'calendar:view');
      return {
        country,
        year,
        days: await this.days.ofYear(country, year),
        mayChange: this.policy.may(actor, 'calendar:manage', { country }),
        recalculating: await this.changes.isRunning(country),
      };
    });
  }

  /** What was done to a calendar, the newest first. */
  async history(actor: Actor, country: Country, page: PageRequest): Promise<Page<CalendarChangeSeen>> {
    const size = pageSize(page);
    const after = page.after ? decodeCursor(page.after, 2) : null;
    return this.acts.look(actor, async () => {
      this.policy.require(actor, 'calendar:view');
      const rows = await this.changes.page(country, after, size + 1);
      const total = cappedCount(await this.changes.count(country));
      return cutPage(
        rows,
        size,
        total,
        ({ at, id }) => [at.toISOString(), id],
        (row) => row,
      );
    });
  }

  /**
   * One change, for whoever has just made it.
   * @throws DomainError calendar.dayNotFound
   */
  async changeById(actor: Actor, id: string): Promise<CalendarChangeSeen> {
    return this.acts.look(actor, async () => {
      const change = await this.changes.find(id);
      if (change === null) throw new DomainError('calendar.dayNotFound');
      return change;
    });
  }

  /**
   * How many open deadlines a change would move.
   * @throws DomainError access.forbidden, calendar.dayNotFound, exchange.calendarMissing
   */
  async preview(actor: Actor, input: CalendarPreviewInput): Promise<Capped> {
    const change = await this.acts.look(actor, () => this.intended(actor, input));
    return this.unitOfWork.run(LOOK_AHEAD, async () =>
      cappedCount(await this.recalculation.countMoved(input.country, change)),
    );
  }

  /** What calendars moved in exchanges within reach, by exchange: one question however many there are. */
  async deadlineChanges(actor: Actor, ids: readonly string[]): Promise<DeadlineChangeRow[][]> {
    return this.acts.look(actor, async () => {
      const rows = Map.groupBy(await this.moved.of(ids), ({ exchangeId }) => exchangeId);
      return ids.map((id) => rows.get(id) ?? []);
    });
  }

  private async intended(
    actor: Actor,
    { country, id, day, working }: CalendarPreviewInput,
  ): Promise<IntendedChange> {
    this.policy.require(actor, 'calendar:manage', { country });
    const before = id ? await this.days.find(id) : null;
    if (id && before?.country !== country) throw new DomainError('calendar.dayNotFound');
    return { before, after: day ? { ...UNNAMED, day, working: working ?? false } : null };
  }
}
