import type { CalendarAction, Country, Trilingual } from '@soc-coop/contracts';
import { isIsoDate } from '@soc-coop/domain';
import type { WorkingCalendarQuery } from '../../gql/graphql';

/** A row of a calendar as the page shows it. */
export type CalendarDay = WorkingCalendarQuery['workingCalendar']['days'][number];

/** What somebody is about to do to a calendar. */
export interface CalendarIntent {
  readonly action: CalendarAction;
  readonly country: Country;
  readonly row: CalendarDay | null;
}

/** What the dialog asks for. */
export interface CalendarValues {
  day: string;
  working: string;
  name: Record<keyof Trilingual, string>;
  act: { title: string; number: string; date: string; text: string };
  reason: string;
}

const NO_ACT = { title: '', number: '', date: '', text: '' };

const NO_NAME = { ro: '', bg: '', en: '' };

/** The fields as they stand when the dialog opens; the act is new for every change. */
export const calendarValues = ({ row }: CalendarIntent): CalendarValues => {
  const { day, working, name } = row ?? { day: '', working: false, name: NO_NAME };
  return {
    day,
    working: working ? 'worked' : 'off',
    name: { ro: name.ro, bg: name.bg, en: name.en },
    act: { ...NO_ACT },
    reason: '',
  };
};

const isEmpty = (text: string): boolean => text.trim() === '';

const entryGaps = ({ day, name }: CalendarValues): string[] => [
  ...(isIsoDate(day) ? [] : ['calendar-day']),
  ...(['ro', 'bg', 'en'] as const)
    .filter((locale) => isEmpty(name[locale]))
    .map((locale) => `calendar-name-${locale}`),
];

/** The controls that still need something, by their ids, in the order of the page. */
export const calendarGaps = (values: CalendarValues, action: CalendarAction): string[] => [
  ...(action === 'REMOVE' ? [] : entryGaps(values)),
  ...(isEmpty(values.act.title) ? ['calendar-act-title'] : []),
  ...(isEmpty(values.act.number) ? ['calendar-act-number'] : []),
  ...(isIsoDate(values.act.date) ? [] : ['calendar-act-date']),
  ...(isEmpty(values.act.text) ? ['calendar-act-text'] : []),
  ...(action !== 'ADD' && isEmpty(values.reason) ? ['calendar-reason'] : []),
];

/** What the server is asked to count before anything is changed; null while the day is not a day. */
export const previewInput = ({ action, country, row }: CalendarIntent, { day, working }: CalendarValues) => {
  if (action !== 'REMOVE' && !isIsoDate(day)) return null;
  return {
    country,
    ...(row && { id: row.id }),
    ...(action !== 'REMOVE' && { day, working: working === 'worked' }),
  };
};
