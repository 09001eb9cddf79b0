import { define } from './shape';

/** Errors of the working calendars. */
export const CALENDAR_ERRORS = define({
  'calendar.dayNotFound': { kind: 'NOT_FOUND', params: [] },
  'calendar.dayTaken': { kind: 'CONFLICT', params: ['day'] },
  'calendar.notWeekend': { kind: 'BAD_USER_INPUT', params: ['day'] },
  'calendar.reasonMissing': { kind: 'BAD_USER_INPUT', params: ['days'] },
  'calendar.yearNotEntered': { kind: 'BAD_USER_INPUT', params: ['year'] },
  'calendar.recalculating': { kind: 'CONFLICT', params: [] },
});
