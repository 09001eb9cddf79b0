import { addDays, makeWorkingCalendar } from '@soc-coop/domain';
import { holidayDates } from '@soc-coop/reference';
import fc from 'fast-check';
import { cutOffs, overdueBy } from './cut-offs';
import { deadlineSeen } from './deadline';

const calendars = {
  RO: makeWorkingCalendar(holidayDates('RO')),
  BG: makeWorkingCalendar(holidayDates('BG')),
};
const country = fc.constantFrom('RO' as const, 'BG' as const);
const day = fc.integer({ min: 0, max: 1400 }).map((days) => addDays('2025-01-15', days));
const distance = fc.integer({ min: -40, max: 40 });

describe('the days lists are cut by', () => {
  it('say of every due day what the deadline itself says', () => {
    fc.assert(
      fc.property(country, day, distance, (name, today, days) => {
        const replier = calendars[name];
        const dueOn = addDays(today, days);
        const seen = deadlineSeen({ dueKind: 'ANSWER', dueOn }, today, { replier, requester: replier });
        const cut = cutOffs(replier, today);
        expect(dueOn < cut.today).toBe(seen?.overdue);
        expect(dueOn >= cut.today && dueOn <= cut.soonUntil).toBe(seen?.dueSoon);
      }),
    );
  });

  it('know how many working days a due day lies back', () => {
    fc.assert(
      fc.property(country, day, distance, fc.integer({ min: 1, max: 8 }), (name, today, days, least) => {
        const dueOn = addDays(today, days);
        const back = -calendars[name].workingDaysBetween(today, dueOn);
        expect(dueOn <= overdueBy(calendars[name], today, least)).toBe(back >= least);
      }),
    );
  });
});
