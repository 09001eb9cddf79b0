import type { IsoDate, WorkingCalendar } from '@soc-coop/domain';

/** A term that runs: the day it was set, the day it ends, and today where the replier sits. */
export interface RunningTerm {
  readonly setOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly today: IsoDate;
}

/**
 * The day a running term ends after its calendar changed: as many working days as were given when it was set,
 * counted anew. Where the change takes working days away from what is left, nobody becomes overdue by it: the term
 * then ends today at the earliest.
 */
export const recountedDue = (
  { setOn, dueOn, today }: RunningTerm,
  before: WorkingCalendar,
  after: WorkingCalendar,
): IsoDate => {
  const given = before.workingDaysBetween(setOn, dueOn);
  if (given <= 0) return dueOn;
  const counted = after.addWorkingDays(setOn, given);
  if (counted === before.addWorkingDays(setOn, given)) return dueOn;
  if (counted >= today || dueOn < today) return counted;
  const earliest = after.nextWorkingDay(today);
  return earliest < dueOn ? earliest : dueOn;
};
