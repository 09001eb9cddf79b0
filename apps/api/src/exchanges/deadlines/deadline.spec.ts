import { makeWorkingCalendar } from '@soc-coop/domain';
import { NOTHING_DUE } from '../records/exchange.row';
import { deadlineSeen } from './deadline';

/** Romania has 30 November and 1 December off, Bulgaria neither. */
const replier = makeWorkingCalendar(['2026-12-24']);
const requester = makeWorkingCalendar(['2026-11-30', '2026-12-01']);
const calendars = { replier, requester };
const due = (dueOn: string) => ({ dueKind: 'ANSWER' as const, dueOn });

describe('a deadline seen today', () => {
  it('counts on the calendar of the replier and shows the other one', () => {
    expect(deadlineSeen(due('2026-12-02'), '2026-11-27', calendars)).toEqual({
      kind: 'ANSWER',
      due: '2026-12-02',
      workingDaysReplier: 3,
      workingDaysRequester: 1,
      overdue: false,
      dueSoon: true,
    });
  });

  it('is not near while more than three working days are left', () => {
    expect(deadlineSeen(due('2026-12-04'), '2026-11-27', calendars)).toMatchObject({ dueSoon: false });
  });

  it('is due today, not overdue, on its day; overdue with negative counts after it', () => {
    expect(deadlineSeen(due('2026-11-27'), '2026-11-27', calendars)).toMatchObject({
      overdue: false,
      dueSoon: true,
      workingDaysReplier: 0,
    });
    expect(deadlineSeen(due('2026-11-25'), '2026-11-27', calendars)).toMatchObject({
      overdue: true,
      dueSoon: false,
      workingDaysReplier: -2,
    });
  });

  it('is nothing where nothing is due', () => {
    expect(deadlineSeen({ dueKind: null, dueOn: NOTHING_DUE }, '2026-11-27', calendars)).toBeNull();
  });
});
