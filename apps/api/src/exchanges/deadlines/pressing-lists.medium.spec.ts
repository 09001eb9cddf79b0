import type { ExchangeQueue } from '@soc-coop/contracts';
import { FakeClock } from '@soc-coop/testing';
import { testApp, type TestApp } from '../../../test/support/app';
import { ExchangeFactory } from '../../../test/support/exchange-factory';
import type { StaffActor } from '../../platform/context';
import { ExchangesService } from '../exchanges.service';

/** Saturday: nothing is worked, and what was due on Friday is over all the same. */
const clock = new FakeClock('2026-11-28T09:00:00Z');
let test: TestApp;
let [constanta, dobrich, olt, sofia]: StaffActor[] = [];
const byDobrich: Record<string, string> = {};
const byConstanta: Record<string, string> = {};

const DAYS = ['2026-11-27', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-07'];

beforeAll(async () => {
  test = await testApp(clock);
  constanta = await test.actor('elena.popescu@ct.ajpis.example');
  dobrich = await test.actor('maria.ivanova@dob.asp.example');
  olt = await test.actor('cristina.vlad@ot.ajpis.example');
  sofia = await test.actor('petar.kolev@asp.example');
  const due = async (make: ExchangeFactory, day: string): Promise<string> => {
    const id = await make.accepted();
    await test.behind('update exchange set due_on = $2 where id = $1', [id, day]);
    return id;
  };
  for (const day of DAYS) {
    byDobrich[day] = await due(new ExchangeFactory(test.app, constanta, dobrich), day);
    byConstanta[day] = await due(new ExchangeFactory(test.app, dobrich, constanta), day);
  }
});
afterAll(async () => {
  await test.close();
});

const listed = async (
  actor: StaffActor,
  queue: ExchangeQueue,
  of: Record<string, string>,
): Promise<string[]> => {
  const { edges } = await test.app.get(ExchangesService).list(actor, queue, {}, { first: 100 });
  const ids = edges.map(({ node }) => node.row.id);
  return Object.keys(of).filter((day) => ids.includes(of[day]!));
};

describe('lists of near and missed deadlines', () => {
  it('count by the calendar of whoever replies: Romania is off on Monday and Tuesday', async () => {
    for (const actor of [constanta!, dobrich!]) {
      expect(await listed(actor, 'DUE_SOON', byDobrich)).toEqual(['2026-12-01', '2026-12-02']);
      expect(await listed(actor, 'DUE_SOON', byConstanta)).toEqual([
        '2026-12-01',
        '2026-12-02',
        '2026-12-03',
        '2026-12-04',
      ]);
      for (const cases of [byDobrich, byConstanta])
        expect(await listed(actor, 'OVERDUE', cases)).toEqual(['2026-11-27']);
    }
  });

  it('say the same as the deadline of each row, and so do their counts', async () => {
    const service = test.app.get(ExchangesService);
    for (const actor of [constanta!, dobrich!, sofia!]) {
      const counts = await service.counts(actor);
      for (const [queue, key, mark] of [
        ['DUE_SOON', 'dueSoon', 'dueSoon'],
        ['OVERDUE', 'overdue', 'overdue'],
      ] as const) {
        const { edges, total } = await service.list(actor, queue, {}, { first: 100 });
        expect(edges.every(({ node }) => node.deadline?.[mark])).toBe(true);
        expect(counts[key]).toEqual(total);
        expect(total.value).toBe(edges.length);
        expect(edges.length).toBeGreaterThan(0);
      }
    }
  });

  it('go by due day, page by page', async () => {
    const service = test.app.get(ExchangesService);
    const first = await service.list(dobrich!, 'DUE_SOON', {}, { first: 2 });
    const second = await service.list(
      dobrich!,
      'DUE_SOON',
      {},
      { first: 2, after: first.edges.at(-1)!.cursor },
    );
    const days = [...first.edges, ...second.edges].map(({ node }) => node.row.dueOn);
    expect(days).toEqual([...days].sort());
    expect(new Set([...first.edges, ...second.edges].map(({ node }) => node.row.id)).size).toBe(4);
  });

  it('show nothing to a unit that takes no part', async () => {
    for (const cases of [byDobrich, byConstanta]) {
      expect(await listed(olt!, 'DUE_SOON', cases)).toEqual([]);
      expect(await listed(olt!, 'OVERDUE', cases)).toEqual([]);
    }
  });
});
