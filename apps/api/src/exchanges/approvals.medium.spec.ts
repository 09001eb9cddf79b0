import { testApp, type TestApp } from '../../test/support/app';
import { freshKey } from '../../test/support/browser';
import { ANSWER, ExchangeFactory, requestOf } from '../../test/support/exchange-factory';
import type { StaffActor } from '../platform/context';
import { DraftsService } from './drafts.service';
import { ExchangesService } from './exchanges.service';
import { ApprovalMoves } from './moves/approval-moves';
import { ReplyMoves } from './moves/reply-moves';
import { SendExchange } from './moves/send-exchange';

let test: TestApp;
let make: ExchangeFactory;
let elena: StaffActor;
let ioana: StaffActor;
let radu: StaffActor;
let maria: StaffActor;
let ivan: StaffActor;
let nikolay: StaffActor;
let carmen: StaffActor;

beforeAll(async () => {
  test = await testApp();
  elena = await test.actor('elena.popescu@ct.ajpis.example');
  ioana = await test.actor('ioana.dumitru@ct.ajpis.example');
  radu = await test.actor('radu.ionescu@ct.ajpis.example', 'RO-AJPIS-CT');
  maria = await test.actor('maria.ivanova@dob.asp.example');
  ivan = await test.actor('ivan.petrov@dob.asp.example');
  nikolay = await test.actor('nikolay.stoyanov@dob.asp.example');
  carmen = await test.actor('carmen.ilie@anpis.example');
  make = new ExchangeFactory(test.app, elena, maria);
});
afterAll(async () => {
  await test.close();
});

const approvals = () => test.app.get(ApprovalMoves);
const exchanges = () => test.app.get(ExchangesService);
const drafts = () => test.app.get(DraftsService);
const input = async (id: string, more: object = {}) => ({
  id,
  version: await make.version(id),
  idempotencyKey: freshKey(),
  ...more,
});
const asking = (unit: StaffActor, asks: boolean) =>
  test.behind('update unit set four_eyes = $2 where id = $1', [unit.unitId, asks]);
const save = async (by: StaffActor, id: string, street: string) =>
  drafts().saveRequest(by, {
    ...(await input(id)),
    replyingUnit: maria.unitId,
    ...requestOf({ address: { country: 'BG', locality: 'Добрич', street } }),
  });
const send = async (by: StaffActor, id: string) => test.app.get(SendExchange).send(by, await input(id));
const answer = async (by: StaffActor, id: string, more: object = {}) =>
  test.app.get(ReplyMoves).answer(by, { ...(await input(id)), ...ANSWER, ...more });
const needsMe = async (actor: StaffActor): Promise<string[]> => {
  const page = await exchanges().list(actor, 'NEEDS_ME', {}, { first: 100 });
  return page.edges.map(({ node }) => node.row.id);
};
const may = async (actor: StaffActor, id: string, move: string): Promise<boolean> =>
  (await exchanges().get(actor, id)).allowances.some((item) => item.move === move && item.allowed);

describe('a request of a unit that asks for a second pair of eyes', () => {
  beforeAll(async () => {
    await asking(elena, true);
  });
  afterAll(async () => {
    await asking(elena, false);
  });

  it('leaves only as it was approved: submitted, approved, sent', async () => {
    const id = await make.draft();
    await expect(send(elena, id)).rejects.toMatchObject({
      code: 'exchange.approvalAskedByUnit',
      params: { unit: 'RO-AJPIS-CT' },
    });
    await approvals().submit(elena, await input(id));
    expect((await exchanges().get(elena, id)).row).toMatchObject({
      state: 'PENDING_APPROVAL',
      requestApproval: 'PENDING',
    });
    await expect(send(elena, id)).rejects.toMatchObject({ code: 'exchange.approvalAskedByUnit' });
    await approvals().approve(radu, await input(id));
    const approved = await exchanges().get(elena, id);
    expect(approved.row).toMatchObject({ state: 'PENDING_APPROVAL', requestApproval: 'APPROVED' });
    const hash = approved.moves.at(-1)?.contentSha256;
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(approved.draft).toMatchObject({ approvedBy: radu.accountId, approvedSha256: hash });
    await send(elena, id);
    const { row, moves } = await exchanges().get(elena, id);
    expect(row).toMatchObject({ state: 'SENT', requestApproval: null });
    expect(moves.map(({ move }) => move)).toEqual(['OPEN', 'SUBMIT', 'APPROVE', 'SEND']);
    // The other side sees a request that was sent, and nothing of how it came about.
    expect((await exchanges().get(maria, id)).moves.map(({ move }) => move)).toEqual(['OPEN', 'SEND']);
    expect((await exchanges().get(carmen, id)).moves).toHaveLength(4);
  });

  it('is not edited while it waits, nor after it was approved', async () => {
    const id = await make.draft();
    await approvals().submit(elena, await input(id));
    await expect(save(elena, id, 'ул. „Друга“ 1')).rejects.toMatchObject({
      code: 'exchange.moveNotPossible',
    });
    await approvals().approve(radu, await input(id));
    await expect(save(elena, id, 'ул. „Друга“ 1')).rejects.toMatchObject({
      code: 'exchange.moveNotPossible',
    });
  });

  it('does not leave when what lies in the table is not what was approved', async () => {
    const id = await make.draft();
    await approvals().submit(elena, await input(id));
    await approvals().approve(radu, await input(id));
    await test.behind(`update exchange set urgency = 'URGENT', urgency_reason = 'altceva' where id = $1`, [
      id,
    ]);
    await expect(send(elena, id)).rejects.toMatchObject({ code: 'exchange.approvedOtherwise' });
  });

  it('is sent, once approved, only by an officer who is certified on that day', async () => {
    const id = await make.draft();
    await approvals().submit(elena, await input(id));
    await approvals().approve(radu, await input(id));
    const revoke = (day: string) =>
      test.behind(`update certificate set revoked_on = ${day} where account_id = $1`, [elena.accountId]);
    await revoke('issued_on');
    try {
      await expect(send(elena, id)).rejects.toMatchObject({ code: 'exchange.certificateMissing' });
      await send(ioana, id);
    } finally {
      await revoke('null');
    }
  });

  it('is approved by nobody who opened it, wrote in it or submitted it', async () => {
    const opened = await new ExchangeFactory(test.app, ioana, maria).draft();
    await approvals().submit(elena, await input(opened));
    await expect(approvals().approve(ioana, await input(opened))).rejects.toMatchObject({
      code: 'exchange.ownDraft',
    });
    const written = await make.draft();
    await save(ioana, written, 'ул. „Дунав“ 14');
    await save(elena, written, 'ул. „Дунав“ 16');
    await approvals().submit(elena, await input(written));
    await expect(approvals().approve(ioana, await input(written))).rejects.toMatchObject({
      code: 'exchange.ownDraft',
    });
    const submitted = await make.draft();
    await approvals().submit(ioana, await input(submitted));
    await expect(approvals().approve(ioana, await input(submitted))).rejects.toMatchObject({
      code: 'exchange.ownDraft',
    });
    await approvals().approve(radu, await input(submitted));
    expect(await may(ioana, written, 'APPROVE')).toBe(false);
    expect(await may(radu, written, 'APPROVE')).toBe(true);
  });

  it('is approved by approvers and coordinators of the unit alone', async () => {
    const id = await make.draft();
    await approvals().submit(elena, await input(id));
    const andrei = await test.actor('andrei.marin@ct.ajpis.example');
    await expect(approvals().approve(andrei, await input(id))).rejects.toMatchObject({
      code: 'exchange.roleMissing',
      params: { roles: ['APPROVER', 'UNIT_COORDINATOR'] },
    });
    await expect(approvals().approve(nikolay, await input(id))).rejects.toMatchObject({
      code: 'exchange.notFound',
    });
    await approvals().approve(ioana, await input(id));
  });

  it('goes back with a word on what is missing, is written on, and needs a new approval', async () => {
    const id = await make.draft();
    await approvals().submit(elena, await input(id));
    await expect(approvals().sendBack(radu, await input(id))).rejects.toMatchObject({
      code: 'exchange.explanationMissing',
    });
    await approvals().sendBack(radu, await input(id, { note: 'Lipsește apartamentul.' }));
    const back = await exchanges().get(elena, id);
    expect(back.row).toMatchObject({ state: 'DRAFT', requestApproval: 'SENT_BACK' });
    expect(back.moves.at(-1)).toMatchObject({ move: 'SEND_BACK', note: 'Lipsește apartamentul.' });
    await save(elena, id, 'ул. „Дунав“ 12, ап. 4');
    await expect(send(elena, id)).rejects.toMatchObject({ code: 'exchange.approvalAskedByUnit' });
    await approvals().submit(elena, await input(id));
    await approvals().approve(radu, await input(id));
    await send(elena, id);
    expect((await exchanges().get(maria, id)).moves.map(({ note }) => note)).toEqual([null, null]);
  });

  it('needs the approver while it waits, and the author when it is back or approved', async () => {
    const id = await make.draft();
    expect(await needsMe(radu)).not.toContain(id);
    await approvals().submit(elena, await input(id));
    expect(await needsMe(radu)).toContain(id);
    expect(await needsMe(elena)).not.toContain(id);
    await approvals().sendBack(radu, await input(id, { note: 'Verificați strada.' }));
    expect(await needsMe(radu)).not.toContain(id);
    expect(await needsMe(elena)).toContain(id);
    await approvals().submit(elena, await input(id));
    await approvals().approve(radu, await input(id));
    expect(await needsMe(elena)).toContain(id);
    expect((await exchanges().counts(elena)).needsMe.value).toBe((await needsMe(elena)).length);
    await send(elena, id);
    expect(await needsMe(elena)).not.toContain(id);
  });

  it('is submitted whole, or not at all', async () => {
    const id = await make.draft(requestOf({ address: { country: 'BG' } }));
    await expect(approvals().submit(elena, await input(id))).rejects.toMatchObject({
      code: 'exchange.contentInvalid',
    });
    expect((await exchanges().get(elena, id)).row).toMatchObject({ state: 'DRAFT', requestApproval: null });
  });

  it('edited and approved at once: the approver hears that it changed, and nothing unread is approved', async () => {
    const id = await make.draft();
    await approvals().submit(elena, await input(id));
    const read = await input(id);
    await approvals().sendBack(ioana, await input(id, { note: 'Mai verificați.' }));
    const [edit, approve] = await Promise.allSettled([
      save(elena, id, 'ул. „Дунав“ 99'),
      approvals().approve(radu, read),
    ]);
    expect(edit.status).toBe('fulfilled');
    expect(approve).toMatchObject({ status: 'rejected', reason: { code: 'exchange.changedMeanwhile' } });
    await approvals().submit(elena, await input(id));
    await expect(approvals().approve(radu, { ...read, idempotencyKey: freshKey() })).rejects.toMatchObject({
      code: 'exchange.changedMeanwhile',
    });
  });
});

describe('an answer of a unit that asks for a second pair of eyes', () => {
  beforeAll(async () => {
    await asking(maria, true);
  });
  afterAll(async () => {
    await asking(maria, false);
  });
  const submit = async (by: StaffActor, id: string, more: object = {}) =>
    approvals().submitAnswer(by, { ...(await input(id)), ...ANSWER, ...more });

  it('leaves only as it was approved, word for word, and the other side sees none of it', async () => {
    const id = await make.accepted();
    await expect(answer(maria, id)).rejects.toMatchObject({
      code: 'exchange.approvalAskedByUnit',
      params: { unit: 'BG-RDSA-DOB' },
    });
    await submit(maria, id, { note: 'Проверено на място.' });
    const { row, draft } = await exchanges().get(nikolay, id);
    expect(row).toMatchObject({ state: 'ACCEPTED', answerApproval: 'PENDING' });
    expect(draft?.marks).toEqual({ completeness: 'FULL', qualityMark: 'Q1', note: 'Проверено на място.' });
    await approvals().approveAnswer(nikolay, await input(id));
    await expect(answer(maria, id)).rejects.toMatchObject({ code: 'exchange.approvedOtherwise' });
    await expect(answer(maria, id, { qualityMark: 'Q3', note: 'Проверено на място.' })).rejects.toMatchObject(
      { code: 'exchange.approvedOtherwise' },
    );
    await answer(ivan, id, { note: 'Проверено на място.' });
    const seen = await exchanges().get(elena, id);
    expect(seen.row).toMatchObject({ state: 'ANSWERED', answerApproval: null });
    expect(seen.moves.map(({ move }) => move)).toEqual(['OPEN', 'SEND', 'ACCEPT', 'ANSWER']);
    expect((await exchanges().get(maria, id)).moves.map(({ move }) => move)).toEqual([
      'OPEN',
      'SEND',
      'ACCEPT',
      'SUBMIT_ANSWER',
      'APPROVE_ANSWER',
      'ANSWER',
    ]);
  });

  it('is locked while it waits and when it is approved; sent back, it opens again', async () => {
    const id = await make.accepted();
    const edit = (version: number) =>
      drafts().saveAnswer(ivan, { id, version, idempotencyKey: freshKey(), content: ANSWER.content });
    await submit(maria, id);
    await expect(edit(1)).rejects.toMatchObject({ code: 'exchange.approvalPending' });
    await expect(submit(ivan, id)).rejects.toMatchObject({ code: 'exchange.approvalPending' });
    await approvals().approveAnswer(nikolay, await input(id));
    await expect(edit(1)).rejects.toMatchObject({ code: 'exchange.approvalPending' });
    await expect(approvals().sendAnswerBack(nikolay, await input(id))).rejects.toMatchObject({
      code: 'exchange.explanationMissing',
    });
    await approvals().sendAnswerBack(nikolay, await input(id, { note: 'Посочете от кога.' }));
    await expect(edit(1)).resolves.toMatchObject({ version: 2 });
    // What the answer said about itself came back with it, and an edit of its content does not lose it.
    const { draft } = await exchanges().get(maria, id);
    expect(draft?.marks).toMatchObject({ completeness: 'FULL' });
    await expect(answer(maria, id)).rejects.toMatchObject({ code: 'exchange.approvalAskedByUnit' });
  });

  it('is saved with what it says about itself, which stays where a save says nothing of it', async () => {
    const id = await make.accepted();
    const save = (version: number, more: object = {}) =>
      drafts().saveAnswer(maria, {
        id,
        version,
        idempotencyKey: freshKey(),
        content: ANSWER.content,
        ...more,
      });
    const marks = async () => (await exchanges().get(maria, id)).draft?.marks;
    await save(0, { completeness: 'PART' });
    expect(await marks()).toEqual({ completeness: 'PART', qualityMark: null, note: null });
    await save(1);
    expect(await marks()).toMatchObject({ completeness: 'PART' });
    await save(2, { completeness: null, qualityMark: 'Q1', note: 'До края на месеца.' });
    expect(await marks()).toEqual({ completeness: null, qualityMark: 'Q1', note: 'До края на месеца.' });
  });

  it('is approved by nobody who wrote in it or submitted it', async () => {
    const gergana = await test.actor('gergana.dimitrova@dob.asp.example');
    const id = await make.accepted();
    await drafts().saveAnswer(gergana, {
      id,
      version: 0,
      idempotencyKey: freshKey(),
      content: ANSWER.content,
    });
    await submit(maria, id);
    await expect(approvals().approveAnswer(gergana, await input(id))).rejects.toMatchObject({
      code: 'exchange.ownDraft',
    });
    await approvals().approveAnswer(nikolay, await input(id));
    await expect(approvals().approveAnswer(nikolay, await input(id))).rejects.toMatchObject({
      code: 'exchange.approvalNotPending',
    });
  });
});

describe('where nobody asks for it', () => {
  it('no approval is offered, none is taken, and sending needs none', async () => {
    const id = await make.draft();
    const { allowances } = await exchanges().get(elena, id);
    expect(allowances.map(({ move }) => move)).not.toContain('SUBMIT');
    await expect(approvals().submit(elena, await input(id))).rejects.toMatchObject({
      code: 'exchange.approvalNotAsked',
    });
    await send(elena, id);
  });

  it('any more, a request that waits can be sent as it is', async () => {
    await asking(elena, true);
    const id = await make.draft();
    await approvals().submit(elena, await input(id));
    await asking(elena, false);
    await send(elena, id);
    expect((await exchanges().get(elena, id)).row.state).toBe('SENT');
  });
});
