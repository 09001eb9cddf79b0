import { testApp, type TestApp } from '../../test/support/app';
import { attachFile } from '../../test/support/attach-file';
import { freshKey } from '../../test/support/browser';
import { ANSWER, ExchangeFactory, requestOf } from '../../test/support/exchange-factory';
import type { StaffActor } from '../platform/context';
import { RemoveDraftFile } from './attachments/remove-draft-file';
import { CorrectionDrafts } from './correction-drafts';
import { ExchangesService } from './exchanges.service';
import { CloseExchange } from './moves/close-exchange';
import { CorrectMessage } from './moves/correct-message';
import { CorrectionApprovals } from './moves/correction-approvals';
import { ReopeningMoves } from './moves/reopening-moves';
import { ReplyMoves } from './moves/reply-moves';

let test: TestApp;
let make: ExchangeFactory;
let elena: StaffActor;
let ioana: StaffActor;
let radu: StaffActor;
let maria: StaffActor;
let nikolay: StaffActor;
let carmen: StaffActor;

beforeAll(async () => {
  test = await testApp();
  elena = await test.actor('elena.popescu@ct.ajpis.example');
  ioana = await test.actor('ioana.dumitru@ct.ajpis.example');
  radu = await test.actor('radu.ionescu@ct.ajpis.example', 'RO-AJPIS-CT');
  maria = await test.actor('maria.ivanova@dob.asp.example');
  nikolay = await test.actor('nikolay.stoyanov@dob.asp.example');
  carmen = await test.actor('carmen.ilie@anpis.example');
  make = new ExchangeFactory(test.app, elena, maria);
});
afterAll(async () => {
  await test.close();
});

const approvals = () => test.app.get(CorrectionApprovals);
const exchanges = () => test.app.get(ExchangesService);
const input = async (id: string, more: object = {}) => ({
  id,
  version: await make.version(id),
  idempotencyKey: freshKey(),
  ...more,
});
const asking = (unit: StaffActor, asks: boolean) =>
  test.behind('update unit set four_eyes = $2 where id = $1', [unit.unitId, asks]);
const note = 'Strada era greșită.';
const REQUEST = requestOf({
  address: { country: 'BG', locality: 'Добрич', street: 'ул. „Дунав“ 21' },
}).content;
const PARTIAL = {
  completeness: 'PART' as const,
  qualityMark: 'Q2' as const,
  content: { answers: { ...ANSWER.content.answers, Q2: { gap: 'NK' } } },
};
const submit = async (by: StaffActor, id: string, more: object = {}) =>
  approvals().submit(by, { ...(await input(id)), note, content: REQUEST, ...more });
const submitAnswer = async (by: StaffActor, id: string) =>
  approvals().submit(by, { ...(await input(id)), note: 'Не живее там.', ...PARTIAL });
const movesSeen = async (by: StaffActor, id: string) =>
  (await exchanges().get(by, id)).moves.map(({ move }) => move);
const may = async (actor: StaffActor, id: string, move: string): Promise<boolean> =>
  (await exchanges().get(actor, id)).allowances.some((item) => item.move === move && item.allowed);
const needsMe = async (actor: StaffActor): Promise<string[]> => {
  const page = await exchanges().list(actor, 'NEEDS_ME', {}, { first: 100 });
  return page.edges.map(({ node }) => node.row.id);
};
const actions = async (id: string, like: string): Promise<number> => {
  const rows = await test.behind(
    `select 1 from audit_event where resource_id = $1 and action ilike $2 and outcome = 'ALLOWED'`,
    [id, like],
  );
  return rows.length;
};

describe('the correction of a request, where its unit asks for a second pair of eyes', () => {
  afterAll(async () => {
    await asking(elena, false);
  });
  /** A case whose request left before anybody asked for approvals. */
  const accepted = async (): Promise<string> => {
    await asking(elena, false);
    const id = await make.accepted();
    await asking(elena, true);
    return id;
  };

  it('does not leave without one, and leaves with it as its author’s', async () => {
    const id = await accepted();
    await expect(
      test.app.get(CorrectMessage).correct(elena, { ...(await input(id)), note, content: REQUEST }),
    ).rejects.toMatchObject({ code: 'exchange.approvalAskedByUnit', params: { unit: 'RO-AJPIS-CT' } });
    await submit(elena, id);
    const waiting = await exchanges().get(radu, id);
    expect(waiting.row).toMatchObject({ state: 'ACCEPTED', requestCorrectionApproval: 'PENDING' });
    expect(waiting.messages).toHaveLength(1);
    expect(waiting.correction).toMatchObject({
      said: { note, language: 'ro' },
      submittedBy: elena.accountId,
    });
    await approvals().approve(radu, await input(id));
    const sent = await exchanges().get(maria, id);
    expect(sent.row).toMatchObject({ state: 'ACCEPTED', requestCorrectionApproval: null });
    expect(sent.messages).toHaveLength(2);
    expect(sent.messages[1]).toMatchObject({ version: 2, authorId: elena.accountId, language: 'ro' });
    expect(sent.messages[1]?.content?.['address']).toMatchObject({ street: 'ул. „Дунав“ 21' });
    expect(sent.moves.at(-1)).toMatchObject({ move: 'CORRECT', note, messageId: sent.messages[1]?.id });
    expect((await exchanges().get(elena, id)).correction).toBeNull();
  });

  it('does not leave in the name of an officer whose certificate has run out meanwhile', async () => {
    const id = await accepted();
    await submit(elena, id);
    const revoke = (day: string) =>
      test.behind(`update certificate set revoked_on = ${day} where account_id = $1`, [elena.accountId]);
    await revoke('issued_on');
    try {
      await expect(approvals().approve(radu, await input(id))).rejects.toMatchObject({
        code: 'exchange.authorCertificateMissing',
        params: { certificate: 'BEN' },
      });
      expect((await exchanges().get(maria, id)).messages).toHaveLength(1);
      await approvals().sendBack(radu, await input(id, { note: 'Retrimiteți.' }));
      await expect(submit(elena, id)).rejects.toMatchObject({ code: 'exchange.certificateMissing' });
      await submit(ioana, id);
      await test.behind(`delete from certificate where account_id = $1`, [radu.accountId]);
      await approvals().approve(radu, await input(id));
      expect((await exchanges().get(maria, id)).messages[1]).toMatchObject({ authorId: ioana.accountId });
    } finally {
      await revoke('null');
    }
  });

  it('shows the other side the correction and nothing of how it came about; the trail has every step once', async () => {
    const id = await accepted();
    await submit(elena, id);
    await approvals().approve(radu, await input(id));
    const inner = ['SUBMIT_CORRECTION', 'APPROVE_CORRECTION'];
    expect(await movesSeen(maria, id)).toEqual(['OPEN', 'SEND', 'ACCEPT', 'CORRECT']);
    expect(await movesSeen(elena, id)).toEqual(['OPEN', 'SEND', 'ACCEPT', ...inner, 'CORRECT']);
    expect(await movesSeen(carmen, id)).toEqual(['OPEN', 'SEND', 'ACCEPT', ...inner, 'CORRECT']);
    expect(await actions(id, '%submit%correction')).toBe(1);
    expect(await actions(id, '%approve%correction')).toBe(1);
    expect(await actions(id, 'exchange.correct')).toBe(0);
    const { moves } = await exchanges().get(elena, id);
    const [submitted, approved] = moves.filter(({ contentSha256 }) => contentSha256 !== null);
    expect(submitted?.contentSha256).toBe(approved?.contentSha256);
  });

  it('says the same again to whoever repeats the approval, and sends no third version', async () => {
    const id = await accepted();
    await submit(elena, id);
    const once = await input(id);
    await approvals().approve(radu, once);
    await approvals().approve(radu, once);
    expect((await exchanges().get(maria, id)).messages).toHaveLength(2);
    await expect(approvals().approve(radu, await input(id))).rejects.toMatchObject({
      code: 'exchange.approvalNotPending',
    });
  });

  it('is approved by nobody who wrote in it, attached to it or submitted it', async () => {
    const id = await accepted();
    const draft = { id, version: 0, idempotencyKey: freshKey(), content: { ...REQUEST } };
    await test.app.get(CorrectionDrafts).save(ioana, draft);
    await submit(elena, id);
    await expect(approvals().approve(ioana, await input(id))).rejects.toMatchObject({
      code: 'exchange.ownDraft',
    });
    expect(await may(ioana, id, 'APPROVE_CORRECTION')).toBe(false);
    expect(await may(radu, id, 'APPROVE_CORRECTION')).toBe(true);
    await expect(approvals().approve(elena, await input(id))).rejects.toMatchObject({
      code: 'exchange.roleMissing',
    });
    const attached = await accepted();
    await attachFile(test, ioana, attached, 'REQUEST_CORRECTION');
    await submit(elena, attached);
    await expect(approvals().approve(ioana, await input(attached))).rejects.toMatchObject({
      code: 'exchange.ownDraft',
    });
    await expect(approvals().approve(nikolay, await input(attached))).rejects.toMatchObject({
      code: 'exchange.approvalNotPending',
    });
  });

  it('is locked while it waits, files and all, and opens again when it came back with a word', async () => {
    const id = await accepted();
    const file = await attachFile(test, elena, id, 'REQUEST_CORRECTION');
    await submit(elena, id);
    const save = (version: number) =>
      test.app
        .get(CorrectionDrafts)
        .save(elena, { id, version, idempotencyKey: freshKey(), content: { ...REQUEST } });
    await expect(save(1)).rejects.toMatchObject({ code: 'exchange.approvalPending' });
    await expect(submit(elena, id)).rejects.toMatchObject({ code: 'exchange.approvalPending' });
    await expect(attachFile(test, elena, id, 'REQUEST_CORRECTION')).rejects.toMatchObject({
      code: 'exchange.approvalPending',
    });
    const removal = { id: file, idempotencyKey: freshKey() };
    await expect(test.app.get(RemoveDraftFile).remove(elena, removal)).rejects.toMatchObject({
      code: 'exchange.approvalPending',
    });
    await expect(approvals().sendBack(radu, await input(id))).rejects.toMatchObject({
      code: 'exchange.explanationMissing',
    });
    await approvals().sendBack(radu, await input(id, { note: 'Verificați și numărul.' }));
    const back = await exchanges().get(elena, id);
    expect(back.row.requestCorrectionApproval).toBe('SENT_BACK');
    expect(back.moves.at(-1)).toMatchObject({
      move: 'SEND_CORRECTION_BACK',
      note: 'Verificați și numărul.',
      internal: true,
    });
    await expect(save(back.correction?.version ?? 0)).resolves.toMatchObject({ id });
    // What was said with it is still there for whoever goes on.
    expect((await exchanges().get(elena, id)).correction?.said?.note).toBe(note);
    await submit(elena, id);
    await approvals().approve(radu, await input(id));
    expect((await exchanges().get(maria, id)).messages).toHaveLength(2);
  });

  it('is refused where what lies there is not what was submitted: another file, or none', async () => {
    const id = await accepted();
    await attachFile(test, elena, id, 'REQUEST_CORRECTION');
    await submit(elena, id);
    await test.behind('delete from exchange_file where exchange_id = $1 and message_id is null', [id]);
    await expect(approvals().approve(radu, await input(id))).rejects.toMatchObject({
      code: 'exchange.submittedOtherwise',
    });
    expect((await exchanges().get(maria, id)).messages).toHaveLength(1);
    await approvals().sendBack(radu, await input(id, { note: 'Lipsește fișierul.' }));
    await submit(elena, id);
    await approvals().approve(radu, await input(id));
  });

  it('stands in the list of whoever may approve it, and comes back to whoever wrote it', async () => {
    const id = await accepted();
    expect(await needsMe(radu)).not.toContain(id);
    await submit(elena, id);
    expect(await needsMe(radu)).toContain(id);
    expect(await needsMe(elena)).not.toContain(id);
    await approvals().sendBack(radu, await input(id, { note: 'Verificați.' }));
    expect(await needsMe(radu)).not.toContain(id);
    expect(await needsMe(elena)).toContain(id);
    expect((await exchanges().counts(elena)).needsMe.value).toBe((await needsMe(elena)).length);
  });

  it('of nothing, or of what was nobody’s to send, is not submitted', async () => {
    const id = await accepted();
    await expect(submit(elena, id, { content: requestOf().content })).rejects.toMatchObject({
      code: 'exchange.nothingCorrected',
    });
    await expect(submit(elena, id, { note: ' ' })).rejects.toMatchObject({
      code: 'exchange.explanationMissing',
    });
    await expect(submit(maria, id)).rejects.toMatchObject({ code: 'exchange.nothingSentYet' });
    await asking(elena, false);
    await expect(submit(elena, id)).rejects.toMatchObject({ code: 'exchange.approvalNotAsked' });
  });

  it('that waits can be sent directly when nobody asks any more, and then waits no longer', async () => {
    const id = await accepted();
    await submit(elena, id);
    await asking(elena, false);
    await test.app.get(CorrectMessage).correct(elena, { ...(await input(id)), note, content: REQUEST });
    const { row, correction, messages } = await exchanges().get(elena, id);
    expect([row.requestCorrectionApproval, correction, messages.length]).toEqual([null, null, 2]);
  });
});

describe('the correction of an answer, where its unit asks for a second pair of eyes', () => {
  afterAll(async () => {
    await asking(maria, false);
  });
  const answered = async (): Promise<string> => {
    await asking(maria, false);
    const id = await make.answered();
    await asking(maria, true);
    return id;
  };

  it('is read whole by an approver and leaves with its marks', async () => {
    const id = await answered();
    await submitAnswer(maria, id);
    expect(await needsMe(nikolay)).toContain(id);
    expect((await exchanges().get(elena, id)).correction).toBeNull();
    await approvals().approve(nikolay, await input(id));
    const { messages, moves } = await exchanges().get(elena, id);
    expect(messages.at(-1)).toMatchObject({
      kind: 'ANSWER',
      version: 2,
      completeness: 'PART',
      qualityMark: 'Q2',
      language: 'bg',
      authorId: maria.accountId,
    });
    expect(moves.at(-1)).toMatchObject({ move: 'CORRECT', side: 'REPLIER', note: 'Не живее там.' });
  });

  it('does not undo a newer answer nobody compared it with', async () => {
    const id = await answered();
    await submitAnswer(maria, id);
    await test.app.get(CloseExchange).close(elena, { ...(await input(id)), reasonCode: '01' });
    await test.app.get(ReopeningMoves).ask(elena, { ...(await input(id)), reasonCode: '01' });
    await asking(maria, false);
    await test.app.get(ReopeningMoves).agree(maria, await input(id));
    const newer = { answers: { ...ANSWER.content.answers, Q2: { result: 'LIVES', since: '2020-01-02' } } };
    await test.app.get(ReplyMoves).answer(maria, { ...(await input(id)), ...ANSWER, content: newer });
    await asking(maria, true);
    await expect(approvals().approve(nikolay, await input(id))).rejects.toMatchObject({
      code: 'exchange.submittedOtherwise',
    });
    expect((await exchanges().get(elena, id)).messages).toHaveLength(3);
  });
});

describe('two at once', () => {
  afterAll(async () => {
    await asking(elena, false);
  });

  it('approve and send back: one of them, and the other hears that it changed', async () => {
    const id = await make.accepted();
    await asking(elena, true);
    await submit(elena, id);
    const seen = await input(id);
    const both = await Promise.allSettled([
      approvals().approve(radu, seen),
      approvals().sendBack(ioana, { ...seen, idempotencyKey: freshKey(), note: 'Încă o dată.' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'exchange.changedMeanwhile' },
    });
    const { messages, correction } = await exchanges().get(elena, id);
    expect(messages.length === 2).toBe(correction === null);
  });
});
