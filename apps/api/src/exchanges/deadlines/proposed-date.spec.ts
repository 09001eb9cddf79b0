import { LIMITS } from '@soc-coop/contracts';
import { makeWorkingCalendar } from '@soc-coop/domain';
import { holidayDates } from '@soc-coop/reference';
import { assertProposable } from './proposed-date';

/** Friday; Bulgaria works on 30 November and 1 December, Romania does not. */
const today = '2026-11-20';
const dueOn = '2026-12-11';
const ground = (country: 'RO' | 'BG') => ({
  country,
  calendar: makeWorkingCalendar(holidayDates(country)),
  today,
  dueOn,
});

/** What is thrown, or null where the day may be proposed. */
const refusalOf = (date: string, country: 'RO' | 'BG' = 'BG'): unknown => {
  try {
    assertProposable(date, ground(country));
  } catch (error) {
    return error;
  }
  return null;
};

describe('a day that may be proposed for an answer', () => {
  it('lies ahead, on a working day of the replier and of nobody else', () => {
    expect(refusalOf('2026-11-23')).toBeNull();
    expect(refusalOf('2026-11-30')).toBeNull();
    expect(refusalOf('2026-11-30', 'RO')).toMatchObject({
      code: 'exchange.dateNotWorkingDay',
      params: { date: '2026-11-30', country: 'RO' },
    });
  });

  it.each([
    [today, 'exchange.dateNotAhead'],
    ['2026-11-19', 'exchange.dateNotAhead'],
    ['2026-11-21', 'exchange.dateNotWorkingDay'],
    [dueOn, 'exchange.dateUnchanged'],
    ['2031-01-06', 'exchange.dateTooFar'],
  ])('%s is refused: %s', (date, code) => {
    expect(refusalOf(date)).toMatchObject({ code });
  });

  it('may be the last one within reach, and not the next', () => {
    const { calendar } = ground('BG');
    const last = calendar.addWorkingDays(today, LIMITS.proposalWorkingDays);
    expect(refusalOf(last)).toBeNull();
    expect(refusalOf(calendar.addWorkingDays(last, 1))).toMatchObject({ code: 'exchange.dateTooFar' });
  });
});
