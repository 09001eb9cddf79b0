import { decisionAwaited, type ExchangeQueue, type MoveInService } from '@soc-coop/contracts';
import { holidayDates } from '@soc-coop/reference';
import { makeWorkingCalendar } from '@soc-coop/domain';
import { testApp, type TestApp } from '../../test/support/app';
import { freshKey } from '../../test/support/browser';
import { ANSWER, ExchangeFactory } from '../../test/support/exchange-factory';
import type { StaffActor } from '../platform/context';
import { ExchangesService } from './exchanges.service';
import { CloseExchange } from './moves/close-exchange';
import { DateMoves } from './moves/date-moves';
import { ReopeningMoves } from './moves/reopening-moves';
import { ReplyMoves } from './moves/reply-moves';
import { SpokenMoves } from './moves/spoken-moves';
import { DeadlinesService } from './deadlines/deadlines.service';

let test: TestApp;
let make: ExchangeFactory;
let constanta: StaffActor;
let dobrich: StaffActor;

beforeAll(async () => {
  test = await testApp();
  constanta = await test.actor('elena.popescu@ct.ajpis.example');
  dobrich = await test.actor('maria.ivanova@dob.asp.example');
  make = new ExchangeFactory(test.app, constanta, dobrich);
});
afterAll(async () => {
  await test.close();
});

const exchanges = () => test.app.get(ExchangesService);
const dates = () => test.app.get(DateMoves);
const reopening = () => test.app.get(ReopeningMoves);
const input = async (id: string) => ({ id, version: await make.version(id), idempotencyKey: freshKey() });
const today = () => test.app.get(DeadlinesService).today('BG');
const bulgarian = makeWorkingCalendar(holidayDates('BG'));
const inDays = (days: number) => bulgarian.addWorkingDays(today(), days);
const viewed = (actor: StaffActor, id: string) => exchanges().get(actor, id);
const propose = async (id: string, date: string, note: string | null = null) =>
  dates().propose(dobrich, { ...(await input(id)), date, note });

const refusalsOf = async (actor: StaffActor, id: string, move: MoveInService) =>
  (await viewed(actor, id)).allowances.find((allowance) => allowance.move === move)?.refusals;
const isIn = async (actor: StaffActor, queue: ExchangeQueue, id: string): Promise<boolean> => {
  const { edges } = await exchanges().list(actor, queue, {}, { first: 100 });
  const found = edges.filter(({ node }) => node.row.id === id);
  expect(found.length).toBeLessThan(2);
  return found.length === 1;
};

describe('another day for the answer', () => {
  it('is proposed, agreed, and then is the due day; both moves carry it', async () => {
    const id = await make.accepted();
    const before = (await viewed(constanta, id)).deadline?.due;
    const day = inDays(40);
    await propose(id, day, 'Очакваме справка от общината.');
    const pending = await viewed(constanta, id);
    expect(pending.deadline?.due).toBe(before);
    expect(pending.row.decisionBy).toBe('REQUESTER');
    await dates().agree(constanta, await input(id));
    const { row, moves, deadline } = await viewed(dobrich, id);
    expect(deadline).toMatchObject({ kind: 'ANSWER', due: day });
    expect(row).toMatchObject({ state: 'ACCEPTED', dueOn: day, decisionBy: null });
    expect(moves.slice(-2).map(({ move, date }) => [move, date])).toEqual([
      ['PROPOSE_DATE', day],
      ['AGREE_DATE', day],
    ]);
  });

  it('must lie ahead, on a working day of the replier, within sixty of them, and be another than the due day', async () => {
    const id = await make.accepted();
    const due = (await viewed(dobrich, id)).row.dueOn;
    const friday = bulgarian.nextWorkingDay(inDays(12));
    const saturday = Array.from({ length: 7 }, (_, at) => addDay(friday, at)).find(
      (day) => !bulgarian.isWorkingDay(day),
    );
    for (const [day, code] of [
      [today(), 'exchange.dateNotAhead'],
      ['2020-01-06', 'exchange.dateNotAhead'],
      [saturday ?? '', 'exchange.dateNotWorkingDay'],
      [inDays(61), 'exchange.dateTooFar'],
      ['2199-01-02', 'exchange.dateTooFar'],
      [due, 'exchange.dateUnchanged'],
    ] as const)
      await expect(propose(id, day)).rejects.toMatchObject({ code });
    await propose(id, inDays(60));
    expect((await viewed(dobrich, id)).moves.filter(({ move }) => move === 'PROPOSE_DATE')).toHaveLength(1);
  });

  it('is the replier’s to propose and the requester’s to agree', async () => {
    const id = await make.accepted();
    const own = { ...(await input(id)), date: inDays(30) };
    await expect(dates().propose(constanta, own)).rejects.toMatchObject({ code: 'exchange.notYourSide' });
    await propose(id, inDays(30));
    await expect(dates().agree(dobrich, await input(id))).rejects.toMatchObject({
      code: 'exchange.notYourSide',
    });
  });

  it('cannot be agreed where none is proposed, and the list of moves says so', async () => {
    const id = await make.accepted();
    expect(await refusalsOf(constanta, id, 'AGREE_DATE')).toEqual([
      { code: 'exchange.noDateProposed', params: {} },
    ]);
    await expect(dates().agree(constanta, await input(id))).rejects.toMatchObject({
      code: 'exchange.noDateProposed',
    });
    await propose(id, inDays(30));
    expect(await refusalsOf(constanta, id, 'AGREE_DATE')).toEqual([]);
  });

  it('is replaced by a later proposal: an agreement to the earlier one comes too late', async () => {
    const id = await make.accepted();
    await propose(id, inDays(30));
    const seen = await input(id);
    await propose(id, inDays(35));
    await expect(dates().agree(constanta, seen)).rejects.toMatchObject({ code: 'exchange.changedMeanwhile' });
    await dates().agree(constanta, await input(id));
    expect((await viewed(constanta, id)).row.dueOn).toBe(inDays(35));
  });

  it('ends with the answer, and with a question back, which changes the ground it stood on', async () => {
    const answered = await make.accepted();
    await propose(answered, inDays(30));
    await test.app.get(ReplyMoves).answer(dobrich, { ...(await input(answered)), ...ANSWER });
    expect((await viewed(constanta, answered)).row.decisionBy).toBeNull();
    const asked = await make.accepted();
    await propose(asked, inDays(30));
    const spoken = test.app.get(SpokenMoves);
    await spoken.askClarification(dobrich, {
      ...(await input(asked)),
      reasonCode: '03',
      note: 'Кой е номерът?',
    });
    await spoken.answerClarification(constanta, { ...(await input(asked)), note: 'Nr. 7.' });
    await expect(dates().agree(constanta, await input(asked))).rejects.toMatchObject({
      code: 'exchange.noDateProposed',
    });
  });

  it('that has passed can no longer be agreed, only proposed anew', async () => {
    const id = await make.accepted();
    await propose(id, inDays(2));
    await test.behind(
      `update exchange_move set date = '2020-01-06' where exchange_id = $1 and date is not null`,
      [id],
    );
    const lapsed = { code: 'exchange.proposalLapsed', params: { date: '2020-01-06' } };
    expect(await refusalsOf(constanta, id, 'AGREE_DATE')).toEqual([lapsed]);
    await expect(dates().agree(constanta, await input(id))).rejects.toMatchObject(lapsed);
  });

  it('brings the case to the requester’s list of what needs it, once, and takes it off again', async () => {
    const id = await make.accepted();
    expect([await isIn(constanta, 'NEEDS_ME', id), await isIn(constanta, 'WAITING', id)]).toEqual([
      false,
      true,
    ]);
    await propose(id, inDays(30));
    expect([await isIn(constanta, 'NEEDS_ME', id), await isIn(constanta, 'WAITING', id)]).toEqual([
      true,
      false,
    ]);
    expect([await isIn(dobrich, 'NEEDS_ME', id), await isIn(dobrich, 'WAITING', id)]).toEqual([true, false]);
    await dates().agree(constanta, await input(id));
    expect([await isIn(constanta, 'NEEDS_ME', id), await isIn(constanta, 'WAITING', id)]).toEqual([
      false,
      true,
    ]);
  });

  it('leaves one audit event, also when the click comes twice', async () => {
    const id = await make.accepted();
    const once = { ...(await input(id)), date: inDays(30) };
    expect(await Promise.all([dates().propose(dobrich, once), dates().propose(dobrich, once)])).toEqual([
      id,
      id,
    ]);
    const events = await test.behind(
      `select action from audit_event where resource_id = $1 and action = 'exchange.proposeDate'`,
      [id],
    );
    expect(events).toHaveLength(1);
  });
});

describe('reopening', () => {
  const reason = { reasonCode: '01' };

  it.each(['REQUESTER', 'REPLIER'] as const)(
    'asked by the %s, agreed by the other side, gives the replier a new day',
    async (side) => {
      const [asker, other] = side === 'REQUESTER' ? [constanta, dobrich] : [dobrich, constanta];
      const id = await make.closed();
      await reopening().ask(asker, { ...(await input(id)), ...reason });
      for (const move of ['AGREE_REOPENING', 'DECLINE_REOPENING'] as const)
        expect(await refusalsOf(asker, id, move)).toEqual([{ code: 'exchange.ownReopening', params: {} }]);
      await expect(reopening().agree(asker, await input(id))).rejects.toMatchObject({
        code: 'exchange.ownReopening',
      });
      expect(await isIn(other, 'NEEDS_ME', id)).toBe(true);
      expect(await isIn(asker, 'WAITING', id)).toBe(true);
      await reopening().agree(other, await input(id));
      const { row, deadline } = await viewed(dobrich, id);
      expect(row).toMatchObject({ state: 'REOPENED', closedAt: null, decisionBy: null });
      // Fifteen working days of the replier, as the term of the type says.
      expect(deadline).toMatchObject({ kind: 'ANSWER', due: inDays(15) });
    },
  );

  it('lets the replier answer once more, by a second version, and the requester close again', async () => {
    const id = await make.closed();
    await reopening().ask(constanta, { ...(await input(id)), ...reason });
    await reopening().agree(dobrich, await input(id));
    await test.app.get(ReplyMoves).answer(dobrich, { ...(await input(id)), ...ANSWER, qualityMark: 'Q2' });
    await test.app.get(CloseExchange).close(constanta, { ...(await input(id)), reasonCode: '01' });
    const { row, messages } = await viewed(constanta, id);
    expect(row.state).toBe('CLOSED');
    expect(row.closedAt).not.toBeNull();
    expect(messages.filter(({ kind }) => kind === 'ANSWER').map(({ version }) => version)).toEqual([1, 2]);
  });

  it('is asked once at a time, and again after it was declined with a reason', async () => {
    const id = await make.closed();
    await expect(reopening().agree(dobrich, await input(id))).rejects.toMatchObject({
      code: 'exchange.noReopeningAsked',
    });
    await reopening().ask(constanta, { ...(await input(id)), ...reason });
    for (const actor of [constanta, dobrich])
      await expect(reopening().ask(actor, { ...(await input(id)), ...reason })).rejects.toMatchObject({
        code: 'exchange.reopeningAsked',
      });
    await expect(
      reopening().decline(dobrich, { ...(await input(id)), reasonCode: '98' }),
    ).rejects.toMatchObject({ code: 'exchange.reasonUnknown' });
    await reopening().decline(dobrich, { ...(await input(id)), reasonCode: '02' });
    expect((await viewed(constanta, id)).row).toMatchObject({ state: 'CLOSED', decisionBy: null });
    await reopening().ask(dobrich, { ...(await input(id)), ...reason });
    const { moves, row } = await viewed(constanta, id);
    expect(row.decisionBy).toBe(decisionAwaited(moves));
  });
});

describe('how old a state is', () => {
  it('does not change with a move that only leaves a trace, so that pauses are counted whole', async () => {
    const id = await make.accepted();
    const since = (await viewed(constanta, id)).row.stateSince;
    await test.app.get(SpokenMoves).remind(constanta, await input(id));
    await propose(id, inDays(30));
    expect((await viewed(constanta, id)).row.stateSince).toEqual(since);
  });
});

const addDay = (day: string, days: number): string => {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
};
