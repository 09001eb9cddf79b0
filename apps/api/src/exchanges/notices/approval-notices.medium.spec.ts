import type { NoticeList } from '@soc-coop/contracts';
import { testApp, type TestApp } from '../../../test/support/app';
import { freshKey } from '../../../test/support/browser';
import { ANSWER, ExchangeFactory, requestOf } from '../../../test/support/exchange-factory';
import type { StaffActor } from '../../platform/context';
import { OutboxRelay } from '../../platform/outbox';
import { ApprovalMoves } from '../moves/approval-moves';
import { CorrectionApprovals } from '../moves/correction-approvals';
import { NoticesService } from './notices.service';

let test: TestApp;
let make: ExchangeFactory;
/** Writes for Constanța. */
let elena: StaffActor;
/** Writes there too, and approves. */
let ioana: StaffActor;
/** Approves or coordinates there. */
let radu: StaffActor;
let andrei: StaffActor;
let maria: StaffActor;
let nikolay: StaffActor;

beforeAll(async () => {
  test = await testApp();
  elena = await test.actor('elena.popescu@ct.ajpis.example');
  ioana = await test.actor('ioana.dumitru@ct.ajpis.example');
  radu = await test.actor('radu.ionescu@ct.ajpis.example', 'RO-AJPIS-CT');
  andrei = await test.actor('andrei.marin@ct.ajpis.example');
  maria = await test.actor('maria.ivanova@dob.asp.example');
  nikolay = await test.actor('nikolay.stoyanov@dob.asp.example');
  make = new ExchangeFactory(test.app, elena, maria);
  await test.app.get(OutboxRelay).start();
});
afterAll(async () => {
  await test.close();
});

const approvals = () => test.app.get(ApprovalMoves);
const corrections = () => test.app.get(CorrectionApprovals);
const asking = (unit: StaffActor, asks: boolean) =>
  test.behind('update unit set four_eyes = $2 where id = $1', [unit.unitId, asks]);
const input = async (id: string, more: object = {}) => ({
  id,
  version: await make.version(id),
  idempotencyKey: freshKey(),
  ...more,
});
const deliver = async (): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await test.behind('select 1 from outbox where delivered_at is null')).length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the outbox is not delivered');
};
const told = async (who: StaffActor, id: string, list: NoticeList = 'ALL'): Promise<(string | null)[]> => {
  await deliver();
  const { edges } = await test.app.get(NoticesService).list(who, { first: 100 }, list);
  return edges.filter(({ node }) => node.exchangeId === id).map(({ node }) => node.move);
};

describe('what a unit with a second pair of eyes is told', () => {
  beforeAll(async () => {
    await asking(elena, true);
    await asking(maria, true);
  });

  it('is that a request waits: those who may approve, not who wrote, and not the other side', async () => {
    const id = await make.draft();
    await approvals().submit(elena, await input(id));
    expect(await told(ioana, id, 'NEEDS_ME')).toEqual(['SUBMIT']);
    expect(await told(radu, id, 'UNSEEN')).toEqual(['SUBMIT']);
    for (const nobody of [elena, andrei, maria, nikolay]) expect(await told(nobody, id)).toEqual([]);
  });

  it('is nothing to approvers who wrote or submitted it themselves', async () => {
    const opened = await new ExchangeFactory(test.app, ioana, maria).draft();
    await approvals().submit(elena, await input(opened));
    const submitted = await make.draft();
    await approvals().submit(ioana, await input(submitted));
    for (const id of [opened, submitted]) {
      expect(await told(ioana, id)).toEqual([]);
      expect(await told(radu, id)).toEqual(['SUBMIT']);
    }
  });

  it('is how it was decided: the author alone; the other approvers have nothing new any more', async () => {
    const id = await make.draft();
    await approvals().submit(elena, await input(id));
    expect(await told(ioana, id, 'UNSEEN')).toEqual(['SUBMIT']);
    await approvals().sendBack(radu, await input(id, { note: 'Lipsește strada.', reasonCode: undefined }));
    expect(await told(elena, id, 'UNSEEN')).toEqual(['SEND_BACK']);
    expect(await told(ioana, id, 'UNSEEN')).toEqual([]);
    await approvals().submit(elena, await input(id));
    await approvals().approve(radu, await input(id));
    expect(await told(elena, id, 'NEEDS_ME')).toEqual(['APPROVE', 'SEND_BACK']);
    expect(await told(radu, id, 'UNSEEN')).toEqual([]);
    expect(await told(maria, id)).toEqual([]);
  });

  it('is the same of answers, on the side that answers', async () => {
    await asking(elena, false);
    const id = await make.accepted();
    await approvals().submitAnswer(maria, (await input(id, ANSWER)) as never);
    expect(await told(nikolay, id, 'NEEDS_ME')).toContain('SUBMIT_ANSWER');
    expect(await told(maria, id)).not.toContain('SUBMIT_ANSWER');
    expect(await told(radu, id)).not.toContain('SUBMIT_ANSWER');
    await approvals().approveAnswer(nikolay, await input(id));
    expect(await told(maria, id, 'UNSEEN')).toContain('APPROVE_ANSWER');
    await asking(elena, true);
  });

  it('is the same of corrections, which need their approver whoever’s turn it is', async () => {
    await asking(elena, false);
    const id = await make.accepted();
    await asking(elena, true);
    const { content } = requestOf({
      address: { country: 'BG', locality: 'Добрич', street: 'ул. „Дунав“ 21' },
    });
    await corrections().submit(elena, { ...(await input(id)), content, note: 'Strada era greșită.' });
    expect(await told(radu, id, 'NEEDS_ME')).toContain('SUBMIT_CORRECTION');
    expect(await told(elena, id)).not.toContain('SUBMIT_CORRECTION');
    await corrections().approve(radu, await input(id));
    expect(await told(elena, id)).toContain('APPROVE_CORRECTION');
    expect(await told(radu, id, 'NEEDS_ME')).not.toContain('SUBMIT_CORRECTION');
    // The other side hears of the correction, once it has left.
    expect((await told(maria, id)).filter((move) => move?.includes('CORRECT'))).toEqual(['CORRECT']);
  });

  it('is told once, however often the signal comes', async () => {
    const id = await make.draft();
    await approvals().submit(elena, await input(id));
    await deliver();
    await test.behind(`update outbox set delivered_at = null where key = $1`, [id]);
    // Whatever is put into the outbox next wakes the relay.
    await make.draft();
    expect(await told(radu, id)).toEqual(['SUBMIT']);
  });
});
