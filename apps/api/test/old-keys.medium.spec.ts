import { DraftsService, SendExchange } from '../src/exchanges';
import { systemActor } from '../src/platform/context';
import { UnitOfWork } from '../src/platform/database';
import { IdempotencyRepository } from '../src/platform/idempotency/idempotency.repository';
import { freshKey } from './support/browser';
import { ExchangeFactory } from './support/exchange-factory';
import { type TestApp, testApp } from './support/app';

const HALF_A_YEAR_MS = 180 * 86_400_000;

describe('a key that was forgotten, half a year after its act', () => {
  let test: TestApp;
  let make: ExchangeFactory;
  beforeAll(async () => {
    test = await testApp();
    const [constanta, dobrich] = await Promise.all([
      test.actor('elena.popescu@ct.ajpis.example'),
      test.actor('maria.ivanova@dob.asp.example'),
    ]);
    make = new ExchangeFactory(test.app, constanta, dobrich);
  });
  afterAll(() => test.close());

  /** Lets the time go by for keys alone, and does what the housekeeping does every night. */
  const forget = async (): Promise<void> => {
    await test.behind(`update idempotency_key set created_at = created_at - interval '181 days'`);
    const before = new Date(Date.now() - HALF_A_YEAR_MS);
    await test.app
      .get(UnitOfWork)
      .run(systemActor('housekeeping'), () => test.app.get(IdempotencyRepository).forgetBefore(before));
  };

  it('does not send a request twice: the version it was sent with is long over', async () => {
    const input = { id: await make.draft(), version: 1, idempotencyKey: freshKey() };
    const send = () => test.app.get(SendExchange).send(make.requester, input);
    const sent = await send();
    expect(await send()).toBe(sent);
    await forget();
    await expect(send()).rejects.toMatchObject({ code: 'exchange.changedMeanwhile' });
    const moves = await test.behind('select 1 from exchange_move where exchange_id = $1 and move = $2', [
      sent,
      'SEND',
    ]);
    expect(moves).toHaveLength(1);
  });

  it('is a new act where nothing was there before: another draft', async () => {
    const input = { idempotencyKey: freshKey(), type: 'EX02', replyingUnit: make.replier.unitId };
    const open = () => test.app.get(DraftsService).open(make.requester, input);
    const first = await open();
    expect(await open()).toBe(first);
    await forget();
    expect(await open()).not.toBe(first);
  });
});
