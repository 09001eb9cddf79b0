import type { Country } from '@soc-coop/contracts';
import { holidayDates } from '@soc-coop/reference';
import { FakeClock } from '@soc-coop/testing';
import { Database } from '../../platform/database';
import { type CalendarDays, CalendarRepository } from './calendar.repository';
import type { ExchangeRow } from '../records/exchange.row';
import { DeadlinesService } from './deadlines.service';

const clock = new FakeClock(new Date('2026-11-20T08:00:00Z'));

/** The days off as reference data have them, without a database. */
class ReferenceCalendars extends CalendarRepository {
  constructor() {
    super(new Database());
  }

  override async days(country: Country): Promise<CalendarDays> {
    return { off: holidayDates(country), worked: [] };
  }

  override async daysToCountBy(country: Country): Promise<CalendarDays> {
    return this.days(country);
  }
}
const deadlines = new DeadlinesService(new ReferenceCalendars(), clock);

describe('deadlines in working days of the replier', () => {
  it('skips the days off of its own country only', async () => {
    // 30 November and 1 December are days off in Romania, not in Bulgaria.
    expect(await deadlines.dueAfter('BG', 7)).toBe('2026-12-01');
    expect(await deadlines.dueAfter('RO', 7)).toBe('2026-12-03');
  });

  it('adds the working days a question was open to the day that was due', async () => {
    const asked = new Date('2026-11-12T09:00:00Z');
    // Six working days passed between Thursday the 12th and Friday the 20th.
    expect(await deadlines.dueAfterPause('BG', '2026-11-27', asked)).toBe('2026-12-07');
    expect(await deadlines.dueAfterPause('BG', '2026-11-27', clock.now())).toBe('2026-11-27');
  });

  it('says which year is missing instead of guessing', async () => {
    clock.set(new Date('2035-03-01T08:00:00Z'));
    await expect(deadlines.dueAfter('RO', 5)).rejects.toMatchObject({
      code: 'exchange.calendarMissing',
      params: { country: 'RO', year: 2035 },
    });
  });

  it('knows what day it is in the offices, not in Greenwich', () => {
    clock.set(new Date('2026-11-20T22:30:00Z'));
    expect(deadlines.today('RO')).toBe('2026-11-21');
  });

  it('sees the day begin at midnight of the offices, in winter and in summer', () => {
    const days = [
      '2026-11-20T21:59:59Z',
      '2026-11-20T22:00:00Z',
      '2026-07-20T20:59:59Z',
      '2026-07-20T21:00:00Z',
    ];
    const seen = days.map((at) => {
      clock.set(new Date(at));
      return [deadlines.today('RO'), deadlines.today('BG')];
    });
    expect(seen.map(([ro]) => ro)).toEqual(['2026-11-20', '2026-11-21', '2026-07-20', '2026-07-21']);
    expect(seen.map(([, bg]) => bg)).toEqual(seen.map(([ro]) => ro));
  });

  it('says of the rows of a list what it says of each', async () => {
    clock.set(new Date('2026-11-20T08:00:00Z'));
    const row = (replyingCountry: Country | null, dueOn: string, dueKind: 'ANSWER' | 'ACCEPT' | null) =>
      ({
        requestingCountry: replyingCountry === 'RO' ? 'BG' : 'RO',
        replyingCountry,
        dueOn,
        dueKind,
      }) as ExchangeRow;
    const rows = [
      row('RO', '2026-12-02', 'ANSWER'),
      row('BG', '2026-12-02', 'ANSWER'),
      row('RO', '2026-12-02', 'ACCEPT'),
      row('RO', '2026-11-02', 'ANSWER'),
      row('RO', '2026-12-02', null),
      row(null, '2026-12-02', 'ANSWER'),
      row('RO', '2026-12-02', 'ANSWER'),
    ];
    const single = [];
    for (const one of rows) single.push(await deadlines.seen(one));
    expect(await deadlines.seenInList(rows)).toEqual(single);
    expect(single.map((one) => one?.workingDaysReplier ?? null)).toEqual([6, 8, 6, -14, null, null, 6]);
  });
});
