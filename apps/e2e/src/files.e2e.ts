import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inventedPerson, pdfOf, pngOf, seededRandom } from '@soc-coop/testing';
import type { Browser } from 'playwright-core';
import { Upload } from 'tus-js-client';
import { type Caller, freshKey } from './api/caller';
import { REQUEST, subjectOf, unitId } from './api/first-case';
import { PEOPLE, signIn } from './api/people';
import { beginUpload, credentials, sendPart, tus, UPLOADS } from './api/tus';
import { launchBrowser } from './browser';
import { story } from './pages/story';
import { shared } from './shared-state';
import { soon } from './soon';

const OPEN = 'mutation($input: OpenExchangeInput!) { openExchange(input: $input) { id version } }';
const DRAFT_FILES =
  'query($id: ID!) { exchange(id: $id) { version draftFiles { id name size sha256 mediaType scan } } }';
const SEND = 'mutation($input: ExchangeMoveInput!) { sendExchange(input: $input) { id number } }';

interface DraftFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly scan: string;
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
/** A text of about so many bytes that no two lines of are equal. */
const longText = (bytes: number): Buffer =>
  Buffer.from(
    Array.from({ length: Math.ceil(bytes / 40) }, (_, at) => `rândul ${at}: запис, ред ${at * 7919}\n`).join(
      '',
    ),
  );

const draft = async (caller: Caller): Promise<string> => {
  const replyingUnit = await unitId(caller, 'BG-RDSA-DOB');
  const person = inventedPerson('BG', seededRandom(601));
  const input = {
    idempotencyKey: freshKey(),
    type: 'EX02',
    replyingUnit,
    content: REQUEST,
    subject: subjectOf(person),
  };
  const { body } = await caller.graphql<{ openExchange: { id: string } }>(OPEN, { input });
  const id = body.data?.openExchange.id;
  if (id === undefined) throw new Error(`no draft: ${JSON.stringify(body)}`);
  return id;
};
const filesOf = async (caller: Caller, id: string): Promise<readonly DraftFile[]> => {
  const { body } = await caller.graphql<{ exchange: { draftFiles: DraftFile[] } }>(DRAFT_FILES, { id });
  return body.data?.exchange.draftFiles ?? [];
};
const uploadFolders = (): string[] => {
  const folder = join(shared().dataDir, 'files', 'uploads');
  return existsSync(folder) ? readdirSync(folder) : [];
};

describe('files by the public address alone', () => {
  let elena: Caller;
  beforeAll(async () => {
    elena = await signIn(PEOPLE.elena);
  });

  it('a file of 200 MB is refused before a byte of it is stored', async () => {
    const id = await draft(elena);
    const before = uploadFolders();
    const answer = await beginUpload(elena, id, 'registru.pdf', 200 * 1024 * 1024);
    expect(answer).toMatchObject({ status: 413, reason: 'file.tooLarge' });
    expect(uploadFolders()).toEqual(before);
    const small = await beginUpload(elena, id, 'registru.pdf', 1000);
    const flood = await sendPart(elena, small.headers.get('location') ?? '', 0, Buffer.alloc(2_000_000));
    expect(flood).toMatchObject({ status: 413, reason: 'file.tooLarge' });
    expect(await filesOf(elena, id)).toEqual([]);
  });

  it('a polyglot is refused, and nothing of it is left', async () => {
    const id = await draft(elena);
    const bytes = Buffer.concat([pngOf(), pdfOf()]);
    const begun = await beginUpload(elena, id, 'poza.png', bytes.length);
    const path = begun.headers.get('location') ?? '';
    expect(await sendPart(elena, path, 0, bytes)).toMatchObject({ status: 400, reason: 'file.polyglot' });
    expect(await filesOf(elena, id)).toEqual([]);
    expect(uploadFolders()).not.toContain(path.split('/').at(-1));
    expect(await tus(elena, { method: 'HEAD', path })).toMatchObject({ status: 404 });
  });

  it('a connection cut at half resumes where the safe bytes end', async () => {
    const id = await draft(elena);
    const bytes = longText(4_000_000);
    const begun = await beginUpload(elena, id, 'lung.txt', bytes.length);
    const path = begun.headers.get('location') ?? '';
    const half = Math.floor(bytes.length / 2);
    expect(await sendPart(elena, path, 0, bytes, half)).toBeNull();
    await soon(async () => {
      const head = await tus(elena, { method: 'HEAD', path });
      expect(head?.headers.get('upload-offset')).toBe(String(half));
    });
    const rest = await sendPart(elena, path, half, bytes.subarray(half));
    expect(rest).toMatchObject({ status: 204 });
    await soon(async () => {
      const [file] = await filesOf(elena, id);
      expect(file).toMatchObject({ sha256: sha256(bytes), size: bytes.length, scan: 'CLEAN' });
    });
  });

  it('a client of somebody else speaks the same protocol', async () => {
    const id = await draft(elena);
    const bytes = longText(2_500_000);
    await new Promise<void>((resolve, reject) => {
      new Upload(bytes, {
        endpoint: `${shared().address}${UPLOADS}`,
        headers: credentials(elena),
        metadata: { filename: 'străin.txt', exchange: id, part: 'REQUEST' },
        chunkSize: 700_000,
        onSuccess: () => resolve(),
        onError: reject,
      }).start();
    });
    const [file] = await filesOf(elena, id);
    expect(file).toMatchObject({ name: 'străin.txt', sha256: sha256(bytes) });
  });

  it('Olt cannot fetch, continue or guess a file of Constanța', async () => {
    const cristina = await signIn(PEOPLE.cristina);
    const id = await draft(elena);
    const bytes = pdfOf();
    const begun = await beginUpload(elena, id, 'a.pdf', bytes.length);
    const path = begun.headers.get('location') ?? '';
    expect(await tus(cristina, { method: 'HEAD', path })).toMatchObject({ status: 404 });
    const stolen = await sendPart(cristina, path, 0, bytes);
    expect(stolen).toMatchObject({ status: 404, reason: 'file.uploadNotFound' });
    const file = (await sendPart(elena, path, 0, bytes))?.headers.get('x-file-id') ?? '';
    await soon(async () => {
      expect((await elena.send('GET', `/api/v1/files/${file}`)).status).toBe(200);
    });
    const { exchange } = await elena.ask<{ exchange: { version: number } }>(DRAFT_FILES, { id });
    const { version } = exchange;
    await elena.graphql(SEND, { input: { id, version, idempotencyKey: freshKey() } });
    const maria = await signIn(PEOPLE.maria);
    expect((await maria.send('GET', `/api/v1/files/${file}`)).status).toBe(200);
    const absent = '00000000-0000-7000-8000-000000000000';
    for (const address of [file, absent]) {
      const { status, body } = await cristina.send<{ reason: string }>('GET', `/api/v1/files/${address}`);
      expect([status, body.reason]).toEqual([404, 'file.notFound']);
    }
  });
});

describe('files in the browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  it('an officer attaches a document, sees it checked, and takes a refused one away', () =>
    story(browser, async (open) => {
      const id = await draft(await signIn(PEOPLE.elena));
      // The refusal of the second file is an answer of the server, which browsers write to the console.
      const reader = await open('ro', { expected: [/status of 400 .*\/api\/v1\/files\/uploads\//u] });
      await reader.bring(await signIn(PEOPLE.elena));
      await reader.goTo(`exchanges/${id}/draft/questions`);
      const panel = reader.page.getByRole('region', { name: 'Fișiere' });
      await panel.waitFor();
      await panel.getByText('cel mult 25 MB fiecare, 20 la un mesaj').waitFor();
      const choose = panel.getByLabel('Alegerea fișierelor').last();
      const bytes = pdfOf({ stream: 'BT (x) Tj ET'.repeat(150_000) });
      await choose.setInputFiles([
        { name: 'Adeverință.pdf', mimeType: 'application/pdf', buffer: bytes },
        { name: 'truc.png', mimeType: 'image/png', buffer: Buffer.concat([pngOf(), Buffer.from('PK')]) },
      ]);
      const link = panel.getByRole('link', { name: 'Descărcarea fișierului: Adeverință.pdf' });
      await link.waitFor({ timeout: 60_000 });
      await panel.getByText('Verificat', { exact: true }).waitFor();
      await panel.getByText('Fișierul conține și altceva decât documentul').waitFor();
      await reader.check('draft: files, one taken and one refused');
      await panel.getByRole('button', { name: 'Renunțarea la fișier: truc.png' }).click();
      const download = reader.page.waitForEvent('download');
      await link.click();
      const saved = await download;
      expect(saved.suggestedFilename()).toBe('Adeverință.pdf');
      const stream = await saved.createReadStream();
      const parts: Buffer[] = [];
      for await (const part of stream) parts.push(part as Buffer);
      expect(sha256(Buffer.concat(parts))).toBe(sha256(bytes));
      await panel.getByRole('button', { name: 'Eliminarea fișierului: Adeverință.pdf' }).click();
      await link.waitFor({ state: 'detached' });
    }));
});
