import { testApp, type TestApp } from '../../../test/support/app';
import { freshKey } from '../../../test/support/browser';
import { ExchangeFactory } from '../../../test/support/exchange-factory';
import { OutboxRelay } from '../../platform/outbox';
import type { StaffActor } from '../../platform/context';
import { NoticesService } from './notices.service';

let test: TestApp;
let make: ExchangeFactory;
let constanta: StaffActor;
let dobrich: StaffActor;

beforeAll(async () => {
  test = await testApp();
  constanta = await test.actor('elena.popescu@ct.ajpis.example');
  dobrich = await test.actor('maria.ivanova@dob.asp.example');
  make = new ExchangeFactory(test.app, constanta, dobrich);
  await test.app.get(OutboxRelay).start();
});
afterAll(async () => {
  await test.close();
});

const service = () => test.app.get(NoticesService);
const deliver = async (): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await test.behind('select 1 from outbox where delivered_at is null')).length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the outbox is not delivered');
};
const page = (list: 'ALL' | 'UNSEEN' | 'NEEDS_ME', first = 100, after: string | null = null) =>
  service().list(dobrich, { first, after }, list);
const ids = async (list: 'ALL' | 'UNSEEN' | 'NEEDS_ME') =>
  (await page(list)).edges.map(({ node }) => node.exchangeId);

describe('the notices of a unit', () => {
  it('that need it are those whose case waits for its side now', async () => {
    const waits = await make.sent();
    const answered = await make.answered();
    await deliver();
    const needed = await ids('NEEDS_ME');
    expect(needed).toContain(waits);
    expect(needed).not.toContain(answered);
    expect(await ids('ALL')).toEqual(expect.arrayContaining([waits, answered]));
  });

  it('are marked one by one, and taken back', async () => {
    const id = await make.sent();
    await deliver();
    const [edge] = (await page('UNSEEN')).edges.filter(({ node }) => node.exchangeId === id);
    const named = [edge!.node.id];
    expect(await service().markSeen(dobrich, named, freshKey())).toBe(1);
    expect(await ids('UNSEEN')).not.toContain(id);
    expect(await service().markUnseen(dobrich, named, freshKey())).toBe(1);
    expect(await ids('UNSEEN')).toContain(id);
  });

  it('that were marked at once are taken back together, and no others', async () => {
    const early = await make.sent();
    await deliver();
    const [first] = (await page('UNSEEN')).edges;
    await service().markSeen(dobrich, [first!.node.id], freshKey());
    const others = [await make.sent(), await make.sent()];
    await deliver();
    const newest = (await page('ALL', 1)).edges[0]!.node.at;
    const marked = await service().markSeen(dobrich, newest, freshKey());
    expect(marked).toBeGreaterThanOrEqual(2);
    expect(await ids('UNSEEN')).toEqual([]);
    const { seenAt } = (await page('ALL', 1)).edges[0]!.node;
    expect(await service().markUnseen(dobrich, seenAt!, freshKey())).toBe(marked);
    expect(await ids('UNSEEN')).toEqual(expect.arrayContaining(others));
    expect((await page('UNSEEN')).edges.map(({ node }) => node.id)).not.toContain(first!.node.id);
    expect(early).not.toBe('');
  });

  it("are no other unit's to mark", async () => {
    const id = await make.sent();
    await deliver();
    const [edge] = (await page('UNSEEN')).edges.filter(({ node }) => node.exchangeId === id);
    expect(await service().markSeen(constanta, [edge!.node.id], freshKey())).toBe(0);
    expect(await ids('UNSEEN')).toContain(id);
  });

  it('come page by page, each once', async () => {
    const first = await page('ALL', 2);
    const second = await page('ALL', 2, first.edges.at(-1)!.cursor);
    const seen = [...first.edges, ...second.edges].map(({ node }) => node.id);
    expect(new Set(seen).size).toBe(4);
    expect(first.hasNextPage).toBe(true);
  });
});
