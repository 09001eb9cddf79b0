import type { Country, DeadlineStep } from '@soc-coop/contracts';
import { addDays, localDateIn } from '@soc-coop/domain';
import { holidayDates } from '@soc-coop/reference';
import { FakeClock } from '@soc-coop/testing';
import { testApp, type TestApp } from '../../../test/support/app';
import { ExchangeFactory } from '../../../test/support/exchange-factory';
import type { StaffActor } from '../../platform/context';
import { NoticeRepository } from '../notices/notice.repository';
import { NoticesService } from '../notices/notices.service';
import { Escalation } from './escalation';

const clock = new FakeClock('2026-11-23T08:00:00Z');
let test: TestApp;
let asked: ExchangeFactory;
let asking: ExchangeFactory;
let [constanta, dobrich]: StaffActor[] = [];

/** Romanian cases asked of Dobrich and Bulgarian cases asked of Constanța, so that both calendars count. */
beforeAll(async () => {
  test = await testApp(clock);
  constanta = await test.actor('elena.popescu@ct.ajpis.example');
  dobrich = await test.actor('maria.ivanova@dob.asp.example');
  asked = new ExchangeFactory(test.app, constanta, dobrich);
  asking = new ExchangeFactory(test.app, dobrich, constanta);
});
afterAll(async () => {
  await test.close();
});
/** Every case of a test stands alone: what earlier ones left is closed. */
beforeEach(async () => {
  clock.set('2026-11-23T08:00:00Z');
  await test.behind(`update exchange set state = 'CLOSED', due_kind = null, due_on = '9999-12-31'`);
});

const escalation = () => test.app.get(Escalation);
const due = (id: string, day: string) =>
  test.behind('update exchange set due_on = $2 where id = $1', [id, day]);
interface Told {
  readonly step: DeadlineStep;
  readonly on: string;
}
/** What was told of a case, on which day. */
const toldOf = async (id: string): Promise<Told[]> => {
  const rows = await test.behind<{ step: DeadlineStep; at: Date }>(
    'select step, at from escalation where exchange_id = $1 order by at, step',
    [id],
  );
  return rows.map(({ step, at }) => ({ step, on: localDateIn('Europe/Bucharest', at) }));
};
/** Who was told of a case: unit code, then the person or the role. */
const heard = async (id: string, step: DeadlineStep): Promise<string[]> => {
  const rows = await test.behind<{ line: string }>(
    `select u.code || ' ' || coalesce(a.email, n.role, 'everybody') as line from notice n join unit u on u.id = n.unit_id
       left join account a on a.id = n.account_id where n.exchange_id = $1 and n.kind = $2 order by 1`,
    [id, step],
  );
  return rows.map(({ line }) => line);
};
/** Runs the job at seven every morning and at two every afternoon of the days. */
const live = async (from: string, days: number): Promise<void> => {
  for (let at = 0; at < days; at += 1)
    for (const hour of ['05:07', '12:07']) {
      clock.set(`${addDays(from, at)}T${hour}:00Z`);
      await escalation().run();
    }
};

describe('a month of deadlines', () => {
  it('tells each step once, on the first working day it holds, whatever the job is run', async () => {
    const id = await asked.accepted();
    await due(id, '2026-12-11');
    await live('2026-11-28', 31);
    // Due on Friday the 11th: near from Tuesday, over from Monday, long over the Friday after.
    expect(await toldOf(id)).toEqual([
      { step: 'DUE_SOON', on: '2026-12-08' },
      { step: 'OVERDUE', on: '2026-12-14' },
      { step: 'LONG_OVERDUE', on: '2026-12-18' },
    ]);
    expect(await heard(id, 'DUE_SOON')).toEqual(['BG-RDSA-DOB maria.ivanova@dob.asp.example']);
    expect(await heard(id, 'OVERDUE')).toEqual([
      'BG-RDSA-DOB UNIT_COORDINATOR',
      'BG-RDSA-DOB maria.ivanova@dob.asp.example',
    ]);
    expect(await heard(id, 'LONG_OVERDUE')).toEqual([
      'BG-ASA NATIONAL_COORDINATOR',
      'BG-RDSA-DOB UNIT_COORDINATOR',
      'BG-RDSA-DOB maria.ivanova@dob.asp.example',
    ]);
  });

  it.each<[Country, string, Told[]]>([
    // Romania is off on Monday the 30th and on 1 December; its day before them is Friday the 27th.
    [
      'RO',
      '2026-12-03',
      [
        { step: 'DUE_SOON', on: '2026-11-26' },
        { step: 'OVERDUE', on: '2026-12-04' },
        { step: 'LONG_OVERDUE', on: '2026-12-10' },
      ],
    ],
    [
      'BG',
      '2026-12-03',
      [
        { step: 'DUE_SOON', on: '2026-11-30' },
        { step: 'OVERDUE', on: '2026-12-04' },
        { step: 'LONG_OVERDUE', on: '2026-12-10' },
      ],
    ],
  ])('follows the holidays of the country that replies: %s, due %s', async (country, day, expected) => {
    const id = await (country === 'RO' ? asking : asked).accepted();
    await due(id, day);
    await live('2026-11-24', 20);
    expect(await toldOf(id)).toEqual(expected);
  });

  it('crosses Christmas and the year in both countries without a word on a day off', async () => {
    const ids = [await asked.accepted(), await asking.accepted()];
    for (const id of ids) await due(id, '2026-12-29');
    await live('2026-12-19', 31);
    for (const [at, country] of (['BG', 'RO'] as const).entries()) {
      const told = await toldOf(ids[at]!);
      expect(told.map(({ step }) => step)).toEqual(['DUE_SOON', 'OVERDUE', 'LONG_OVERDUE']);
      const off = new Set(holidayDates(country));
      for (const { on } of told) {
        expect(off.has(on)).toBe(false);
        expect([0, 6]).not.toContain(new Date(`${on}T12:00:00Z`).getUTCDay());
      }
    }
    // The fifth working day after 29 December: both work on the 30th, the 31st, the 4th and the 5th; then Romania has
    // the 6th and the 7th off.
    expect((await toldOf(ids[0]!)).at(-1)?.on).toBe('2027-01-06');
    expect((await toldOf(ids[1]!)).at(-1)?.on).toBe('2027-01-08');
  });
});

describe('an acceptance that is awaited', () => {
  it('is told to the whole unit while nobody handles the case', async () => {
    const id = await asked.sent();
    await due(id, '2026-11-25');
    await escalation().run();
    expect(await heard(id, 'DUE_SOON')).toEqual(['BG-RDSA-DOB everybody']);
    clock.set('2026-11-27T08:00:00Z');
    await escalation().run();
    expect(await heard(id, 'OVERDUE')).toEqual(['BG-RDSA-DOB everybody']);
  });

  it('begins anew with the answer, which has a due day of its own', async () => {
    const id = await asked.sent();
    await due(id, '2026-11-25');
    await escalation().run();
    await test.behind(`update exchange set state = 'ACCEPTED', due_kind = 'ANSWER' where id = $1`, [id]);
    await escalation().run();
    expect((await toldOf(id)).map(({ step }) => step)).toEqual(['DUE_SOON', 'DUE_SOON']);
  });

  it('is told to the unit where its handler works there no more', async () => {
    const id = await asked.accepted();
    await due(id, '2026-11-25');
    await test.behind('update exchange set replier_handler_id = $2 where id = $1', [
      id,
      constanta!.accountId,
    ]);
    await escalation().run();
    expect(await heard(id, 'DUE_SOON')).toEqual(['BG-RDSA-DOB everybody']);
  });

  it('is not told where the clock stands still or nothing is due', async () => {
    const id = await asked.accepted();
    await due(id, '2026-11-25');
    await test.behind(`update exchange set state = 'CLARIFICATION', due_kind = null where id = $1`, [id]);
    await live('2026-11-24', 14);
    expect(await toldOf(id)).toEqual([]);
  });
});

describe('workers', () => {
  const cases = async (count: number): Promise<string> => {
    const id = await asked.accepted();
    await due(id, '2026-11-20');
    await test.behind(
      `insert into exchange (id, number, type_code, form_version, state, state_since, requesting_unit_id,
         replying_unit_id, requesting_country, replying_country, language, author_id, agreement_version_id,
         due_kind, due_on, created_at, sent_at)
       select gen_random_uuid(), $2 || n, type_code, form_version, state, state_since, requesting_unit_id,
         replying_unit_id, requesting_country, replying_country, language, author_id, agreement_version_id,
         due_kind, due_on, created_at, sent_at
       from exchange, generate_series(1, $3::int) n where id = $1`,
      [id, `RO-CT-2098-${id}-`, count - 1],
    );
    return `RO-CT-2098-${id}-%`;
  };
  const counted = async (numbers: string): Promise<{ told: number; notices: number }> => {
    const [row] = await test.behind<{ told: number; notices: number }>(
      `select count(distinct e.id)::int as told, count(n.id)::int as notices from exchange e
         join escalation s on s.exchange_id = e.id left join notice n on n.exchange_id = e.id and n.kind = s.step
       where e.number like $1`,
      [numbers],
    );
    return row!;
  };

  it('of which two run at once tell every case once', async () => {
    const numbers = await cases(251);
    await Promise.all([escalation().run(), escalation().run(), escalation().run()]);
    expect(await counted(numbers)).toEqual({ told: 250, notices: 250 });
  });

  it('of which one dies in the middle leave nothing out and repeat nothing', async () => {
    const numbers = await cases(251);
    const notices = test.app.get(NoticeRepository);
    const add = notices.addAll.bind(notices);
    let calls = 0;
    const spy = jest.spyOn(notices, 'addAll').mockImplementation(async (added) => {
      await add(added);
      calls += 1;
      if (calls === 2) throw new Error('killed');
    });
    await expect(escalation().run()).rejects.toThrow('killed');
    spy.mockRestore();
    const afterwards = await counted(numbers);
    expect(afterwards.told).toBe(afterwards.notices);
    expect([99, 100]).toContain(afterwards.told);
    await escalation().run();
    expect(await counted(numbers)).toEqual({ told: 250, notices: 250 });
  });

  it('leave one audit event per batch, and none where nothing was told', async () => {
    const events = async () =>
      (await test.behind(`select 1 from audit_event where action = 'escalation.run'`)).length;
    await escalation().run();
    const before = await events();
    await escalation().run();
    expect(await events()).toBe(before);
  });
});

describe('a notice for one person', () => {
  it('is seen and counted by that person, not by a colleague', async () => {
    const id = await asked.accepted();
    await due(id, '2026-11-25');
    await escalation().run();
    const service = test.app.get(NoticesService);
    const ofCase = async (actor: StaffActor) =>
      (await service.list(actor, { first: 100 })).edges
        .map(({ node }) => node)
        .filter(({ exchangeId, kind }) => exchangeId === id && kind === 'DUE_SOON');
    const colleague = await test.actor('nikolay.stoyanov@dob.asp.example');
    expect(await ofCase(dobrich!)).toMatchObject([{ dueOn: '2026-11-25', move: null, seenAt: null }]);
    expect(await ofCase(colleague)).toEqual([]);
    await service.markSeen(colleague, new Date('2027-01-01T00:00:00Z'), 'colleague-looked');
    expect(await ofCase(dobrich!)).toMatchObject([{ seenAt: null }]);
  });
});
