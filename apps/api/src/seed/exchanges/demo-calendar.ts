import { addDays, type IsoDate, makeWorkingCalendar } from '@soc-coop/domain';
import type { Country } from '@soc-coop/contracts';
import { holidayDates } from '@soc-coop/reference';

const CALENDARS = {
  RO: makeWorkingCalendar(holidayDates('RO')),
  BG: makeWorkingCalendar(holidayDates('BG')),
};

/** The last days before today on which offices of both countries worked; at 1 the latest of them. */
export const workedDaysBefore = (today: IsoDate, count: number): readonly IsoDate[] => {
  const days = [today];
  for (let day = addDays(today, -1); days.length <= count; day = addDays(day, -1))
    if (CALENDARS.RO.isWorkingDay(day) && CALENDARS.BG.isWorkingDay(day)) days.push(day);
  return days;
};

/** The working day of a country so many working days later. */
export const workingDayAfter = (country: Country, day: IsoDate, count: number): IsoDate =>
  CALENDARS[country].addWorkingDays(day, count);

/** Offices of both countries are at work from here on all year, in summer time and in winter time. */
const MORNING = 'T06:20:00Z';
const MINUTE_MS = 60_000;
/** Up to the middle of the afternoon: steps that follow on the same day find room behind it. */
const OFFICE_MINUTES = 330;
const SAME_DAY_MINUTES = 25;

/** The instants of the steps of a case, by their days: within office hours, one after the other. */
export const instantsOn = (days: readonly IsoDate[], turn: number): readonly Date[] => {
  let minutes = 0;
  return days.map((day, at) => {
    minutes = day === days[at - 1] ? minutes + SAME_DAY_MINUTES : (turn * 53 + at * 71) % OFFICE_MINUTES;
    return new Date(new Date(`${day}${MORNING}`).getTime() + minutes * MINUTE_MS);
  });
};
