import { isDay, joinDate, splitDate } from './date-parts';

describe('a date in three parts', () => {
  it.each(['24.11.2026', '24/11/2026', '24-11-2026', '2026-11-24'])('takes a pasted %s', (text) => {
    expect(joinDate(splitDate(text))).toBe('2026-11-24');
  });

  it('is empty when nothing was typed', () => {
    expect(joinDate({ day: '', month: '', year: '' })).toBe('');
  });

  it.each([
    { day: '31', month: '2', year: '1898' },
    { day: '29', month: '2', year: '1900' },
    { day: '5', month: '', year: '1898' },
    { day: 'x', month: '1', year: '1898' },
  ])('does not pass for a day when it is none: %j', (parts) => {
    expect(isDay(joinDate(parts))).toBe(false);
    expect(joinDate(parts)).not.toBe('');
  });

  it('knows the leap days of the calendar', () => {
    expect(isDay('1896-02-29')).toBe(true);
    expect(isDay('2000-02-29')).toBe(true);
  });
});
