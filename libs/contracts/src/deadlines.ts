/** When time presses: working days of the replying unit's country, one number for screen, list and reminder. */
export const DEADLINES = {
  /** Working days left, at or below which a deadline counts as near. */
  dueSoonDays: 3,
  /** Working days past the due day after which the unit's coordinator is told as well. */
  coordinatorAfterDays: 1,
  /** Working days past the due day after which the national coordinator of the replier's country is told as well. */
  nationalAfterDays: 5,
} as const;

/** The steps by which a deadline that is not kept is told upwards; each is told once per case and due day. */
export const DEADLINE_STEPS = ['DUE_SOON', 'OVERDUE', 'LONG_OVERDUE'] as const;
export type DeadlineStep = (typeof DEADLINE_STEPS)[number];

/** What a notice speaks of: a move of the other side, a deadline that moved with the calendar, or a step. */
export const NOTICE_KINDS = ['MOVE', 'DEADLINE_MOVED', ...DEADLINE_STEPS] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Which notices are asked for: those whose case waits for the reader's side, those nobody has seen, or all. */
export const NOTICE_LISTS = ['NEEDS_ME', 'UNSEEN', 'ALL'] as const;
export type NoticeList = (typeof NOTICE_LISTS)[number];

/** Where a day of the calendar comes from: the published data, or an administrator with the act at hand. */
export const CALENDAR_ORIGINS = ['REFERENCE', 'MANUAL'] as const;
export type CalendarOrigin = (typeof CALENDAR_ORIGINS)[number];

/** What was done to the calendar: appended facts. */
export const CALENDAR_ACTIONS = ['ADD', 'CHANGE', 'REMOVE'] as const;
export type CalendarAction = (typeof CALENDAR_ACTIONS)[number];

/** Bounds of what may be entered in the calendar. */
export const CALENDAR_LIMITS = {
  /** A day further back than this is entered only with a reason: its deadlines were already counted. */
  pastDaysWithoutReason: 30,
  /** Open deadlines one step of a recalculation takes; the job takes steps until none is left. */
  recalculationBatch: 200,
  /** Longest quotation of an act, in characters. */
  actText: 2000,
} as const;
