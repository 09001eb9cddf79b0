import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { pdfOf } from '@soc-coop/testing';
import { attachFile } from '../../../test/support/attach-file';
import { testApp, type TestApp } from '../../../test/support/app';
import { ExchangeFactory } from '../../../test/support/exchange-factory';
import { FileScanner, type Verdict } from '../../platform/files';
import { FileHousekeeping } from './file-housekeeping';
import { Quarantine } from './quarantine';

const STORE = join(tmpdir(), `soc-coop-quarantine-${process.pid}`);
/** As many as are looked at in one round. */
const ROUND = 20;

const isDifficult = async (content: AsyncIterable<Buffer>): Promise<boolean> => {
  const pieces: Buffer[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces).includes('difficult');
};
const fails = async (): Promise<Verdict> => Promise.reject(new Error('the scanner is away'));
const clean = async (): Promise<Verdict> => ({ clean: true });
/** A scanner that does what the test wants it to do. */
let scan: (content: AsyncIterable<Buffer>) => Promise<Verdict> = clean;

let test: TestApp;
let make: ExchangeFactory;
let quarantine: Quarantine;
beforeAll(async () => {
  test = await testApp(undefined, { FILE_STORE: STORE, FILES_PER_MESSAGE: '50' });
  Object.assign(test.app.get(FileScanner), { scan: async (content: AsyncIterable<Buffer>) => scan(content) });
  make = new ExchangeFactory(
    test.app,
    await test.actor('elena.popescu@ct.ajpis.example'),
    await test.actor('maria.ivanova@dob.asp.example'),
  );
  quarantine = test.app.get(Quarantine);
});
beforeEach(async () => {
  await quarantine.onApplicationShutdown();
  await test.behind(`update exchange_file_content set scan = 'CLEAN' where scan = 'PENDING'`);
});
afterAll(async () => {
  await test.close();
  await rm(STORE, { recursive: true, force: true });
});

/** Attaches files while no scanner answers. */
const leave = async (...kinds: readonly string[]): Promise<void> => {
  scan = fails;
  const id = await make.draft();
  for (const [at, kind] of kinds.entries())
    await attachFile(test, make.requester, id, 'REQUEST', pdfOf({ stream: `% ${kind} ${at}` }));
  await quarantine.onApplicationShutdown();
};
const waiting = async (): Promise<number> =>
  (await test.behind(`select id from exchange_file_content where scan = 'PENDING'`)).length;

describe('the quarantine', () => {
  it('is gone through when a process begins: what one that was killed has left there waits for no job', async () => {
    await leave('left behind');
    expect(await waiting()).toBe(1);
    scan = clean;
    test.app.get(FileHousekeeping).begin();
    await quarantine.onApplicationShutdown();
    expect(await waiting()).toBe(0);
  });

  it('gives every file its turn: a roundful the scanner fails on does not keep the next one waiting', async () => {
    await leave(...Array.from({ length: ROUND }, () => 'difficult'), 'easy');
    scan = async (content) => ((await isDifficult(content)) ? fails() : clean());
    for (let rounds = 0; rounds < 2; rounds += 1) await quarantine.settle();
    expect(await waiting()).toBe(ROUND);
    scan = clean;
    for (let rounds = 0; rounds < 2; rounds += 1) await quarantine.settle();
    expect(await waiting()).toBe(0);
  });

  it('misses nobody who hurries it at the very moment it has done', async () => {
    const settle = jest.spyOn(quarantine, 'settle').mockResolvedValue(0);
    const rounds: number[] = [];
    for (let ticks = 0; ticks < 10; ticks += 1) {
      settle.mockClear();
      quarantine.hurry();
      for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
      quarantine.hurry();
      await new Promise(setImmediate);
      rounds.push(settle.mock.calls.length);
    }
    settle.mockRestore();
    expect(rounds).toEqual(rounds.map(() => 2));
  });
});
