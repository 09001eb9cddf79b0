import { DEADLINES, type DeadlineStep } from '@soc-coop/contracts';
import type { IsoDate, WorkingCalendar } from '@soc-coop/domain';
import { cutOffs, overdueBy } from '../deadlines/cut-offs';

/** The due days a step speaks of today. */
export interface StepRange {
  readonly step: DeadlineStep;
  readonly from: IsoDate;
  readonly until: IsoDate;
}

/** Before every due day there can be. */
const EVER = '0001-01-01';

/** The steps of today, the gentlest first: a case that was missed for weeks is told every step that holds. */
export const stepsOf = (calendar: WorkingCalendar, today: IsoDate): readonly StepRange[] => {
  const { soonUntil } = cutOffs(calendar, today);
  return [
    { step: 'DUE_SOON', from: today, until: soonUntil },
    { step: 'OVERDUE', from: EVER, until: overdueBy(calendar, today, DEADLINES.coordinatorAfterDays) },
    { step: 'LONG_OVERDUE', from: EVER, until: overdueBy(calendar, today, DEADLINES.nationalAfterDays) },
  ];
};
