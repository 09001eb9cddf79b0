import { DEADLINES } from '@soc-coop/contracts';
import { addDays, type IsoDate, type WorkingCalendar } from '@soc-coop/domain';

/** Days between which a deadline is near; before the first it is overdue. */
export interface CutOffs {
  readonly today: IsoDate;
  /** The last due day that counts as near. */
  readonly soonUntil: IsoDate;
}

/** The cut-off days of lists: what `deadlineSeen` says of one deadline, as a range SQL can walk an index by. */
export const cutOffs = (calendar: WorkingCalendar, today: IsoDate): CutOffs => ({
  today,
  // Days off after the last working day that is near add nothing to the count, so they are near as well.
  soonUntil: addDays(calendar.addWorkingDays(today, DEADLINES.dueSoonDays + 1), -1),
});

/** The latest due day that lies at least so many working days back. */
export const overdueBy = (calendar: WorkingCalendar, today: IsoDate, workingDays: number): IsoDate => {
  let day = addDays(today, 1);
  for (let left = workingDays; left > 0; left -= calendar.isWorkingDay(day) ? 1 : 0) day = addDays(day, -1);
  return addDays(day, -1);
};
