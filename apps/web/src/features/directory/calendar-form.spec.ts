import { calendarGaps, calendarValues, previewInput, type CalendarIntent } from './calendar-form';

const row = {
  id: 'row',
  version: 1,
  origin: 'REFERENCE' as const,
  day: '2026-12-24',
  working: false,
  name: { ro: 'Ajun', bg: 'Бъдни вечер', en: 'Christmas Eve' },
  act: { title: 'КТ, чл. 154', number: null, date: null, text: null },
};
const adding: CalendarIntent = { action: 'ADD', country: 'BG', row: null };
const removing: CalendarIntent = { action: 'REMOVE', country: 'BG', row };
const act = { title: 'Решение', number: '812', date: '2026-11-20', text: 'Почивен ден' };

describe('the form of a day of a calendar', () => {
  it('names what is missing, in the order of the page', () => {
    expect(calendarGaps(calendarValues(adding), 'ADD')).toEqual([
      'calendar-day',
      'calendar-name-ro',
      'calendar-name-bg',
      'calendar-name-en',
      'calendar-act-title',
      'calendar-act-number',
      'calendar-act-date',
      'calendar-act-text',
    ]);
  });

  it('asks for a reason where something that stood is changed or removed, and for a new act always', () => {
    const values = calendarValues(removing);
    expect(values.act.title).toBe('');
    expect(calendarGaps({ ...values, act }, 'REMOVE')).toEqual(['calendar-reason']);
    expect(calendarGaps({ ...values, act, reason: 'отпада' }, 'CHANGE')).toEqual([]);
  });

  it('counts the effect only of a day that exists', () => {
    const values = calendarValues(adding);
    expect(previewInput(adding, { ...values, day: '2026-02-30' })).toBeNull();
    expect(previewInput(adding, { ...values, day: '2026-12-05', working: 'worked' })).toEqual({
      country: 'BG',
      day: '2026-12-05',
      working: true,
    });
    expect(previewInput(removing, values)).toEqual({ country: 'BG', id: 'row' });
  });
});
