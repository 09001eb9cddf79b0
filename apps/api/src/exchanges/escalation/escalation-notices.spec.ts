import { noticesOf } from './escalation-notices';

const handled = {
  id: 'case',
  dueKind: 'ANSWER',
  dueOn: '2026-11-20',
  replyingUnitId: 'unit',
  replierHandlerId: 'officer',
};
const at = new Date('2026-11-23T08:00:00Z');
const told = (replierHandlerId: string | null, step: Parameters<typeof noticesOf>[1]) =>
  noticesOf({ ...handled, replierHandlerId }, step, ['agency'], at).map(({ unitId, accountId, role }) => [
    unitId,
    accountId ?? role ?? 'everybody',
  ]);

describe('whom a step is told', () => {
  it('is the handler first, then the coordinator, then the national coordinator as well', () => {
    expect(told('officer', 'DUE_SOON')).toEqual([['unit', 'officer']]);
    expect(told('officer', 'OVERDUE')).toEqual([
      ['unit', 'officer'],
      ['unit', 'UNIT_COORDINATOR'],
    ]);
    expect(told('officer', 'LONG_OVERDUE')).toEqual([
      ['unit', 'officer'],
      ['unit', 'UNIT_COORDINATOR'],
      ['agency', 'NATIONAL_COORDINATOR'],
    ]);
  });

  it('is the unit where nobody handles the case, and its coordinator once with it', () => {
    expect(told(null, 'DUE_SOON')).toEqual([['unit', 'everybody']]);
    expect(told(null, 'OVERDUE')).toEqual([['unit', 'everybody']]);
  });
});
