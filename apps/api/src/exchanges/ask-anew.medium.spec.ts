import { testApp, type TestApp } from '../../test/support/app';
import { freshKey } from '../../test/support/browser';
import { ExchangeFactory } from '../../test/support/exchange-factory';
import type { StaffActor } from '../platform/context';
import { OutboxRelay } from '../platform/outbox';
import { ExchangesService } from './exchanges.service';
import { AskAnew } from './moves/ask-anew';
import { CloseExchange } from './moves/close-exchange';
import { ReplyMoves } from './moves/reply-moves';
import { SendExchange } from './moves/send-exchange';
import { NoticesService } from './notices/notices.service';
import { RelatedCases } from './related-cases';

let test: TestApp;
let make: ExchangeFactory;
let elena: StaffActor;
let radu: StaffActor;
let maria: StaffActor;

beforeAll(async () => {
  test = await testApp();
  elena = await test.actor('elena.popescu@ct.ajpis.example');
  radu = await test.actor('radu.ionescu@ct.ajpis.example', 'RO-AJPIS-CT');
  maria = await test.actor('maria.ivanova@dob.asp.example');
  make = new ExchangeFactory(test.app, elena, maria);
  await test.app.get(OutboxRelay).start();
});
afterAll(async () => {
  await test.close();
});

const anew = () => test.app.get(AskAnew);
const viewed = (actor: StaffActor, id: string) => test.app.get(ExchangesService).get(actor, id);
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

describe('a request about the wrong person', () => {
  it('is void for both sides, and the same is asked anew about nobody yet', async () => {
    const id = await make.accepted();
    const draftId = await anew().ask(elena, await input(id, { note: 'Persoană greșită.' }));
    const old = await viewed(maria, id);
    expect(old.row).toMatchObject({ state: 'INVALIDATED', dueKind: null });
    expect(old.moves.at(-1)).toMatchObject({
      move: 'ASK_ANEW',
      side: 'REQUESTER',
      note: 'Persoană greșită.',
    });
    // What was asked stays to be read and proved; nobody answers it any more.
    expect(old.messages[0]?.content?.['address']).toMatchObject({ locality: 'Добрич' });
    expect(old.person?.row.familyName).toBe('Щерев');
    expect(old.allowances.filter(({ allowed }) => allowed)).toEqual([]);
    const { row, draft, moves } = await viewed(elena, draftId);
    expect(row).toMatchObject({
      state: 'DRAFT',
      number: null,
      typeCode: 'EX02',
      replyingUnitId: maria.unitId,
      urgency: 'NORMAL',
      insteadOfId: id,
    });
    expect(moves.map(({ move }) => move)).toEqual(['OPEN']);
    expect(draft?.subject).toEqual({});
    expect(draft?.content).toEqual({
      purpose: 'NEW_APPLICATION',
      period: { from: '2025-01-01', to: '2025-12-31' },
      questions: {
        Q1: { asked: true, purpose: 'NEW_APPLICATION' },
        Q2: { asked: true, purpose: 'NEW_APPLICATION' },
      },
    });
  });

  it('leaves nothing of the person in the new draft: no name, no number, no address, no file number', async () => {
    const id = await make.sent();
    await test.behind(
      `update exchange set national_file_number = 'CT-77', urgency = 'URGENT', urgency_reason = 'e bolnav' where id = $1`,
      [id],
    );
    const draftId = await anew().ask(elena, await input(id));
    const view = await viewed(elena, draftId);
    const all = JSON.stringify([view.row, view.draft]);
    for (const trace of ['Щерев', 'Христо', '7730159420', 'Дунав', 'CT-77', 'bolnav'])
      expect(all).not.toContain(trace);
    expect(view.row.urgency).toBe('URGENT');
  });

  it('cannot leave before somebody else is entered and every check is passed anew', async () => {
    const draftId = await anew().ask(elena, await input(await make.sent()));
    await expect(test.app.get(SendExchange).send(elena, { ...(await input(draftId)) })).rejects.toMatchObject(
      { code: 'exchange.contentInvalid' },
    );
  });

  it('is asked about anew once, however often it is said, and the other side hears of it once', async () => {
    const id = await make.sent();
    const once = await input(id);
    const first = await anew().ask(elena, once);
    expect(await anew().ask(elena, once)).toBe(first);
    await expect(anew().ask(elena, await input(id))).rejects.toMatchObject({
      code: 'exchange.moveNotPossible',
    });
    const drafts = await test.behind('select id from exchange where instead_of_id = $1', [id]);
    expect(drafts).toHaveLength(1);
    const events = await test.behind(
      `select 1 from audit_event where resource_id = $1 and outcome = 'ALLOWED' and action ilike '%ask%anew%'`,
      [id],
    );
    expect(events).toHaveLength(1);
    await deliver();
    const told = (await test.app.get(NoticesService).list(maria, { first: 50 })).edges.filter(
      ({ node }) => node.exchangeId === id && node.move === 'ASK_ANEW',
    );
    expect(told).toHaveLength(1);
  });

  it('can be found out after the answer, and after the case was closed', async () => {
    for (const id of [await make.answered(), await make.closed()]) {
      const draftId = await anew().ask(elena, await input(id));
      expect((await viewed(elena, id)).row.state).toBe('INVALIDATED');
      expect((await viewed(elena, draftId)).row.state).toBe('DRAFT');
    }
    const refused = await make.sent();
    await test.app.get(ReplyMoves).refuse(maria, { ...(await input(refused)), reasonCode: '01' });
    await anew().ask(elena, await input(refused));
  });

  it('is the requester’s to ask anew about, while there is something to ask anew', async () => {
    const id = await make.accepted();
    await expect(anew().ask(maria, await input(id))).rejects.toMatchObject({ code: 'exchange.notYourSide' });
    await expect(anew().ask(radu, await input(id))).rejects.toMatchObject({ code: 'exchange.roleMissing' });
    await expect(anew().ask(elena, await input(await make.draft()))).rejects.toMatchObject({
      code: 'exchange.moveNotPossible',
    });
    const { allowances } = await viewed(elena, id);
    expect(allowances.find(({ move }) => move === 'ASK_ANEW')?.allowed).toBe(true);
  });

  it('stays as it is where the new one may not be opened: nothing is void without its way on', async () => {
    const id = await make.sent();
    const version = await make.version(id);
    const andrei = await test.actor('andrei.marin@ct.ajpis.example');
    await expect(anew().ask(andrei, await input(id))).rejects.toMatchObject({
      code: 'exchange.certificateMissing',
    });
    expect((await viewed(elena, id)).row).toMatchObject({ state: 'SENT', version });
  });
});

describe('the way from one case to the other', () => {
  const related = () => test.app.get(RelatedCases);

  it('is shown to the unit that asks and to nobody else', async () => {
    const id = await make.accepted();
    const draftId = await anew().ask(elena, await input(id));
    const [old, draft] = [(await viewed(elena, id)).row, (await viewed(elena, draftId)).row];
    expect(await related().askedAnew(elena, old)).toMatchObject({ id: draftId, state: 'DRAFT' });
    expect(await related().insteadOf(elena, draft)).toMatchObject({ id, number: old.number });
    expect(await related().askedAnew(maria, old)).toBeNull();
    expect(await related().insteadOf(maria, { ...draft, replyingUnitId: maria.unitId })).toBeNull();
    expect(await related().insteadOf(elena, old)).toBeNull();
  });

  it('ends where the new draft was given up', async () => {
    const id = await make.closed();
    const draftId = await anew().ask(elena, await input(id));
    await test.app.get(CloseExchange).discard(elena, await input(draftId));
    expect(await related().askedAnew(elena, (await viewed(elena, id)).row)).toBeNull();
  });
});
