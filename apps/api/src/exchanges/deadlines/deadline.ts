import { DEADLINES } from '@soc-coop/contracts';
import type { WorkingCalendar } from '@soc-coop/domain';
import { type DueKind, NOTHING_DUE } from '../records/exchange.row';

/** Both sides' working calendars, in the order that matters: the replier's counts, the requester's is shown. */
export interface SideCalendars {
  readonly replier: WorkingCalendar;
  readonly requester: WorkingCalendar;
}

/** What is due, when, and how far away that is on both calendars; negative counts are days overdue. */
export interface Deadline {
  readonly kind: DueKind;
  readonly due: string;
  readonly workingDaysReplier: number;
  readonly workingDaysRequester: number;
  readonly overdue: boolean;
  readonly dueSoon: boolean;
}

/**
 * The deadline as seen today, or null where nothing is due. Overdue and due soon are computed at every look,
 * never stored (domain rule).
 */
export const deadlineSeen = (
  due: { readonly dueKind: DueKind | null; readonly dueOn: string },
  today: string,
  { replier, requester }: SideCalendars,
): Deadline | null => {
  if (due.dueKind === null || due.dueOn === NOTHING_DUE) return null;
  const left = replier.workingDaysBetween(today, due.dueOn);
  const overdue = due.dueOn < today;
  return {
    kind: due.dueKind,
    due: due.dueOn,
    workingDaysReplier: left,
    workingDaysRequester: requester.workingDaysBetween(today, due.dueOn),
    overdue,
    dueSoon: !overdue && left <= DEADLINES.dueSoonDays,
  };
};
