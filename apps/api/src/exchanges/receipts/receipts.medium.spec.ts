import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testApp, type TestApp } from '../../../test/support/app';
import { Browser, freshKey } from '../../../test/support/browser';
import { ExchangeFactory } from '../../../test/support/exchange-factory';
import { demoSignIn } from '../../../test/support/demonstration';
import type { StaffActor } from '../../platform/context';
import { ReplyMoves } from '../moves/reply-moves';
import type { SignedReceipt } from './receipt';
import { ReceiptsService } from './receipts.service';

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

const receipts = () => test.app.get(ReceiptsService);
const receiptOf = async (exchange: string): Promise<SignedReceipt> => {
  const [receipt] = await receipts().of(constanta, exchange);
  if (receipt === undefined) throw new Error('no receipt was given');
  return receipt;
};
const signedIn = async (email: string): Promise<Browser> => {
  const browser = new Browser(test.app);
  await browser.session();
  const { password } = demoSignIn(email);
  await browser.send('POST', '/api/v1/session', { email, password });
  await browser.session();
  return browser;
};

describe('the receipt of an acceptance', () => {
  it('is given with the acceptance, over the very content that was sent, and is the same for both sides', async () => {
    const id = await make.accepted();
    const [message] = await test.behind<{ sha: string; number: string }>(
      `select m.content_sha256 as sha, e.number from exchange_message m join exchange e on e.id = m.exchange_id
       where e.id = $1`,
      [id],
    );
    const [ours, theirs] = [await receiptOf(id), await receipts().of(dobrich, id)];
    expect(theirs).toEqual([ours]);
    expect(ours.receipt).toMatchObject({
      number: message?.number,
      type: 'EX02',
      from: 'RO-AJPIS-CT',
      to: dobrich.unitCode,
      message: { version: 1, sha256: message?.sha },
    });
    expect(await receipts().verify(constanta, ours)).toMatchObject({ result: 'valid' });
  });

  it('is not given where nobody accepts, nor twice for one acceptance', async () => {
    const sent = await make.sent();
    expect(await receipts().of(constanta, sent)).toEqual([]);
    const input = { id: sent, version: await make.version(sent), idempotencyKey: freshKey() };
    await test.app.get(ReplyMoves).accept(dobrich, input);
    await test.app.get(ReplyMoves).accept(dobrich, input);
    expect(await receipts().of(dobrich, sent)).toHaveLength(1);
  });

  it('is signed by one key, however many receipts begin at once', async () => {
    await Promise.all([make.accepted(), make.accepted(), make.accepted()]);
    expect(await test.behind('select 1 from signing_key')).toHaveLength(1);
  });

  it('cannot be seen, guessed or told from nothing by another unit', async () => {
    const id = await make.accepted();
    const olt = await test.actor('cristina.vlad@ot.ajpis.example');
    const { receipt } = await receiptOf(id);
    await expect(receipts().of(olt, id)).rejects.toMatchObject({ code: 'exchange.notFound' });
    const browser = await signedIn('cristina.vlad@ot.ajpis.example');
    const found = await browser.send('GET', `/api/v1/receipts/${receipt.id}`);
    const absent = await browser.send('GET', '/api/v1/receipts/019a0000-0000-7000-8000-000000000000');
    expect(found).toMatchObject({ status: 404, body: { reason: 'exchange.notFound' } });
    expect(absent.body).toMatchObject({ reason: 'exchange.notFound' });
    expect((await browser.send('GET', '/api/v1/receipts/none')).status).toBe(404);
  });
});

describe('the receipt as a file', () => {
  it('is downloaded, and a program that knows nothing of ours proves it', async () => {
    const id = await make.accepted();
    const { receipt } = await receiptOf(id);
    const browser = await signedIn('maria.ivanova@dob.asp.example');
    const file = await browser.send<SignedReceipt>('GET', `/api/v1/receipts/${receipt.id}`);
    expect(file.headers['content-disposition']).toBe(
      `attachment; filename="receipt-${receipt.number}-1.json"`,
    );
    const keys = await new Browser(test.app).send<object>('GET', '/api/v1/receipts/keys');
    expect(proven(file.body, keys.body)).toMatch(/^VALID: /);
    const forged = { ...file.body, receipt: { ...file.body.receipt, to: 'BG-RDSP-MON' } };
    expect(proven(forged, keys.body)).toMatch(/^NOT VALID: these are not the words/);
    expect(proven(file.body, { keys: [] })).toMatch(/^NOT VALID: signed with a key/);
  });

  it('is checked for anybody who holds one, and what is no receipt is refused', async () => {
    const receipt = await receiptOf(await make.accepted());
    const nobody = new Browser(test.app);
    const check = async (body: object) =>
      (await nobody.send('POST', '/api/v1/receipts/verification', body)).body;
    expect(await check(receipt)).toMatchObject({ result: 'valid' });
    const later = { ...receipt.receipt, acceptedAt: '2026-12-24T08:00:00.000Z' };
    expect(await check({ ...receipt, receipt: later })).toMatchObject({ result: 'changed' });
    const otherKey = Buffer.from('{"alg":"EdDSA","kid":"019a0000-0000-7000-8000-000000000000"}').toString(
      'base64url',
    );
    expect(await check({ ...receipt, protected: otherKey })).toMatchObject({ result: 'unknownKey' });
    const unnamed = Buffer.from('{"alg":"EdDSA","kid":"x"}').toString('base64url');
    expect(await check({ ...receipt, protected: unnamed })).toMatchObject({ result: 'unknownKey' });
    expect(await check({ receipt: {} })).toMatchObject({ reason: 'exchange.notAReceipt' });
  });
});

/** What the verifier for third parties says. */
function proven(receipt: object, keys: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'soc-receipt-'));
  const program = join(__dirname, '../../../../../docs/verify/receipt.mjs');
  const [receiptFile, keysFile] = [join(folder, 'receipt.json'), join(folder, 'keys.json')];
  writeFileSync(receiptFile, JSON.stringify(receipt, null, 3));
  writeFileSync(keysFile, JSON.stringify(keys));
  const { stdout, stderr } = spawnSync(process.execPath, [program, receiptFile, keysFile], {
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  return stdout === '' ? stderr : stdout;
}
