import { exportAddress, readListQuery, viewQuery } from './list-query';

const UNIT = '019a0000-0000-7000-8000-000000000001';

describe('a list in its address', () => {
  it('is read with everything it is narrowed to, sorted by and cut into', () => {
    const query = {
      queue: 'waiting',
      type: 'EX02',
      unit: UNIT,
      urgency: 'URGENT',
      handler: 'NOBODY',
      dueFrom: '2026-11-01',
      waitingDays: '10',
      sort: 'NUMBER',
      size: '50',
      columns: 'TYPE,HANDLER',
      after: 'x',
    };
    expect(readListQuery(query)).toEqual({
      filter: {
        type: 'EX02',
        unit: UNIT,
        urgency: 'URGENT',
        handler: 'NOBODY',
        dueFrom: '2026-11-01',
        waitingDays: 10,
      },
      sort: 'NUMBER',
      size: 50,
      columns: ['TYPE', 'HANDLER'],
    });
  });

  it('is read as if what is typed wrongly were not there, names above all', () => {
    const typed = {
      type: "x'--",
      unit: 'Щерев',
      state: 'LOST',
      urgency: ['URGENT', 'NORMAL'],
      dueFrom: '2026-02-31',
      dueTo: 'mâine',
      waitingDays: '-1',
      sort: 'NAME',
      size: '26',
      columns: 'NAME',
      text: 'Щерев',
    };
    expect(readListQuery(typed)).toEqual({ filter: {}, sort: null, size: 25, columns: null });
  });

  it('comes back from a saved view as it was kept', () => {
    const view = {
      queue: 'WAITING' as const,
      filter: { waitingDays: 10, type: null, handler: 'ME' },
      sort: 'OLDEST' as const,
      columns: ['SENT' as const],
      pageSize: 100,
    };
    const query = viewQuery(view);
    expect(query).toEqual({
      queue: 'waiting',
      handler: 'ME',
      waitingDays: '10',
      sort: 'OLDEST',
      columns: 'SENT',
      size: '100',
    });
    expect(readListQuery(query)).toMatchObject({ filter: { waitingDays: 10, handler: 'ME' }, size: 100 });
  });

  it('leads to the file of the same rows and columns, page and size apart', () => {
    const list = readListQuery({ handler: 'ME', size: '50', sort: 'DUE' });
    expect(exportAddress('ALL', list, ['TYPE', 'PERSON'], 'xlsx')).toBe(
      '/api/v1/exports/exchanges?queue=ALL&format=xlsx&handler=ME&sort=DUE&columns=TYPE%2CPERSON',
    );
  });
});
