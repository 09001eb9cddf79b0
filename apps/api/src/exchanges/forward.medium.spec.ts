import { systemActor } from '../platform/context';
import { OutboxRelay } from '../platform/outbox';
import { testApp, type TestApp } from '../../test/support/app';
import { freshKey } from '../../test/support/browser';
import { ExchangeFactory } from '../../test/support/exchange-factory';
import { staff } from '../../test/support/staff';
import type { StaffActor } from '../platform/context';
import { ExchangesService } from './exchanges.service';
import { ForwardExchange } from './moves/forward-exchange';
import { ReplyMoves } from './moves/reply-moves';

let test: TestApp;
let make: ExchangeFactory;
let constanta: StaffActor;
let vidin: StaffActor;
let montana: StaffActor;
let vratsa: StaffActor;

/** An officer with every certificate in a unit nobody of the demonstration works in. */
const officerIn = async (code: string): Promise<StaffActor> => {
  const [unit] = await test.behind<{ id: string }>('select id from unit where code = $1', [code]);
  const actor = staff({ id: unit!.id, code }, 'CASEWORKER');
  await test.behind(
    `insert into account (id, email, given_name, family_name, search_key, country, locale)
     values ($1, $2, 'Invented', 'Officer', 'invented', $3, $4)`,
    [actor.accountId, `${actor.accountId}@example.example`, actor.country, actor.locale],
  );
  await test.behind(
    `insert into membership (id, account_id, unit_id, country, role, since)
     values (gen_random_uuid(), $1, $2, $3, 'CASEWORKER', '2025-01-01')`,
    [actor.accountId, unit!.id, actor.country],
  );
  await test.behind(
    `insert into certificate (id, number, kind, account_id, issued_on, expires_on)
     values (gen_random_uuid(), $1::text, 'BEN', $1::uuid, '2025-01-01', '2099-01-01')`,
    [actor.accountId],
  );
  return actor;
};

beforeAll(async () => {
  test = await testApp();
  constanta = await test.actor('elena.popescu@ct.ajpis.example');
  vidin = await test.actor('silvia.kirova@vid.asp.example');
  montana = await officerIn('BG-RDSA-MON');
  vratsa = await officerIn('BG-RDSA-VRC');
  make = new ExchangeFactory(test.app, constanta, vidin);
});
afterAll(async () => {
  await test.close();
});

const forwarding = () => test.app.get(ForwardExchange);
const exchanges = () => test.app.get(ExchangesService);
const input = async (id: string, unit: StaffActor, more: object = {}) => ({
  id,
  version: await make.version(id),
  idempotencyKey: freshKey(),
  reasonCode: '01',
  unit: unit.unitId,
  ...more,
});
/** Waits until nothing waits in the outbox. */
const delivered = async (): Promise<void> => {
  for (let look = 0; look < 100; look += 1) {
    const [waiting] = await test.behind<{ some: boolean }>(
      'select exists (select from outbox where delivered_at is null) as some',
    );
    if (waiting?.some === false) return;
    await new Promise((resume) => setTimeout(resume, 50));
  }
  throw new Error('the outbox is not delivered');
};

describe('forwarding a request', () => {
  it('gives it to the new unit with a whole term to accept, under a clause asked anew, in nobody’s hands', async () => {
    const id = await make.sent();
    await test.behind(`update exchange set due_on = '2026-01-05', replier_handler_id = $2 where id = $1`, [
      id,
      vidin.accountId,
    ]);
    const known = await forwarding().forward(
      vidin,
      await input(id, montana, { note: 'Locuiește la Montana.' }),
    );
    const { row, moves, allowances } = await exchanges().get(montana, id);
    expect(known).toEqual({ number: row.number, unitId: montana.unitId });
    expect(row).toMatchObject({ state: 'FORWARDED', dueKind: 'ACCEPT', replierHandlerId: null });
    expect(row.dueOn > '2026-01-05').toBe(true);
    expect(row.replyingUnitId).toBe(montana.unitId);
    expect(moves.at(-1)).toMatchObject({
      move: 'FORWARD',
      side: 'REPLIER',
      unitId: vidin.unitId,
      toUnitId: montana.unitId,
      reasonCode: '01',
      note: 'Locuiește la Montana.',
      agreementClause: row.agreementClause,
      stateAfter: 'FORWARDED',
    });
    expect(allowances.filter(({ allowed }) => allowed).map(({ move }) => move)).toContain('ACCEPT');
    const version = row.version;
    await test.app.get(ReplyMoves).accept(montana, { id, version, idempotencyKey: freshKey() });
    expect((await exchanges().get(constanta, id)).row.state).toBe('ACCEPTED');
  });

  it('is the last the old unit sees of it: no page, no list, no count, no row, and no way back by SQL', async () => {
    const id = await make.sent();
    const before = await exchanges().counts(vidin);
    await forwarding().forward(vidin, await input(id, montana));
    await expect(exchanges().get(vidin, id)).rejects.toMatchObject({ code: 'exchange.notFound' });
    const after = await exchanges().counts(vidin);
    expect(after.all.value).toBe(before.all.value - 1);
    for (const table of ['exchange', 'exchange_move', 'exchange_message', 'subject']) {
      const column = table === 'exchange' ? 'id' : 'exchange_id';
      expect(await test.asUnit(vidin.unitId, `select 1 from ${table} where ${column} = '${id}'`)).toEqual([]);
    }
    const back = `update exchange set replying_unit_id = '${vidin.unitId}' where id = '${id}' returning id`;
    expect(await test.asUnit(vidin.unitId, back)).toEqual([[], 0]);
  });

  it('cannot be done by an update of the app role, nor the other way round by the function', async () => {
    const id = await make.sent();
    const away = `update exchange set replying_unit_id = '${montana.unitId}' where id = '${id}'`;
    await expect(test.asUnit(vidin.unitId, away)).rejects.toMatchObject({ code: '42501' });
    const [row] = await test.behind<{ version: number }>('select version from exchange where id = $1', [id]);
    const take = (unit: string) =>
      `select soc_hand_over('${id}', ${row!.version}, '${unit}', agreement_version_id, agreement_term_id, 'x',
         '2099-01-01', now()) as done from (select null::uuid as agreement_version_id, null::uuid as agreement_term_id) t`;
    // Neither the unit that would like to have it, nor the side that asked, nor a unit abroad.
    for (const [asking, to] of [
      [montana.unitId, montana.unitId],
      [constanta.unitId, montana.unitId],
      [vidin.unitId, constanta.unitId],
      [vidin.unitId, vidin.unitId],
    ] as const)
      expect(await test.asUnit(asking, take(to))).toEqual([{ done: false }]);
  });

  it('is answered the same when the click comes twice, although the case is out of sight by then', async () => {
    const id = await make.sent();
    const once = await input(id, montana);
    const first = await forwarding().forward(vidin, once);
    expect(await forwarding().forward(vidin, once)).toEqual(first);
    const { moves } = await exchanges().get(montana, id);
    expect(moves.filter(({ move }) => move === 'FORWARD')).toHaveLength(1);
  });

  it('is told to the unit that asked and to the new one, and the old one keeps no notice of the case', async () => {
    const id = await make.sent();
    await test.app.get(OutboxRelay).start();
    await delivered();
    await forwarding().forward(vidin, await input(id, montana));
    await delivered();
    const rows = await test.behind<{ unitId: string; move: string }>(
      `select unit_id as "unitId", move from notice where exchange_id = $1 and move = 'FORWARD' order by unit_id`,
      [id],
    );
    expect(rows.map(({ unitId }) => unitId).sort()).toEqual([constanta.unitId, montana.unitId].sort());
    const seen = `select n.id from notice n join exchange e on e.id = n.exchange_id where n.exchange_id = '${id}'`;
    expect(await test.asUnit(vidin.unitId, seen)).toEqual([]);
  });
});

describe('where a request cannot go', () => {
  const attempt = async (id: string, unit: StaffActor, by: StaffActor = vidin) =>
    forwarding().forward(by, await input(id, unit));

  it('to the unit itself, abroad, or back to a unit that has forwarded it', async () => {
    const id = await make.sent();
    await expect(attempt(id, vidin)).rejects.toMatchObject({ code: 'exchange.forwardToSelf' });
    await expect(attempt(id, constanta)).rejects.toMatchObject({ code: 'exchange.forwardAbroad' });
    await attempt(id, montana);
    await attempt(id, vratsa, montana);
    for (const earlier of [vidin, montana])
      await expect(attempt(id, earlier, vratsa)).rejects.toMatchObject({ code: 'exchange.forwardedBefore' });
  });

  it('to a unit that does not handle the type, or that the agreement does not name', async () => {
    const id = await make.sent();
    await test.behind(`delete from unit_competence where unit_id = $1 and exchange_type = 'EX02'`, [
      vratsa.unitId,
    ]);
    await expect(attempt(id, vratsa)).rejects.toMatchObject({ code: 'exchange.unitNotCompetent' });
    await test.behind(`insert into unit_competence (unit_id, exchange_type) values ($1, 'EX02')`, [
      vratsa.unitId,
    ]);
    await test.behind('update unit set parent_id = null where id = $1', [vratsa.unitId]);
    await expect(attempt(id, vratsa)).rejects.toMatchObject({ code: 'agreement.replierOutside' });
  });

  it('without a reason of the list, "other" without a word, once accepted, or by the side that asked', async () => {
    const id = await make.sent();
    const go = async (by: StaffActor, more: object) =>
      forwarding().forward(by, await input(id, montana, more));
    await expect(go(vidin, { reasonCode: '42' })).rejects.toMatchObject({ code: 'exchange.reasonUnknown' });
    await expect(go(vidin, { reasonCode: '99' })).rejects.toMatchObject({
      code: 'exchange.explanationMissing',
    });
    await expect(go(constanta, {})).rejects.toMatchObject({ code: 'exchange.notYourSide' });
    await expect(attempt(await make.accepted(), montana)).rejects.toMatchObject({
      code: 'exchange.moveNotPossible',
    });
  });

  it('and accepted at the same moment: one of the two happens, and the other hears that it is gone', async () => {
    const id = await make.sent();
    const version = await make.version(id);
    const results = await Promise.allSettled([
      forwarding().forward(vidin, await input(id, montana)),
      test.app.get(ReplyMoves).accept(vidin, { id, version, idempotencyKey: freshKey() }),
    ]);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(['exchange.notFound', 'exchange.changedMeanwhile']).toContain(
      (refused[0]?.reason as { code?: string }).code,
    );
  });
});

describe('the trail of a forwarded request', () => {
  it('holds one event for the move, with the old unit’s name on it', async () => {
    const id = await make.sent();
    await forwarding().forward(vidin, await input(id, montana));
    const events = await test.behind<{ outcome: string; unitId: string }>(
      `select outcome, unit_id as "unitId" from audit_event where action = 'exchange.forward' and resource_id = $1`,
      [id],
    );
    expect(events).toEqual([{ outcome: 'ALLOWED', unitId: vidin.unitId }]);
    // The product itself still finds the case: what was forwarded is not lost.
    expect((await exchanges().get(systemActor('test'), id)).row.replyingUnitId).toBe(montana.unitId);
  });
});
