import { actionOf, assertPossible, daysAfter, daysBefore, firstDayOf } from './calendar-rules';
import type { CalendarEntry } from './calendar-day.row';

const entry = (day: string, working = false): CalendarEntry => ({
  day,
  working,
  name: { ro: 'x', bg: 'x', en: 'x' },
  act: { title: 'x', number: '1', date: '2026-01-05', text: 'x' },
});
/** Two holidays fall together on the first of June. */
const days = { off: ['2026-01-01', '2026-06-01', '2026-06-01', '2027-01-01'], worked: ['2026-11-28'] };
const TODAY = '2026-11-23';

describe('a change of a calendar', () => {
  it('knows what it is and from which day on it counts', () => {
    const [one, two] = [entry('2026-12-30'), entry('2026-12-28')];
    expect(actionOf({ before: null, after: one })).toBe('ADD');
    expect(actionOf({ before: one, after: null })).toBe('REMOVE');
    expect(actionOf({ before: one, after: two })).toBe('CHANGE');
    expect(firstDayOf({ before: one, after: two })).toBe('2026-12-28');
    expect(firstDayOf({ before: null, after: one })).toBe('2026-12-30');
  });

  it('takes one of two holidays of a day, and is undone by its reverse', () => {
    const change = { before: entry('2026-06-01'), after: entry('2026-12-05', true) };
    const after = daysAfter(days, change);
    expect(after).toEqual({
      off: ['2026-01-01', '2026-06-01', '2027-01-01'],
      worked: ['2026-11-28', '2026-12-05'],
    });
    const back = daysBefore(after, change);
    expect({ off: [...back.off].sort(), worked: back.worked }).toEqual(days);
  });

  it.each([
    ['a working Monday', { before: null, after: entry('2026-11-30', true) }, null, 'calendar.notWeekend'],
    ['a year nobody entered', { before: null, after: entry('2031-04-01') }, null, 'calendar.yearNotEntered'],
    [
      'the last day of a year',
      { before: entry('2027-01-01'), after: null },
      'why',
      'calendar.yearNotEntered',
    ],
    ['a day long past', { before: null, after: entry('2026-10-23') }, ' ', 'calendar.reasonMissing'],
    [
      'a removal without a reason',
      { before: entry('2026-06-01'), after: null },
      null,
      'calendar.reasonMissing',
    ],
  ])('is not possible for %s', (_, change, reason, code) => {
    expect(() => assertPossible(change, days, reason, TODAY)).toThrow(code);
  });

  it('is possible for a day ahead or lately past, and for one long past with a reason', () => {
    const add = (day: string, reason: string | null) =>
      assertPossible({ before: null, after: entry(day) }, days, reason, TODAY);
    expect(() => {
      add('2026-12-30', null);
      add('2026-10-24', null);
      add('2026-10-23', 'declared late');
    }).not.toThrow();
  });
});
