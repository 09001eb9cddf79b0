export {
  addDays,
  dayExists,
  daysBetween,
  isIsoDate,
  isoDateOf,
  type IsoDate,
  NotADate,
  weekdayOf,
  yearOf,
} from './iso-date';
export { localDateIn } from './local-date';
export { orthodoxEaster } from './orthodox-easter';
export { CalendarMissing, makeWorkingCalendar, type WorkingCalendar } from './working-calendar';
