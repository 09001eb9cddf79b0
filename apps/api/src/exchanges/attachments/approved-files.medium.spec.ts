import { pdfOf } from '@soc-coop/testing';
import { testApp, type TestApp } from '../../../test/support/app';
import { attachFile } from '../../../test/support/attach-file';
import { freshKey } from '../../../test/support/browser';
import { ANSWER, ExchangeFactory } from '../../../test/support/exchange-factory';
import type { StaffActor } from '../../platform/context';
import { ExchangesService } from '../exchanges.service';
import { ApprovalMoves } from '../moves/approval-moves';
import { ReplyMoves } from '../moves/reply-moves';
import { SendExchange } from '../moves/send-exchange';
import { RemoveDraftFile } from './remove-draft-file';

let test: TestApp;
let make: ExchangeFactory;
let elena: StaffActor;
let ioana: StaffActor;
let radu: StaffActor;
let maria: StaffActor;
let nikolay: StaffActor;

beforeAll(async () => {
  test = await testApp();
  elena = await test.actor('elena.popescu@ct.ajpis.example');
  ioana = await test.actor('ioana.dumitru@ct.ajpis.example');
  radu = await test.actor('radu.ionescu@ct.ajpis.example', 'RO-AJPIS-CT');
  maria = await test.actor('maria.ivanova@dob.asp.example');
  nikolay = await test.actor('nikolay.stoyanov@dob.asp.example');
  make = new ExchangeFactory(test.app, elena, maria);
});
afterAll(async () => {
  await test.close();
});

const approvals = () => test.app.get(ApprovalMoves);
const input = async (id: string, more: object = {}) => ({
  id,
  version: await make.version(id),
  idempotencyKey: freshKey(),
  ...more,
});
const asking = (asks: boolean) =>
  test.behind('update unit set four_eyes = $2 where id = any($1)', [[elena.unitId, maria.unitId], asks]);
const send = async (id: string) => test.app.get(SendExchange).send(elena, await input(id));
const remove = (by: StaffActor, id: string) =>
  test.app.get(RemoveDraftFile).remove(by, { id, idempotencyKey: freshKey() });
const hashesOf = async (id: string): Promise<(string | null)[]> => {
  const { moves } = await test.app.get(ExchangesService).get(elena, id);
  return moves.filter(({ internal }) => internal).map(({ contentSha256 }) => contentSha256);
};
const filesSent = async (id: string): Promise<string[]> => {
  const rows = await test.behind<{ id: string }>(
    'select id from exchange_file where exchange_id = $1 and message_id is not null order by id',
    [id],
  );
  return rows.map(({ id: file }) => file);
};
/** What nobody can do through the product: another file in the table, behind the back of the lock. */
const swap = (id: string) =>
  test.behind('delete from exchange_file where exchange_id = $1 and message_id is null', [id]);

describe('the files of a request that a second officer approves', () => {
  beforeEach(async () => {
    await asking(true);
  });
  afterAll(async () => {
    await asking(false);
  });

  it('are part of what is approved: submitted, approved and sent are one hash and the same files', async () => {
    const bare = await make.draft();
    await approvals().submit(elena, await input(bare));
    const id = await make.draft();
    const files = [
      await attachFile(test, elena, id, 'REQUEST'),
      await attachFile(test, elena, id, 'REQUEST', pdfOf({ stream: 'BT alt ET' })),
    ];
    await approvals().submit(elena, await input(id));
    await approvals().approve(radu, await input(id));
    const [submitted, approved] = await hashesOf(id);
    expect(submitted).toMatch(/^[0-9a-f]{64}$/);
    expect(approved).toBe(submitted);
    await send(id);
    expect(await filesSent(id)).toEqual([...files].sort());
  });

  it('cannot be added or taken out while the request waits, nor once it is approved', async () => {
    const id = await make.draft();
    const file = await attachFile(test, elena, id, 'REQUEST');
    await approvals().submit(elena, await input(id));
    const closed = async () => {
      await expect(attachFile(test, elena, id, 'REQUEST')).rejects.toMatchObject({
        code: expect.stringMatching(/^exchange\.(moveNotPossible|approvalPending)$/) as string,
      });
      await expect(remove(elena, file)).rejects.toMatchObject({
        code: expect.stringMatching(/^exchange\.(moveNotPossible|approvalPending)$/) as string,
      });
    };
    await closed();
    await approvals().approve(radu, await input(id));
    await closed();
  });

  it('that are others than submitted are not approved, and others than approved do not leave', async () => {
    const waiting = await make.draft();
    await attachFile(test, elena, waiting, 'REQUEST');
    await approvals().submit(elena, await input(waiting));
    await swap(waiting);
    await expect(approvals().approve(radu, await input(waiting))).rejects.toMatchObject({
      code: 'exchange.submittedOtherwise',
    });
    const approved = await make.draft();
    await attachFile(test, elena, approved, 'REQUEST');
    await approvals().submit(elena, await input(approved));
    await approvals().approve(radu, await input(approved));
    await swap(approved);
    await expect(send(approved)).rejects.toMatchObject({ code: 'exchange.approvedOtherwise' });
  });

  it('make whoever attached or took out one no second pair of eyes', async () => {
    const attached = await make.draft();
    await attachFile(test, ioana, attached, 'REQUEST');
    await approvals().submit(elena, await input(attached));
    await expect(approvals().approve(ioana, await input(attached))).rejects.toMatchObject({
      code: 'exchange.ownDraft',
    });
    const removed = await make.draft();
    await remove(ioana, await attachFile(test, elena, removed, 'REQUEST'));
    await approvals().submit(elena, await input(removed));
    await expect(approvals().approve(ioana, await input(removed))).rejects.toMatchObject({
      code: 'exchange.ownDraft',
    });
    await approvals().approve(radu, await input(removed));
  });

  it('are not submitted from quarantine: nobody approves what cannot be opened yet', async () => {
    const id = await make.draft();
    await attachFile(test, elena, id, 'REQUEST');
    await test.behind(
      `update exchange_file_content set scan = 'PENDING', scanned_at = null where exchange_id = $1`,
      [id],
    );
    await expect(approvals().submit(elena, await input(id))).rejects.toMatchObject({
      code: 'file.quarantined',
    });
  });
});

describe('the files of an answer that a second officer approves', () => {
  afterAll(async () => {
    await asking(false);
  });

  it('are locked with it, and what leaves is what was approved', async () => {
    await asking(false);
    const id = await make.accepted();
    await asking(true);
    const file = await attachFile(test, maria, id, 'ANSWER');
    await approvals().submitAnswer(maria, { ...(await input(id)), ...ANSWER });
    await expect(attachFile(test, maria, id, 'ANSWER')).rejects.toMatchObject({
      code: 'exchange.approvalPending',
    });
    await expect(remove(maria, file)).rejects.toMatchObject({ code: 'exchange.approvalPending' });
    await approvals().approveAnswer(nikolay, await input(id));
    await expect(remove(maria, file)).rejects.toMatchObject({ code: 'exchange.approvalPending' });
    const answer = async () => test.app.get(ReplyMoves).answer(maria, { ...(await input(id)), ...ANSWER });
    await test.behind('update exchange_file set id = gen_random_uuid() where id = $1', [file]);
    await expect(answer()).rejects.toThrow();
    await test.behind(`update exchange_file set id = $2 where exchange_id = $1 and message_id is null`, [
      id,
      file,
    ]);
    await answer();
    expect(await filesSent(id)).toEqual([file]);
  });
});
