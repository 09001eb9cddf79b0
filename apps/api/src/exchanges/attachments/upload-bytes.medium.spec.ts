import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { testApp, type TestApp } from '../../../test/support/app';
import { Browser } from '../../../test/support/browser';
import { demoSignIn } from '../../../test/support/demonstration';
import { ExchangeFactory } from '../../../test/support/exchange-factory';
import { Uploader } from '../../../test/support/uploader';
import { UnitOfWork } from '../../platform/database';
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

describe('bytes of an upload', () => {
  it('keeps bytes that are counted although the database fell silent before it could say so', async () => {
    const id = await make.draft();
    const upload = await test.app
      .get(UploadsService)
      .begin(make.requester, { exchangeId: id, part: 'REQUEST', name: 'silent.txt', length: 700 });
    const unitOfWork = test.app.get(UnitOfWork);
    const run = unitOfWork.run.bind(unitOfWork);
    const silent = jest.spyOn(unitOfWork, 'run').mockImplementationOnce(async (actor, work) => {
      await run(actor, work);
      throw new Error('connection terminated: the database does not answer');
    });
    const all = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.alloc(700, 's');
    };
    const receiving = test.app.get(UploadBytes).receive(make.requester, upload, all());
    await expect(receiving).rejects.toThrow('connection terminated');
    silent.mockRestore();
    // Whoever was cut off asks how far it came, and the file is made of what is there.
    const head = await uploader.send('HEAD', `/api/v1/files/uploads/${upload.id}`);
    expect(head.status).toBe(200);
    expect(head.headers['x-file-id']).toMatch(/^[0-9a-f-]{36}$/);
    const rows = await test.behind('select size from exchange_file where exchange_id = $1', [id]);
    expect(rows).toEqual([{ size: 700 }]);
  });
});
