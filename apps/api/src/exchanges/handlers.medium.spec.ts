import { isInternalMove } from '@soc-coop/contracts';
import { testApp, type TestApp } from '../../test/support/app';
import { Browser, freshKey } from '../../test/support/browser';
import { demoSignIn } from '../../test/support/demonstration';
import { ExchangeFactory } from '../../test/support/exchange-factory';
import type { StaffActor } from '../platform/context';
import { ExchangesService } from './exchanges.service';
import { HandlerMoves } from './moves/handler-moves';

let test: TestApp;
let make: ExchangeFactory;
const people = {} as Record<
  'elena' | 'andrei' | 'ioana' | 'radu' | 'maria' | 'ivan' | 'gergana' | 'florin' | 'petar' | 'carmen',
  StaffActor
>;

beforeAll(async () => {
  test = await testApp();
  const [ct, dob] = ['ct.ajpis.example', 'dob.asp.example'];
  people.elena = await test.actor(`elena.popescu@${ct}`);
  people.andrei = await test.actor(`andrei.marin@${ct}`);
  people.ioana = await test.actor(`ioana.dumitru@${ct}`);
  people.radu = await test.actor(`radu.ionescu@${ct}`, 'RO-AJPIS-CT');
  people.maria = await test.actor(`maria.ivanova@${dob}`);
  people.ivan = await test.actor(`ivan.petrov@${dob}`);
  people.gergana = await test.actor(`gergana.dimitrova@${dob}`);
  people.florin = await test.actor('florin.voicu@anpis.example');
  people.petar = await test.actor('petar.kolev@asp.example');
  people.carmen = await test.actor('carmen.ilie@anpis.example');
  make = new ExchangeFactory(test.app, people.elena, people.maria);
});
afterAll(async () => {
  await test.close();
});

const handlers = () => test.app.get(HandlerMoves);
const exchanges = () => test.app.get(ExchangesService);
const input = async (id: string) => ({ id, version: await make.version(id), idempotencyKey: freshKey() });
const assign = async (by: StaffActor, id: string, to: StaffActor) =>
  handlers().assign(by, { ...(await input(id)), handler: to.accountId });

describe('putting an officer in charge', () => {
  it('is what the coordinator of the unit does on the own side, and the clock and the state stay', async () => {
    const id = await make.accepted();
    const before = (await exchanges().get(people.maria, id)).row;
    await assign(people.gergana, id, people.ivan);
    const { row, moves } = await exchanges().get(people.maria, id);
    expect(row).toMatchObject({
      replierHandlerId: people.ivan.accountId,
      requesterHandlerId: people.elena.accountId,
      state: before.state,
      stateSince: before.stateSince,
      dueOn: before.dueOn,
    });
    expect(moves.at(-1)).toMatchObject({
      move: 'ASSIGN',
      side: 'REPLIER',
      accountId: people.gergana.accountId,
      toAccountId: people.ivan.accountId,
      internal: true,
    });
  });

  it('is what a national coordinator does for the side of the own country, and nothing else there', async () => {
    const id = await make.sent();
    const { side, allowances } = await exchanges().get(people.petar, id);
    expect(side).toBeNull();
    expect(allowances).toEqual([{ move: 'ASSIGN', allowed: true, refusals: [] }]);
    await assign(people.petar, id, people.ivan);
    await assign(people.florin, id, people.ioana);
    const { row, moves } = await exchanges().get(people.carmen, id);
    expect(row).toMatchObject({
      replierHandlerId: people.ivan.accountId,
      requesterHandlerId: people.ioana.accountId,
    });
    expect(moves.slice(-2).map(({ side: by, move }) => [by, move])).toEqual([
      ['REPLIER', 'ASSIGN'],
      ['REQUESTER', 'ASSIGN'],
    ]);
    await expect(assign(people.petar, id, people.andrei)).rejects.toMatchObject({
      code: 'exchange.handlerNotEligible',
    });
  });

  it('goes to an active officer of that unit with a working role, and to nobody else', async () => {
    const id = await make.accepted();
    for (const wrong of [people.elena, people.radu])
      await expect(assign(people.gergana, id, wrong)).rejects.toMatchObject({
        code: 'exchange.handlerNotEligible',
      });
    // An approver reads and approves; he is in charge of no case.
    await expect(assign(people.ioana, id, people.radu)).rejects.toMatchObject({
      code: 'exchange.handlerNotEligible',
    });
    await test.behind('update account set active = false where id = $1', [people.andrei.accountId]);
    await expect(assign(people.ioana, id, people.andrei)).rejects.toMatchObject({
      code: 'exchange.handlerNotEligible',
    });
    await test.behind('update account set active = true where id = $1', [people.andrei.accountId]);
    await assign(people.ioana, id, people.andrei);
    await expect(assign(people.ioana, id, people.andrei)).rejects.toMatchObject({
      code: 'exchange.alreadyHandler',
    });
  });

  it('is not for caseworkers, who take over themselves', async () => {
    const id = await make.accepted();
    await expect(assign(people.elena, id, people.andrei)).rejects.toMatchObject({
      code: 'exchange.roleMissing',
      params: { roles: ['UNIT_COORDINATOR', 'NATIONAL_COORDINATOR'] },
    });
    await handlers().takeOver(people.andrei, await input(id));
    expect((await exchanges().get(people.elena, id)).row.requesterHandlerId).toBe(people.andrei.accountId);
    await expect(handlers().takeOver(people.andrei, await input(id))).rejects.toMatchObject({
      code: 'exchange.alreadyHandler',
    });
    await expect(handlers().takeOver(people.radu, await input(id))).rejects.toMatchObject({
      code: 'exchange.roleMissing',
    });
  });

  it('is done by one of two officers who take over at once; the other hears that it changed', async () => {
    const id = await make.accepted();
    const version = await make.version(id);
    const results = await Promise.allSettled(
      [people.ivan, people.gergana].map((officer) =>
        handlers().takeOver(officer, { id, version, idempotencyKey: freshKey() }),
      ),
    );
    const [refused] = results.filter((result) => result.status === 'rejected');
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(refused?.reason).toMatchObject({ code: 'exchange.changedMeanwhile' });
    const { moves } = await exchanges().get(people.maria, id);
    expect(moves.filter(({ move }) => move === 'TAKE_OVER')).toHaveLength(1);
  });

  it('while a question is open does not shorten the pause', async () => {
    const id = await make.accepted();
    await test.behind(
      `update exchange set state = 'CLARIFICATION', state_since = '2026-01-05' where id = $1`,
      [id],
    );
    await handlers().takeOver(people.ivan, await input(id));
    const [row] = await test.behind<{ since: string }>(
      `select state_since::date::text as since from exchange where id = $1`,
      [id],
    );
    expect(row?.since).toBe('2026-01-05');
  });
});

describe('what a side does in its own house', () => {
  it('is seen by that side, its national coordinator and auditors, and by nobody of the other side', async () => {
    const id = await make.sent();
    await assign(people.gergana, id, people.ivan);
    await handlers().takeOver(people.andrei, await input(id));
    const inner = async (actor: StaffActor) =>
      (await exchanges().get(actor, id)).moves
        .filter(({ move }) => isInternalMove(move))
        .map(({ move }) => move);
    expect(await inner(people.elena)).toEqual(['TAKE_OVER']);
    expect(await inner(people.florin)).toEqual(['TAKE_OVER']);
    expect(await inner(people.maria)).toEqual(['ASSIGN']);
    expect(await inner(people.petar)).toEqual(['ASSIGN']);
    expect(await inner(people.carmen)).toEqual(['ASSIGN', 'TAKE_OVER']);
  });

  it('is hidden by row-level security too, and no number is missing where it happened', async () => {
    const id = await make.sent();
    await assign(people.gergana, id, people.ivan);
    const rows = await test.asUnit<{ move: string }>(
      people.elena.unitId,
      `select move from exchange_move where exchange_id = '${id}' order by sequence`,
    );
    expect(rows.map(({ move }) => move)).toEqual(['OPEN', 'SEND']);
    // The next move of the side that does not see it still finds its place.
    await handlers().takeOver(people.andrei, await input(id));
    const browser = new Browser(test.app);
    const me = demoSignIn('elena.popescu@ct.ajpis.example');
    await browser.signIn(me.email, me.password);
    const { data } = await browser.graphql<{
      exchange: { handler: { id: string }; timeline: { sequence: number; move: string }[] };
    }>('query($id: ID!) { exchange(id: $id) { handler { id } timeline { sequence move } } }', { id });
    expect(data?.exchange.timeline).toEqual([
      { sequence: 1, move: 'OPEN' },
      { sequence: 2, move: 'SEND' },
      { sequence: 3, move: 'TAKE_OVER' },
    ]);
    // Whom Dobrich has put in charge before it accepted is its own business.
    expect(data?.exchange.handler.id).toBe(people.andrei.accountId);
  });

  it('is told to nobody', async () => {
    const id = await make.accepted();
    await assign(people.gergana, id, people.ivan);
    const rows = await test.behind(`select 1 from notice where exchange_id = $1 and move = 'ASSIGN'`, [id]);
    expect(rows).toEqual([]);
  });
});
