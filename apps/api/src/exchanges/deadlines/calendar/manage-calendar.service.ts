import { Injectable } from '@nestjs/common';
import type { Country } from '@soc-coop/contracts';
import type {
  AddCalendarDayInput,
  CalendarActInput,
  ChangeCalendarDayInput,
  RemoveCalendarDayInput,
} from '@soc-coop/dto';
import { Policy } from '../../../access';
import { type ActDescription, type ActNote, Acts } from '../../../platform/acts';
import { Clock } from '../../../platform/clock/clock';
import type { Actor, StaffActor } from '../../../platform/context';
import { newId } from '../../../platform/database';
import { DomainError } from '../../../platform/errors';
import { CalendarRepository } from '../calendar.repository';
import { DeadlinesService } from '../deadlines.service';
import { CalendarDayRepository } from './calendar-day.repository';
import type { CalendarAct, CalendarDayRow, CalendarEntry } from './calendar-day.row';
import { actionOf, assertPossible, type IntendedChange } from './calendar-rules';
import { Recalculation } from './recalculation';

type DayInput = AddCalendarDayInput | ChangeCalendarDayInput;

/** A change that has been found possible, and what it is to be recorded with. */
interface MadeChange extends IntendedChange {
  readonly country: Country;
  readonly dayId: string;
  readonly revision: number;
  readonly act: CalendarAct;
  readonly reason: string | null;
}

const actOf = ({ title, number, date, text }: CalendarActInput): CalendarAct => ({
  title,
  number,
  date,
  text,
});

const entryOf = ({ day, working, name: { ro, bg, en }, act }: DayInput): CalendarEntry => ({
  day,
  working,
  name: { ro, bg, en },
  act: actOf(act),
});

/** What the history keeps of a row. */
const told = ({ day, working, name, act }: CalendarDayRow): CalendarEntry => ({ day, working, name, act });

/** Administrators and national coordinators keep the calendar of their own country; nothing they do is forgotten. */
@Injectable()
export class ManageCalendarService {
  constructor(
    private readonly acts: Acts,
    private readonly policy: Policy,
    private readonly clock: Clock,
    private readonly days: CalendarDayRepository,
    private readonly calendars: CalendarRepository,
    private readonly deadlines: DeadlinesService,
    private readonly recalculation: Recalculation,
  ) {}

  /**
   * Adds a day off, or a worked weekend day; gives the id of the change.
   * @throws DomainError access.forbidden, calendar.dayTaken, calendar.notWeekend, calendar.yearNotEntered,
   *   calendar.reasonMissing, calendar.recalculating
   */
  async add(actor: Actor, input: AddCalendarDayInput): Promise<string> {
    const once = { key: input.idempotencyKey, input };
    return this.settled(actor, { action: 'calendar.add', once }, async (note) => {
      const { country, reason = null } = input;
      const keeper = this.keeperOf(actor, country);
      const revision = await this.calendars.lock(country);
      const change = { before: null, after: entryOf(input) };
      await this.check(country, change, reason, null);
      const dayId = await this.days.add(country, change.after);
      const made = { ...change, country, dayId, revision, act: actOf(input.act), reason };
      return this.record(note, keeper, made);
    });
  }

  /**
   * Puts a day right; gives the id of the change.
   * @throws DomainError what `add` can throw, and calendar.dayNotFound, request.stale
   */
  async change(actor: Actor, input: ChangeCalendarDayInput): Promise<string> {
    const once = { key: input.idempotencyKey, input };
    return this.settled(actor, { action: 'calendar.change', once }, async (note) => {
      const { row, revision, keeper } = await this.open(actor, input);
      const { reason = null } = input;
      const change = { before: told(row), after: entryOf(input) };
      await this.check(row.country, change, reason, row.id);
      const dayId = await this.days.change(row, input.version, change.after, this.clock.now());
      const made = { ...change, country: row.country, dayId, revision, act: actOf(input.act), reason };
      return this.record(note, keeper, made);
    });
  }

  /**
   * Takes a day away; gives the id of the change. The act is the one that takes it away.
   * @throws DomainError what `change` can throw
   */
  async remove(actor: Actor, input: RemoveCalendarDayInput): Promise<string> {
    const once = { key: input.idempotencyKey, input };
    return this.settled(actor, { action: 'calendar.remove', once }, async (note) => {
      const { row, revision, keeper } = await this.open(actor, input);
      const { reason = null } = input;
      const change = { before: told(row), after: null };
      await this.check(row.country, change, reason, row.id);
      await this.days.remove(row.id, input.version, this.clock.now());
      const made = {
        ...change,
        country: row.country,
        dayId: row.id,
        revision,
        act: actOf(input.act),
        reason,
      };
      return this.record(note, keeper, made);
    });
  }

  private async settled(
    actor: Actor,
    act: ActDescription,
    work: (note: ActNote) => Promise<string>,
  ): Promise<string> {
    const id = await this.acts.perform(actor, act, work);
    this.deadlines.forget();
    return id;
  }

  /** The row to be changed as it is now that nobody else changes the calendar, and who changes it. */
  private async open(
    actor: Actor,
    { id, version }: { readonly id: string; readonly version: number },
  ): Promise<{ row: CalendarDayRow; revision: number; keeper: StaffActor }> {
    this.policy.require(actor, 'calendar:view');
    const known = await this.days.find(id);
    if (known === null) throw new DomainError('calendar.dayNotFound');
    const keeper = this.keeperOf(actor, known.country);
    const revision = await this.calendars.lock(known.country);
    const row = await this.days.find(id);
    if (row?.version !== version) throw new DomainError('request.stale');
    return { row, revision, keeper };
  }

  private keeperOf(actor: Actor, country: Country): StaffActor {
    this.policy.require(actor, 'calendar:manage', { country });
    if (actor.kind !== 'staff') throw new DomainError('access.forbidden');
    return actor;
  }

  private async check(
    country: Country,
    change: IntendedChange,
    reason: string | null,
    but: string | null,
  ): Promise<void> {
    assertPossible(change, await this.calendars.days(country), reason, this.deadlines.today(country));
    const { after } = change;
    if (after !== null && (await this.days.isTaken(country, after, but)))
      throw new DomainError('calendar.dayTaken', { day: after.day });
    await this.recalculation.assertIdle(country);
  }

  private async record(note: ActNote, keeper: StaffActor, made: MadeChange): Promise<string> {
    const id = newId();
    const action = actionOf(made);
    const { country, before, after } = made;
    await this.recalculation.begin({
      ...made,
      id,
      revision: made.revision + 1,
      action,
      accountId: keeper.accountId,
      unitId: keeper.unitId,
      at: this.clock.now(),
    });
    note.resource('calendarDay', made.dayId);
    note.detail({ country, change: id, from: before?.day ?? null, to: after?.day ?? null });
    return id;
  }
}
