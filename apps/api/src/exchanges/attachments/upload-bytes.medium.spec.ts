import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { testApp, type TestApp } from '../../../test/support/app';
import { Browser } from '../../../test/support/browser';
import { demoSignIn } from '../../../test/support/demonstration';
import { ExchangeFactory } from '../../../test/support/exchange-factory';
import { Uploader } from '../../../test/support/uploader';
import { UnitOfWork } from '../../platform/database';
import { FinishUpload } from './finish-upload';
import { UploadBytes } from './upload-bytes';
import { UploadsService } from './uploads.service';

const ELENA = 'elena.popescu@ct.ajpis.example';
const STORE = join(tmpdir(), `soc-coop-upload-bytes-${process.pid}`);

let test: TestApp;
let make: ExchangeFactory;
let uploader: Uploader;

beforeAll(async () => {
  test = await testApp(undefined, { FILE_STORE: STORE });
  make = new ExchangeFactory(
    test.app,
    await test.actor(ELENA),
    await test.actor('maria.ivanova@dob.asp.example'),
  );
  const browser = new Browser(test.app, '192.0.2.10');
  await browser.signIn(ELENA, demoSignIn(ELENA).password);
  uploader = new Uploader(test.app, browser);
});
afterAll(async () => {
  await test.close();
  await rm(STORE, { recursive: true, force: true });
});

/** An upload to a draft of its own, and what sends its bytes. */
const begun = async (name: string, length: number) => {
  const exchangeId = await make.draft();
  const wanted = { exchangeId, part: 'REQUEST', name, length } as const;
  const upload = await test.app.get(UploadsService).begin(make.requester, wanted);
  const all = async function* (): AsyncGenerator<Buffer> {
    yield Buffer.alloc(length, 's');
  };
  const send = (): Promise<number> => test.app.get(UploadBytes).receive(make.requester, upload, all());
  return { exchangeId, upload, send };
};
const sizesAt = (exchangeId: string): Promise<unknown[]> =>
  test.behind('select size from exchange_file where exchange_id = $1', [exchangeId]);

describe('bytes of an upload', () => {
  it('keeps bytes that are counted although the database fell silent before it could say so', async () => {
    const { exchangeId, upload, send } = await begun('silent.txt', 700);
    const unitOfWork = test.app.get(UnitOfWork);
    const run = unitOfWork.run.bind(unitOfWork);
    const silent = jest.spyOn(unitOfWork, 'run').mockImplementationOnce(async (actor, work) => {
      await run(actor, work);
      throw new Error('connection terminated: the database does not answer');
    });
    await expect(send()).rejects.toThrow('connection terminated');
    silent.mockRestore();
    // Whoever was cut off asks how far it came, and the file is made of what is there.
    const head = await uploader.send('HEAD', `/api/v1/files/uploads/${upload.id}`);
    expect(head.status).toBe(200);
    expect(head.headers['x-file-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(await sizesAt(exchangeId)).toEqual([{ size: 700 }]);
  });
});

describe('an upload that two requests finish at once', () => {
  it('is the same file for both, though one takes the parts away while the other reads them', async () => {
    const { exchangeId, upload, send } = await begun('both.txt', 800);
    await send();
    const finishing = test.app.get(FinishUpload);
    const bytes = test.app.get(UploadBytes);
    const assemble = bytes.assemble.bind(bytes);
    let first = '';
    // Whoever is slower has read where the parts lie, and the faster one is done before it opens them.
    const slow = jest.spyOn(bytes, 'assemble').mockImplementationOnce(async (...parts) => {
      first = await finishing.finish(make.requester, upload);
      return assemble(...parts);
    });
    const second = await finishing.finish(make.requester, upload);
    expect(slow).toHaveBeenCalledTimes(2);
    slow.mockRestore();
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).toBe(first);
    expect(await sizesAt(exchangeId)).toEqual([{ size: 800 }]);
  });

  it('is no file where nobody has finished it: what went wrong is said', async () => {
    const { exchangeId, upload, send } = await begun('lost.txt', 900);
    await send();
    const broken = jest.spyOn(test.app.get(UploadBytes), 'assemble');
    broken.mockRejectedValueOnce(new Error('the store is away'));
    const finishing = test.app.get(FinishUpload).finish(make.requester, upload);
    await expect(finishing).rejects.toThrow('the store is away');
    broken.mockRestore();
    expect(await sizesAt(exchangeId)).toEqual([]);
  });
});
