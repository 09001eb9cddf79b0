import { makeWorkingCalendar } from '@soc-coop/domain';
import { recountedDue } from './recount';

/** Plain weeks, with the one day off that makes the year an entered one. */
const plain = makeWorkingCalendar(['2026-01-01', '2027-01-01']);
const withMonday = makeWorkingCalendar(['2026-01-01', '2026-11-30', '2027-01-01']);
const withSaturday = makeWorkingCalendar(['2026-01-01', '2027-01-01'], ['2026-11-28']);

/** Set on Monday the 23rd, ten working days: due on Monday, 7 December. */
const term = { setOn: '2026-11-23', dueOn: '2026-12-07', today: '2026-11-25' };

describe('a term counted anew', () => {
  it('moves by the day that was taken away, and back when it is given back', () => {
    expect(recountedDue(term, plain, withMonday)).toBe('2026-12-08');
    expect(recountedDue({ ...term, dueOn: '2026-12-08' }, withMonday, plain)).toBe('2026-12-07');
  });

  it('ends earlier where a Saturday is worked', () => {
    expect(recountedDue(term, plain, withSaturday)).toBe('2026-12-04');
  });

  it('stays where the change lies before it was set or after it ends', () => {
    expect(recountedDue({ ...term, setOn: '2026-12-01', dueOn: '2026-12-07' }, plain, withMonday)).toBe(
      '2026-12-07',
    );
    expect(recountedDue({ ...term, dueOn: '2026-11-27' }, plain, withMonday)).toBe('2026-11-27');
  });

  it('makes nobody overdue: what is shortened ends today at the earliest', () => {
    const late = { ...term, dueOn: '2026-12-08', today: '2026-12-08' };
    expect(recountedDue(late, withMonday, plain)).toBe('2026-12-08');
    expect(recountedDue({ ...late, today: '2026-12-09' }, withMonday, plain)).toBe('2026-12-07');
  });

  it('leaves a due day alone that lies on a day off although the calendar is the same around it', () => {
    expect(recountedDue({ ...term, dueOn: '2026-11-29' }, plain, withMonday)).toBe('2026-11-29');
  });
});
