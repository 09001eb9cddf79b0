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

describe('a day that may be proposed for an answer', () => {
  it('lies ahead, on a working day of the replier and of nobody else', () => {
    expect(() => assertProposable('2026-11-23', ground('BG'))).not.toThrow();
    expect(() => assertProposable('2026-11-30', ground('BG'))).not.toThrow();
    expect(() => assertProposable('2026-11-30', ground('RO'))).toThrow(
      expect.objectContaining({
        code: 'exchange.dateNotWorkingDay',
        params: { date: '2026-11-30', country: 'RO' },
      }),
    );
  });

  it.each([
    [today, 'exchange.dateNotAhead'],
    ['2026-11-19', 'exchange.dateNotAhead'],
    ['2026-11-21', 'exchange.dateNotWorkingDay'],
    [dueOn, 'exchange.dateUnchanged'],
    ['2031-01-06', 'exchange.dateTooFar'],
  ])('%s is refused: %s', (date, code) => {
    expect(() => assertProposable(date, ground('BG'))).toThrow(expect.objectContaining({ code }));
  });

  it('may be the last one within reach, and not the next', () => {
    const { calendar } = ground('BG');
    const last = calendar.addWorkingDays(today, LIMITS.proposalWorkingDays);
    expect(() => assertProposable(last, ground('BG'))).not.toThrow();
    expect(() => assertProposable(calendar.addWorkingDays(last, 1), ground('BG'))).toThrow(
      expect.objectContaining({ code: 'exchange.dateTooFar' }),
    );
  });
});
