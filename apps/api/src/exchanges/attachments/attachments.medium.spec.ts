import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docxOf, pdfOf, pngOf } from '@soc-coop/testing';
import { testApp, type TestApp } from '../../../test/support/app';
import { Browser, freshKey } from '../../../test/support/browser';
import { demoSignIn } from '../../../test/support/demonstration';
import { ANSWER, ExchangeFactory, requestOf } from '../../../test/support/exchange-factory';
import { Uploader } from '../../../test/support/uploader';
import { FileScanner, type Verdict } from '../../platform/files';
import { ExchangesService } from '../exchanges.service';
import { ReplyMoves } from '../moves/reply-moves';
import { SendExchange } from '../moves/send-exchange';
import { messageHash } from '../records/message-hash';
import { FileHousekeeping } from './file-housekeeping';
import { Quarantine } from './quarantine';
import { UploadBytes } from './upload-bytes';
import { UploadsService } from './uploads.service';

const ELENA = 'elena.popescu@ct.ajpis.example';
const MARIA = 'maria.ivanova@dob.asp.example';
const CRISTINA = 'cristina.vlad@ot.ajpis.example';
const CARMEN = 'carmen.ilie@anpis.example';
const STORE = join(tmpdir(), `soc-coop-attachments-${process.pid}`);

/** A scanner that says what the test wants it to say. */
let verdict: () => Promise<Verdict> = async () => ({ clean: true });

let test: TestApp;
let make: ExchangeFactory;
const people = new Map<string, { browser: Browser; uploader: Uploader }>();

const signedIn = async (email: string) => {
  const known = people.get(email);
  if (known !== undefined) return known;
  const browser = new Browser(test.app, `192.0.2.${people.size + 10}`);
  const { password, codeAt } = demoSignIn(email);
  const { body } = await browser.signIn(email, password);
  if (body.stage !== 'full') await browser.prove(codeAt(new Date()));
  const person = { browser, uploader: new Uploader(test.app, browser) };
  people.set(email, person);
  return person;
};

const settle = async (): Promise<void> => {
  await test.app.get(Quarantine).onApplicationShutdown();
  await test.app.get(Quarantine).settle();
};
const stored = async (): Promise<string[]> =>
  (await readdir(STORE, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
const eventsOf = async (
  action: string,
): Promise<{ outcome: string; reason: string | null; body: string }[]> =>
  test.behind('select outcome, reason, body from audit_event where action = $1 order by at, id', [action]);
const filesOf = async (email: string, id: string) => {
  const { browser } = await signedIn(email);
  const { data, reasons } = await browser.graphql<{
    exchange: {
      request: { files: Shown[] } | null;
      answers: { files: Shown[] }[];
      draftFiles: (Shown & { part: string })[];
    };
  }>(
    `query($id: ID!) { exchange(id: $id) {
       request { files { ...F } } answers { files { ...F } }
       draftFiles { id name size mediaType sha256 scan part } } }
     fragment F on ExchangeFile { id name size mediaType sha256 scan }`,
    { id },
  );
  expect(reasons).toEqual([]);
  return data!.exchange;
};
interface Shown {
  readonly id: string;
  readonly name: string | null;
  readonly size: number;
  readonly mediaType: string;
  readonly sha256: string;
  readonly scan: string;
}
const attach = async (
  email: string,
  id: string,
  part: string,
  name: string,
  bytes: Buffer,
): Promise<string> => {
  const { uploader } = await signedIn(email);
  const answer = await uploader.whole(id, part, name, bytes);
  expect(answer).toMatchObject({ status: 204, reason: null });
  await settle();
  return String(answer.headers['x-file-id']);
};
const sendDraft = async (id: string): Promise<string> =>
  test.app.get(SendExchange).send(make.requester, {
    id,
    version: await make.version(id),
    idempotencyKey: freshKey(),
  });

beforeAll(async () => {
  test = await testApp(undefined, { FILE_STORE: STORE, FILE_MEGABYTES: '2', FILES_PER_MESSAGE: '3' });
  Object.assign(test.app.get(FileScanner), { scan: async () => verdict() });
  make = new ExchangeFactory(test.app, await test.actor(ELENA), await test.actor(MARIA));
});
afterEach(() => {
  verdict = async () => ({ clean: true });
});
afterAll(async () => {
  await test.close();
});

describe('attaching a file to a draft', () => {
  it('takes it, judges it, keeps it sealed, and shows it to the own unit alone', async () => {
    const id = await make.draft();
    const bytes = pdfOf({ stream: 'BT (text that must not lie in the clear) Tj ET' });
    const file = await attach(ELENA, id, 'REQUEST', 'Adeverință Щерев.pdf', bytes);
    const [shown, ...others] = (await filesOf(ELENA, id)).draftFiles;
    expect(others).toEqual([]);
    expect(shown).toEqual({
      id: file,
      name: 'Adeverință Щерев.pdf',
      size: bytes.length,
      mediaType: 'application/pdf',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      scan: 'CLEAN',
      part: 'REQUEST',
    });
    for (const path of await stored())
      expect((await readFile(path)).includes(Buffer.from('in the clear'))).toBe(false);
    const rows = await test.behind(
      'select * from exchange_file f join exchange_upload u on u.file_id = f.id',
    );
    expect(JSON.stringify(rows)).not.toContain('Щерев');
    const dump = await test.behind('select body, personal from audit_event');
    expect(JSON.stringify(dump)).not.toContain('Adeverin');
  });

  it('leaves one event for its beginning and one for its end', async () => {
    const id = await make.draft();
    const before = [(await eventsOf('file.begin')).length, (await eventsOf('file.add')).length];
    await attach(ELENA, id, 'REQUEST', 'a.pdf', pdfOf());
    const after = [(await eventsOf('file.begin')).length, (await eventsOf('file.add')).length];
    expect(after).toEqual(before.map((count) => count + 1));
    expect((await eventsOf('file.scan')).at(-1)?.body).toContain('"scan":"CLEAN"');
  });

  it('resumes where the bytes that are safe end, in as many parts as it takes', async () => {
    const { uploader } = await signedIn(ELENA);
    const id = await make.draft();
    const bytes = Buffer.from('șase cuvinte în limba română, da\n'.repeat(20_000));
    const begun = await uploader.begin(id, 'REQUEST', 'long.txt', bytes.length);
    const address = String(begun.headers['location']);
    let at = 0;
    for (const size of [1, 70_000, 300_001, bytes.length]) {
      const answer = await uploader.part(address, at, bytes.subarray(at, at + size));
      expect(answer.status).toBe(204);
      at = Number(answer.headers['upload-offset']);
      const head = await uploader.send('HEAD', address);
      expect(head).toMatchObject({ status: 200 });
      expect(Number(head.headers['upload-offset'])).toBe(at);
    }
    await settle();
    const [file] = (await filesOf(ELENA, id)).draftFiles;
    expect(file?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    const { bytes: back } = await uploader.send('GET', `/api/v1/files/${file!.id}`);
    expect(back.equals(bytes)).toBe(true);
    expect((await stored()).some((path) => path.includes('/uploads/'))).toBe(false);
  });

  it('keeps what had arrived when the connection broke off', async () => {
    const id = await make.draft();
    const upload = await test.app
      .get(UploadsService)
      .begin(make.requester, { exchangeId: id, part: 'REQUEST', name: 'cut.txt', length: 1_900_000 });
    const torn = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.alloc(1_200_000, 'a');
      yield Buffer.alloc(5_000, 'b');
      throw new Error('aborted');
    };
    expect(await test.app.get(UploadBytes).receive(make.requester, upload, torn())).toBe(1_205_000);
    const found = await test.app.get(UploadsService).find(make.requester, upload.id);
    expect(found.received).toBe(1_205_000);
    const rest = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.alloc(1_900_000 - 1_205_000, 'c');
    };
    expect(await test.app.get(UploadBytes).receive(make.requester, found, rest())).toBe(1_900_000);
    // The last answer was lost, say in a crash: asking how far it came makes the file.
    const { uploader } = await signedIn(ELENA);
    const head = await uploader.send('HEAD', `/api/v1/files/uploads/${upload.id}`);
    expect(head.headers['x-file-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect((await filesOf(ELENA, id)).draftFiles).toHaveLength(1);
    const again = await uploader.send('HEAD', `/api/v1/files/uploads/${upload.id}`);
    expect(again.headers['x-file-id']).toBe(head.headers['x-file-id']);
  });

  it('counts the bytes of one of two connections that send the same', async () => {
    const id = await make.draft();
    const upload = await test.app
      .get(UploadsService)
      .begin(make.requester, { exchangeId: id, part: 'REQUEST', name: 'twice.txt', length: 1_000 });
    const send = async (letter: string): Promise<number> =>
      test.app.get(UploadBytes).receive(
        make.requester,
        upload,
        (async function* () {
          yield Buffer.alloc(600, letter);
        })(),
      );
    const ends = await Promise.allSettled([send('a'), send('b')]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await test.app.get(UploadsService).find(make.requester, upload.id)).received).toBe(600);
    expect(await readdir(join(STORE, 'uploads', upload.id))).toHaveLength(1);
  });

  it('stores equal contents of one exchange once, and those of two exchanges apart', async () => {
    const [one, two] = [await make.draft(), await make.draft()];
    const bytes = pngOf({ tEXt: 'Comment\0the same' });
    const first = await attach(ELENA, one, 'REQUEST', 'a.png', bytes);
    const second = await attach(ELENA, one, 'REQUEST', 'b.png', bytes);
    const third = await attach(ELENA, two, 'REQUEST', 'c.png', bytes);
    const rows = await test.behind<{ file: string; content: string; address: string }>(
      `select f.id as file, c.id as content, c.address from exchange_file f
       join exchange_file_content c on c.id = f.content_id where f.id = any($1) order by f.added_at, f.id`,
      [[first, second, third]],
    );
    const of = (file: string) => rows.find((row) => row.file === file)!;
    expect(of(first).content).toBe(of(second).content);
    expect(of(first).content).not.toBe(of(third).content);
    expect(of(first).address).not.toBe(of(third).address);
  });
});

describe('what is not taken', () => {
  it('refuses a file of 200 MB by its declared length, before anything is stored', async () => {
    const { uploader } = await signedIn(ELENA);
    const id = await make.draft();
    const before = await stored();
    const answer = await uploader.begin(id, 'REQUEST', 'large.pdf', 200 * 1024 * 1024);
    expect(answer).toMatchObject({ status: 413, reason: 'file.tooLarge' });
    expect(await test.behind('select 1 from exchange_upload where exchange_id = $1', [id])).toEqual([]);
    expect(await stored()).toEqual(before);
  });

  it('refuses more bytes than were declared, said or counted', async () => {
    const { uploader } = await signedIn(ELENA);
    const id = await make.draft();
    const { headers } = await uploader.begin(id, 'REQUEST', 'a.txt', 10);
    const address = String(headers['location']);
    expect(await uploader.part(address, 0, Buffer.alloc(11, 'x'))).toMatchObject({ reason: 'file.tooLarge' });
    const upload = await test.app.get(UploadsService).find(make.requester, address.split('/').at(-1)!);
    const flood = async function* (): AsyncGenerator<Buffer> {
      for (;;) yield Buffer.alloc(8, 'x');
    };
    await expect(test.app.get(UploadBytes).receive(make.requester, upload, flood())).rejects.toMatchObject({
      code: 'file.tooLarge',
    });
  });

  it.each([
    [
      'a polyglot',
      'a.pdf',
      Buffer.concat([pdfOf(), Buffer.from('PK\u0003\u0004 and so on')]),
      'file.polyglot',
    ],
    ['macros', 'a.docx', docxOf({ name: 'word/vbaProject.bin', content: 'x' }), 'file.activeContent'],
    ['a disguise', 'a.pdf', pngOf(), 'file.typeMismatch'],
    ['a program', 'a.exe', Buffer.from('MZ'), 'file.typeNotAllowed'],
    ['a name that tricks', 'a.exe.pdf', pdfOf(), 'file.nameInvalid'],
  ])('refuses %s and keeps no byte of it', async (_, name, bytes, reason) => {
    const { uploader } = await signedIn(ELENA);
    const id = await make.draft();
    const before = await stored();
    expect(await uploader.whole(id, 'REQUEST', name, bytes)).toMatchObject({ status: 400, reason });
    expect((await filesOf(ELENA, id)).draftFiles).toEqual([]);
    expect(await stored()).toEqual(before);
  });

  it('says in the trail which rule refused a file, once and without its name', async () => {
    const { uploader } = await signedIn(ELENA);
    const id = await make.draft();
    const before = (await eventsOf('file.add')).length;
    await uploader.whole(id, 'REQUEST', 'secret-name.pdf', Buffer.concat([pdfOf(), Buffer.from('tail')]));
    const events = await eventsOf('file.add');
    expect(events).toHaveLength(before + 1);
    expect(events.at(-1)).toMatchObject({ outcome: 'REFUSED', reason: 'file.polyglot' });
    expect(events.at(-1)?.body).toContain('bytes behind the end of a PDF');
    expect(events.at(-1)?.body).not.toContain('secret-name');
  });

  it('refuses more files than a message takes, counting those under way', async () => {
    const { uploader } = await signedIn(ELENA);
    const id = await make.draft();
    await attach(ELENA, id, 'REQUEST', '1.pdf', pdfOf());
    await uploader.begin(id, 'REQUEST', '2.pdf', 100);
    const third = await uploader.begin(id, 'REQUEST', '3.pdf', 100);
    expect(third.status).toBe(201);
    expect(await uploader.begin(id, 'REQUEST', '4.pdf', 100)).toMatchObject({
      status: 409,
      reason: 'file.tooMany',
    });
    await uploader.send('DELETE', String(third.headers['location']));
    expect((await uploader.begin(id, 'REQUEST', '4.pdf', 100)).status).toBe(201);
  });

  it('asks for the protocol, the token and the right place', async () => {
    const { uploader, browser } = await signedIn(ELENA);
    const id = await make.draft();
    const url = '/api/v1/files/uploads';
    expect(await uploader.send('POST', url, { 'tus-resumable': '0.1' })).toMatchObject({ status: 412 });
    expect(await uploader.send('POST', url, { 'upload-length': '1' })).toMatchObject({
      reason: 'request.malformed',
    });
    expect(await uploader.send('POST', url, { 'x-csrf-token': 'no' })).toMatchObject({
      status: 403,
      reason: 'access.csrf',
    });
    const { headers } = await uploader.begin(id, 'REQUEST', 'a.txt', 10);
    const address = String(headers['location']);
    expect(await uploader.part(address, 3, Buffer.from('x'))).toMatchObject({
      status: 409,
      reason: 'file.offsetWrong',
    });
    const options = await uploader.send('OPTIONS', url);
    expect(options.headers).toMatchObject({
      'tus-version': '1.0.0',
      'tus-max-size': String(2 * 1024 * 1024),
    });
    expect(browser.cookie).not.toBeNull();
  });
});

describe('the quarantine', () => {
  it('gives nothing out and lets nothing be sent until the scanner has spoken', async () => {
    const { uploader } = await signedIn(ELENA);
    const id = await make.draft();
    verdict = async () => Promise.reject(new Error('clamd is away'));
    const file = await attach(ELENA, id, 'REQUEST', 'a.pdf', pdfOf());
    expect((await filesOf(ELENA, id)).draftFiles[0]?.scan).toBe('PENDING');
    expect(await uploader.send('GET', `/api/v1/files/${file}`)).toMatchObject({
      status: 409,
      reason: 'file.quarantined',
    });
    await expect(sendDraft(id)).rejects.toMatchObject({ code: 'file.quarantined' });
    verdict = async () => ({ clean: true });
    await settle();
    expect(await uploader.send('GET', `/api/v1/files/${file}`)).toMatchObject({ status: 200 });
    await expect(sendDraft(id)).resolves.toBe(id);
  });

  it('never gives out what is infected, and lets it only be removed', async () => {
    const { uploader, browser } = await signedIn(ELENA);
    const id = await make.draft();
    verdict = async () => ({ clean: false, threat: 'Eicar-Test-Signature' });
    const file = await attach(ELENA, id, 'REQUEST', 'a.pdf', pdfOf());
    expect(await uploader.send('GET', `/api/v1/files/${file}`)).toMatchObject({
      status: 409,
      reason: 'file.infected',
    });
    await expect(sendDraft(id)).rejects.toMatchObject({ code: 'file.infected' });
    const { reasons } = await browser.graphql(
      'mutation($input: RemoveDraftFileInput!) { removeDraftFile(input: $input) { id draftFiles { id } } }',
      { input: { id: file, idempotencyKey: freshKey() } },
    );
    expect(reasons).toEqual([]);
    await expect(sendDraft(id)).resolves.toBe(id);
    expect((await eventsOf('file.scan')).at(-1)?.body).toContain('Eicar-Test-Signature');
  });
});

describe('files of a message', () => {
  it('are part of what its hash vouches for, and cannot be changed or removed any more', async () => {
    const id = await make.draft();
    const file = await attach(ELENA, id, 'REQUEST', 'dovadă.pdf', pdfOf());
    await sendDraft(id);
    const seen = await filesOf(MARIA, id);
    expect(seen.request?.files.map(({ id: known }) => known)).toEqual([file]);
    expect(seen.draftFiles).toEqual([]);
    const { messages, row } = await test.app.get(ExchangesService).get(make.requester, id);
    const [message] = messages;
    const hashed = {
      exchange: row.number!,
      type: row.typeCode,
      formVersion: row.formVersion,
      kind: 'REQUEST' as const,
      version: 1,
      from: row.requestingUnitId,
      to: row.replyingUnitId!,
      language: message!.language,
      subject: requestOf().subject,
      content: requestOf().content,
      completeness: null,
      qualityMark: null,
      sentAt: message!.sentAt.toISOString(),
    };
    const { name, mediaType, size, sha256 } = seen.request!.files[0]!;
    const files = [{ name: name!, mediaType, size, sha256 }];
    expect(message!.contentSha256).toBe(messageHash({ ...hashed, files }));
    expect(message!.contentSha256).not.toBe(messageHash(hashed));

    const { browser } = await signedIn(ELENA);
    const { reasons } = await browser.graphql(
      'mutation($input: RemoveDraftFileInput!) { removeDraftFile(input: $input) { id } }',
      { input: { id: file, idempotencyKey: freshKey() } },
    );
    expect(reasons).toEqual(['file.notFound']);
    const unit = make.requester.unitId;
    const gone = await test.asUnit<{ id: string }>(
      unit,
      `with gone as (delete from exchange_file where id = '${file}' returning id) select id from gone`,
    );
    expect(gone).toEqual([]);
    const { uploader } = await signedIn(ELENA);
    expect(await uploader.begin(id, 'REQUEST', 'late.pdf', 10)).toMatchObject({
      status: 409,
      reason: 'exchange.moveNotPossible',
    });
  });

  it('go with an answer too, and what is still a draft is hidden from the other side', async () => {
    const id = await make.accepted();
    const file = await attach(MARIA, id, 'ANSWER', 'справка.png', pngOf());
    const asker = await signedIn(ELENA);
    expect((await filesOf(ELENA, id)).draftFiles).toEqual([]);
    expect(await asker.uploader.send('GET', `/api/v1/files/${file}`)).toMatchObject({
      status: 404,
      reason: 'file.notFound',
    });
    const version = await make.version(id);
    await test.app
      .get(ReplyMoves)
      .answer(make.replier, { id, version, idempotencyKey: freshKey(), ...ANSWER });
    const { answers } = await filesOf(ELENA, id);
    expect(answers[0]?.files.map(({ name }) => name)).toEqual(['справка.png']);
    const { bytes, headers } = await asker.uploader.send('GET', `/api/v1/files/${file}`);
    expect(bytes.equals(pngOf())).toBe(true);
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-disposition': expect.stringMatching(/^attachment; /) as unknown,
    });
  });

  it('leaves one event per download, refused ones too', async () => {
    const id = await make.draft();
    const file = await attach(ELENA, id, 'REQUEST', 'a.pdf', pdfOf());
    await sendDraft(id);
    const before = (await eventsOf('file.download')).length;
    await (await signedIn(MARIA)).uploader.send('GET', `/api/v1/files/${file}`);
    await (await signedIn(CRISTINA)).uploader.send('GET', `/api/v1/files/${file}`);
    const events = (await eventsOf('file.download')).slice(before);
    expect(events.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['ALLOWED', null],
      ['REFUSED', 'file.notFound'],
    ]);
  });

  it('breaks off instead of giving out bytes that are not those that were sent', async () => {
    const id = await make.draft();
    const file = await attach(ELENA, id, 'REQUEST', 'a.txt', Buffer.from('honest\n'.repeat(30_000)));
    await sendDraft(id);
    const [row] = await test.behind<{ id: string }>(
      'select content_id as id from exchange_file where id = $1',
      [file],
    );
    const path = join(STORE, 'contents', row!.id);
    const bytes = await readFile(path);
    bytes[100_000] = (bytes[100_000] ?? 0) ^ 1;
    const { writeFile } = await import('node:fs/promises');
    await writeFile(path, bytes);
    const { uploader } = await signedIn(MARIA);
    const answer = await uploader.send('GET', `/api/v1/files/${file}`).catch(() => null);
    expect(answer === null || answer.bytes.length < 30_000 * 7).toBe(true);
  });
});

describe('who may', () => {
  it('nobody outside of the case learns of a file or an upload, by any door', async () => {
    const id = await make.draft();
    const file = await attach(ELENA, id, 'REQUEST', 'a.pdf', pdfOf());
    const sent = await attach(ELENA, id, 'REQUEST', 'b.pdf', pdfOf({ stream: 'other' }));
    const { uploader: own } = await signedIn(ELENA);
    const { headers } = await own.begin(id, 'REQUEST', 'c.pdf', 100);
    const address = String(headers['location']);
    const stranger = await signedIn(CRISTINA);
    const other = await signedIn(MARIA);
    for (const { uploader } of [stranger, other]) {
      expect(await uploader.send('GET', `/api/v1/files/${file}`)).toMatchObject({ status: 404 });
      expect(await uploader.send('HEAD', address)).toMatchObject({ status: 404 });
      expect(await uploader.part(address, 0, Buffer.from('x'))).toMatchObject({
        reason: 'file.uploadNotFound',
      });
      expect(await uploader.send('DELETE', address)).toMatchObject({ reason: 'file.uploadNotFound' });
      expect(await uploader.begin(id, 'REQUEST', 'x.pdf', 10)).toMatchObject({
        status: 404,
        reason: 'exchange.notFound',
      });
    }
    await test.behind(
      `update exchange_upload set file_id = gen_random_uuid() where file_id is null and exchange_id = $1`,
      [id],
    );
    await sendDraft(id);
    for (const email of [CRISTINA, CARMEN]) {
      const { uploader } = await signedIn(email);
      const refused = await uploader.send('GET', `/api/v1/files/${sent}`);
      const absent = await uploader.send('GET', '/api/v1/files/00000000-0000-7000-8000-000000000000');
      expect([refused.status, refused.reason]).toEqual([404, 'file.notFound']);
      expect([refused.status, refused.reason]).toEqual([absent.status, absent.reason]);
    }
    const nobody = new Uploader(test.app, new Browser(test.app));
    expect(await nobody.send('GET', `/api/v1/files/${sent}`)).toMatchObject({ status: 401 });
    expect(await nobody.begin(id, 'REQUEST', 'x.pdf', 10)).toMatchObject({ status: 401 });
  });

  it('hides names from auditors, and drafts altogether', async () => {
    const id = await make.draft();
    await attach(ELENA, id, 'REQUEST', 'Щерев.pdf', pdfOf());
    expect((await filesOf(CARMEN, id)).draftFiles).toEqual([]);
    await sendDraft(id);
    const { request } = await filesOf(CARMEN, id);
    expect(request?.files).toHaveLength(1);
    expect(request?.files[0]).toMatchObject({ name: null, mediaType: 'application/pdf', scan: 'CLEAN' });
  });

  it("keeps another unit's rows behind row-level security", async () => {
    const id = await make.draft();
    await attach(ELENA, id, 'REQUEST', 'a.pdf', pdfOf());
    const { uploader } = await signedIn(ELENA);
    await uploader.begin(id, 'REQUEST', 'b.pdf', 10);
    for (const table of ['exchange_file', 'exchange_upload', 'exchange_file_content']) {
      const sql = `select id from ${table} where exchange_id = '${id}'`;
      expect(await test.asUnit(make.requester.unitId, sql)).not.toEqual([]);
      expect(await test.asUnit(make.replier.unitId, sql)).toEqual([]);
    }
  });
});

describe('housekeeping', () => {
  it('removes uploads nobody came back for, with their bytes', async () => {
    const { uploader } = await signedIn(ELENA);
    const id = await make.draft();
    const { headers } = await uploader.begin(id, 'REQUEST', 'a.txt', 100);
    const address = String(headers['location']);
    await uploader.part(address, 0, Buffer.alloc(50, 'x'));
    const upload = address.split('/').at(-1)!;
    expect((await stored()).some((path) => path.includes(upload))).toBe(true);
    await test.behind(`update exchange_upload set expires_at = $2 where id = $1`, [
      upload,
      new Date(Date.now() - 1_000),
    ]);
    expect(await uploader.send('HEAD', address)).toMatchObject({ status: 404 });
    await test.app.get(FileHousekeeping).run();
    // One that may just be getting through is left alone for a while.
    expect((await stored()).some((path) => path.includes(upload))).toBe(true);
    await test.behind(`update exchange_upload set expires_at = $2 where id = $1`, [
      upload,
      new Date(Date.now() - 3_700_000),
    ]);
    await test.app.get(FileHousekeeping).run();
    expect((await stored()).some((path) => path.includes(upload))).toBe(false);
    expect(await test.behind('select 1 from exchange_upload where id = $1', [upload])).toEqual([]);
  });

  it('removes contents no file points to, and keeps those another file shares', async () => {
    const { browser } = await signedIn(ELENA);
    const id = await make.draft();
    const [one, two] = [
      await attach(ELENA, id, 'REQUEST', 'a.pdf', pdfOf({ stream: 'shared' })),
      await attach(ELENA, id, 'REQUEST', 'b.pdf', pdfOf({ stream: 'shared' })),
    ];
    const [row] = await test.behind<{ id: string }>(
      'select content_id as id from exchange_file where id = $1',
      [one],
    );
    const isThere = async () => (await stored()).some((path) => path.endsWith(`contents/${row!.id}`));
    const remove = async (file: string) =>
      browser.graphql('mutation($input: RemoveDraftFileInput!) { removeDraftFile(input: $input) { id } }', {
        input: { id: file, idempotencyKey: freshKey() },
      });
    await remove(one);
    await test.app.get(FileHousekeeping).run();
    expect(await isThere()).toBe(true);
    await remove(two);
    await test.app.get(FileHousekeeping).run();
    expect(await isThere()).toBe(false);
  });
});
