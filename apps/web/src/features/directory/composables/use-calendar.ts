import type { Country } from '@soc-coop/contracts';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import {
  AddCalendarDayDocument,
  type CalendarPreviewInput,
  CalendarChangesDocument,
  CalendarPreviewDocument,
  ChangeCalendarDayDocument,
  RemoveCalendarDayDocument,
  WorkingCalendarDocument,
} from '../../../gql/graphql';
import { useAct } from '../../../shared/acts/use-act';
import { request } from '../../../shared/graphql/request';
import type { CalendarIntent, CalendarValues } from '../calendar-form';

/** Looks again while deadlines are being counted, so that the page says when it is done. */
const WHILE_COUNTING_MS = 3_000;

/** One year of one calendar. */
export const useCalendar = (country: Country, year: MaybeRefOrGetter<number>) => {
  const query = useQuery({
    queryKey: ['calendar', country, computed(() => toValue(year))],
    queryFn: ({ signal }) => request(WorkingCalendarDocument, { country, year: toValue(year) }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.workingCalendar.recalculating ? WHILE_COUNTING_MS : false),
  });
  return { ...query, calendar: computed(() => query.data.value?.workingCalendar) };
};

/** What was done to a calendar, a page at a time. */
export const useCalendarChanges = (country: Country, after: MaybeRefOrGetter<string | undefined>) => {
  const query = useQuery({
    queryKey: ['calendar-changes', country, computed(() => toValue(after))],
    queryFn: ({ signal }) => {
      const cursor = toValue(after);
      return request(
        CalendarChangesDocument,
        { country, first: 10, ...(cursor && { after: cursor }) },
        signal,
      );
    },
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.calendarChanges.nodes.some(({ finished }) => !finished) ? WHILE_COUNTING_MS : false,
  });
  return { ...query, changes: computed(() => query.data.value?.calendarChanges) };
};

/** How many open deadlines a change would move. */
export const previewCalendar = async (input: CalendarPreviewInput) =>
  (await request(CalendarPreviewDocument, { input })).calendarPreview;

const actOf = ({ act }: CalendarValues) => ({
  title: act.title.trim(),
  number: act.number.trim(),
  date: act.date,
  text: act.text.trim(),
});

const send = async (
  intent: CalendarIntent,
  values: CalendarValues,
  idempotencyKey: string,
): Promise<string> => {
  const { action, country, row } = intent;
  const shared = { idempotencyKey, act: actOf(values), reason: values.reason.trim() || null };
  const entry = { day: values.day, working: values.working === 'worked', name: values.name };
  if (row === null)
    return (await request(AddCalendarDayDocument, { input: { ...shared, ...entry, country } })).addCalendarDay
      .id;
  const known = { ...shared, id: row.id, version: row.version };
  if (action === 'REMOVE')
    return (await request(RemoveCalendarDayDocument, { input: known })).removeCalendarDay.id;
  return (await request(ChangeCalendarDayDocument, { input: { ...known, ...entry } })).changeCalendarDay.id;
};

/** Adding, changing and removing a day. */
export const useCalendarAct = () => {
  const queries = useQueryClient();
  return useAct(async ({ intent, values }: { intent: CalendarIntent; values: CalendarValues }, key) => {
    const id = await send(intent, values, key);
    ['calendar', 'calendar-changes', 'exchanges', 'exchange', 'queue-counts'].forEach(
      (name) => void queries.invalidateQueries({ queryKey: [name] }),
    );
    return id;
  });
};
