import type { AddCalendarDayInput } from '@soc-coop/dto';
import { FakeClock } from '@soc-coop/testing';
import { testApp, type TestApp } from '../../../../test/support/app';
import { freshKey } from '../../../../test/support/browser';
import { ExchangeFactory } from '../../../../test/support/exchange-factory';
import { type StaffActor, systemActor } from '../../../platform/context';
import { UnitOfWork } from '../../../platform/database';
import { seedReference, withSeeding } from '../../../seed';
import { DateMoves } from '../../moves/date-moves';
import { NoticesService } from '../../notices/notices.service';
import { DeadlinesService } from '../deadlines.service';
import { CalendarsService } from './calendars.service';
import { ManageCalendarService } from './manage-calendar.service';
import { Recalculation } from './recalculation';

const clock = new FakeClock('2026-11-23T08:00:00Z');
const WORKER = systemActor('worker-test');
let test: TestApp;
let make: ExchangeFactory;
let [sofia, bucharest, constanta, dobrich]: StaffActor[] = [];

beforeAll(async () => {
  test = await testApp(clock);
  sofia = await test.actor('desislava.todorova@asp.example');
  bucharest = await test.actor('sorin.balan@anpis.example');
  constanta = await test.actor('elena.popescu@ct.ajpis.example');
  dobrich = await test.actor('maria.ivanova@dob.asp.example');
  make = new ExchangeFactory(test.app, constanta, dobrich);
});
afterAll(async () => {
  await test.close();
});

const manage = () => test.app.get(ManageCalendarService);
const calendars = () => test.app.get(CalendarsService);
const act = {
  title: 'Решение на Министерския съвет',
  number: '812',
  date: '2026-11-20',
  text: 'Обявява се почивен ден.',
};
const dayOff = (day: string, more: Partial<AddCalendarDayInput> = {}): AddCalendarDayInput => ({
  idempotencyKey: freshKey(),
  country: 'BG',
  day,
  working: false,
  name: { ro: 'Zi liberă', bg: 'Почивен ден', en: 'Day off' },
  act,
  ...more,
});
const step = (change: string) =>
  test.app.get(UnitOfWork).run(WORKER, () => test.app.get(Recalculation).step(change));
const recount = async (change: string): Promise<{ moved: number; steps: number }> => {
  for (let steps = 1; ; steps += 1) {
    await step(change);
    const { finished, moved } = await calendars().changeById(sofia!, change);
    if (finished) return { moved, steps };
  }
};
const rowOf = async (day: string): Promise<{ id: string; version: number }> => {
  const { days } = await calendars().year(sofia!, 'BG', Number(day.slice(0, 4)));
  return days.find((row) => row.day === day)!;
};
const keyOf = async (day: string) => {
  const { id, version } = await rowOf(day);
  return { id, version, idempotencyKey: freshKey() };
};
const remove = async (day: string) =>
  manage().remove(sofia!, { ...(await keyOf(day)), act, reason: 'отпада' });
const dueOf = async (id: string): Promise<string> => {
  const [row] = await test.behind<{ due: string }>('select due_on::text as due from exchange where id = $1', [
    id,
  ]);
  return row!.due;
};
const agreed = async (date: string): Promise<string> => {
  const id = await make.accepted();
  const input = async () => ({ id, version: await make.version(id), idempotencyKey: freshKey() });
  await test.app.get(DateMoves).propose(dobrich!, { ...(await input()), date });
  await test.app.get(DateMoves).agree(constanta!, await input());
  return id;
};

describe('a day added to a calendar', () => {
  it('moves the open deadlines it touches, tells both handlers and stands in the course of the case', async () => {
    const accepted = await make.accepted();
    const sent = await make.sent();
    const answered = await make.answered();
    const settled = await agreed('2026-12-11');
    const before = await dueOf(accepted);
    expect([before, await dueOf(sent)]).toEqual(['2026-12-14', '2026-11-30']);
    const preview = await calendars().preview(sofia!, { country: 'BG', day: '2026-12-08' });
    const change = await manage().add(sofia!, dayOff('2026-12-08'));
    expect(await recount(change)).toEqual({ moved: preview.value, steps: 1 });
    expect(preview.value).toBeGreaterThan(0);
    expect(await dueOf(accepted)).toBe('2026-12-15');
    expect([await dueOf(sent), await dueOf(answered), await dueOf(settled)]).toEqual([
      '2026-11-30',
      '9999-12-31',
      '2026-12-11',
    ]);
    const fact = (await calendars().deadlineChanges(constanta!, [accepted]))[0]?.[0];
    expect(fact).toMatchObject({ from: before, to: '2026-12-15', act: { number: '812' } });
    // Open pages hear of it as well, of each case once.
    const told = await test.behind<{ key: string }>(
      `select key from outbox where topic = 'exchange.dueMoved'`,
    );
    expect(told.filter(({ key }) => key === accepted)).toHaveLength(1);
    expect(told).toHaveLength(preview.value);
    for (const actor of [constanta!, dobrich!]) {
      const { edges } = await test.app.get(NoticesService).list(actor, { first: 100 });
      const told = edges.map(({ node }) => node).filter(({ exchangeId }) => exchangeId === accepted);
      expect(told.filter(({ kind }) => kind === 'DEADLINE_MOVED')).toMatchObject([{ dueOn: '2026-12-15' }]);
    }
  });

  it('moves them back when it is removed, and every step stays in the history', async () => {
    const accepted = await make.accepted();
    expect(await dueOf(accepted)).toBe('2026-12-15');
    await recount(await remove('2026-12-08'));
    expect(await dueOf(accepted)).toBe('2026-12-14');
    const { edges } = await calendars().history(constanta!, 'BG', {});
    expect(edges.map(({ node }) => [node.action, node.reason, node.finished])).toEqual([
      ['REMOVE', 'отпада', true],
      ['ADD', null, true],
    ]);
    const fact = (await calendars().deadlineChanges(dobrich!, [accepted]))[0]?.[0];
    expect(fact).toMatchObject({ from: '2026-12-15', to: '2026-12-14', entry: { day: '2026-12-08' } });
  });

  it('that is a worked Saturday ends terms earlier, and never before today', async () => {
    const accepted = await make.accepted();
    const change = await manage().add(sofia!, dayOff('2026-12-12', { working: true }));
    await recount(change);
    expect(await dueOf(accepted)).toBe('2026-12-12');
    await recount(await remove('2026-12-12'));
    expect(await dueOf(accepted)).toBe('2026-12-14');
  });

  it('does not count for what is counted after it, however late its own work is done', async () => {
    const change = await manage().add(sofia!, dayOff('2026-12-09'));
    const accepted = await make.accepted();
    expect(await dueOf(accepted)).toBe('2026-12-15');
    await recount(change);
    expect(await dueOf(accepted)).toBe('2026-12-15');
    expect(await calendars().deadlineChanges(constanta!, [accepted])).toEqual([[]]);
    await recount(await remove('2026-12-09'));
  });
});

describe('a change of a calendar', () => {
  it('is made once by a repeated request, with one audit event', async () => {
    const input = dayOff('2026-12-21');
    const change = await manage().add(sofia!, input);
    expect(await manage().add(sofia!, input)).toBe(change);
    await recount(change);
    const events = await test.behind(
      `select outcome from audit_event where action = 'calendar.add' and body like '%' || $1 || '%'`,
      [change],
    );
    expect(events).toEqual([{ outcome: 'ALLOWED' }]);
    await expect(manage().add(sofia!, dayOff('2026-12-21'))).rejects.toMatchObject({
      code: 'calendar.dayTaken',
    });
  });

  it('is won by one of two who read the same version', async () => {
    const row = await rowOf('2026-12-21');
    const change = (en: string) =>
      manage().change(sofia!, {
        idempotencyKey: freshKey(),
        id: row.id,
        version: row.version,
        day: '2026-12-22',
        working: false,
        name: { ro: 'x', bg: 'x', en },
        act,
        reason: 'печатна грешка',
      });
    const results = await Promise.allSettled([change('one'), change('two')]);
    const won = results.find((result) => result.status === 'fulfilled');
    const lost = results.find((result) => result.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'request.stale' });
    // Until its deadlines are counted, the next change waits: it would not know what they were counted by.
    await expect(manage().add(sofia!, dayOff('2026-12-23'))).rejects.toMatchObject({
      code: 'calendar.recalculating',
    });
    await recount(won!.value);
  });

  it('is for those who keep the calendar of that country', async () => {
    for (const actor of [bucharest!, dobrich!, constanta!])
      await expect(manage().add(actor, dayOff('2026-12-23'))).rejects.toMatchObject({
        code: 'access.forbidden',
      });
    await expect(calendars().preview(dobrich!, { country: 'BG', day: '2026-12-23' })).rejects.toMatchObject({
      code: 'access.forbidden',
    });
    const petar = await test.actor('petar.kolev@asp.example');
    await recount(await manage().add(petar, dayOff('2026-12-23')));
  });

  it('waits for a deadline that is being counted, and then sees it', async () => {
    const order: string[] = [];
    const uow = test.app.get(UnitOfWork);
    const id = await make.sent();
    const counted = uow.run(WORKER, async () => {
      await test.app.get(DeadlinesService).dueAfter('BG', 5);
      await new Promise((resolve) => setTimeout(resolve, 300));
      order.push('counted');
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const changed = manage()
      .add(sofia!, dayOff('2026-11-25'))
      .then((change) => {
        order.push('changed');
        return change;
      });
    await counted;
    await recount(await changed);
    expect(order).toEqual(['counted', 'changed']);
    expect(await dueOf(id)).toBe('2026-12-01');
    await recount(await remove('2026-11-25'));
  });
});

describe('many deadlines', () => {
  it('are counted in batches, once each, also when a batch is lost in the middle', async () => {
    const id = await make.accepted();
    await test.behind(
      `with copies as (
         insert into exchange (id, number, type_code, form_version, state, state_since, requesting_unit_id,
           replying_unit_id, requesting_country, replying_country, language, author_id, agreement_version_id,
           due_kind, due_on, created_at, sent_at)
         select gen_random_uuid(), 'RO-CT-2099-' || n, type_code, form_version, state, state_since,
           requesting_unit_id, replying_unit_id, requesting_country, replying_country, language, author_id,
           agreement_version_id, due_kind, due_on, created_at, sent_at
         from exchange, generate_series(1, 450) n where id = $1 returning id)
       insert into exchange_move (id, exchange_id, sequence, move, unit_id, at, state_after, idempotency_key)
       select gen_random_uuid(), copies.id, 1, 'ACCEPT', m.unit_id, m.at, m.state_after, 'x'
       from copies, exchange_move m where m.exchange_id = $1 and m.move = 'ACCEPT'`,
      [id],
    );
    const change = await manage().add(sofia!, dayOff('2026-12-10'));
    await step(change);
    await test.app
      .get(UnitOfWork)
      .run(WORKER, async () => {
        await test.app.get(Recalculation).step(change);
        throw new Error('killed');
      })
      .catch(() => undefined);
    const { moved, steps } = await recount(change);
    expect(steps).toBeGreaterThanOrEqual(2);
    expect(moved).toBeGreaterThanOrEqual(451);
    const copies = await test.behind(
      `select due_on::text as due, version, (select count(*)::int from exchange_deadline_change d
         where d.exchange_id = e.id) as facts, count(*)::int as cases
       from exchange e where number like 'RO-CT-2099-%' group by 1, 2, 3`,
    );
    expect(copies).toEqual([{ due: '2026-12-15', version: 2, facts: 1, cases: 450 }]);
    await step(change);
    expect((await calendars().changeById(sofia!, change)).moved).toBe(moved);
  });
});

describe('loading the reference data again', () => {
  it('leaves what administrators changed, moved and removed', async () => {
    const reseed = () => withSeeding(test.database.ownerUrl, seedReference, clock);
    const rows = () =>
      test.behind(
        `select country, day::text, key, name_en, origin, removed_at is null as here from working_calendar_day
         order by country, day, key`,
      );
    const christmas = await rowOf('2026-12-24');
    const change = { idempotencyKey: freshKey(), working: false, act, reason: 'поправка' };
    const name = { ro: 'Ajun', bg: 'Бъдни вечер', en: 'Changed by hand' };
    await recount(
      await manage().change(sofia!, {
        ...change,
        id: christmas.id,
        version: christmas.version,
        day: '2026-12-24',
        name,
      }),
    );
    await recount(await remove('2026-12-25'));
    const easter = await rowOf('2027-04-30');
    await recount(
      await manage().change(sofia!, {
        ...change,
        idempotencyKey: freshKey(),
        id: easter.id,
        version: easter.version,
        day: '2027-04-29',
        name,
      }),
    );
    const before = await rows();
    expect(await reseed()).toMatchObject({ territories: 0 });
    expect(await rows()).toEqual(before);
    expect(before).toContainEqual(
      expect.objectContaining({ day: '2026-12-24', name_en: 'Changed by hand', origin: 'MANUAL' }),
    );
  });

  it('lets nobody rewrite the history, not even through SQL of the app role', async () => {
    for (const sql of [
      `update calendar_change set reason = 'x'`,
      `delete from calendar_change`,
      `update exchange_deadline_change set due_after = due_before`,
      `delete from working_calendar_day`,
    ])
      await expect(test.asUnit(dobrich!.unitId, sql)).rejects.toMatchObject({
        driverError: { code: '42501' },
      });
  });
});
