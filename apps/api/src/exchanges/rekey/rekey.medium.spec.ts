import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { testApp, type TestApp } from '../../../test/support/app';
import { Browser, freshKey } from '../../../test/support/browser';
import { demoSignIn } from '../../../test/support/demonstration';
import { ExchangeFactory, requestOf } from '../../../test/support/exchange-factory';
import { testSettings } from '../../../test/support/platform';
import { ownerContext, rekeyWith } from '../../commands/rekey';
import { createApp } from '../../create-app';
import type { StaffActor } from '../../platform/context';
import { ExchangesService } from '../exchanges.service';
import { messageHash } from '../records/message-hash';
import { SpokenMoves } from '../moves/spoken-moves';
import { SearchService } from '../search/search.service';

const key = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString('base64')}`;
/** The key test applications start with, and the one it is rotated to. */
const OLD = key('test', 1);
const NEW = key('next', 2);
const EGN = '7730159420';

let test: TestApp;
let constanta: StaffActor;
let dobrich: StaffActor;
let answered: string;
let clear: string;
let draft: string;
let make: ExchangeFactory;

/** The same database, served with other master keys. */
const withKeys = async <T>(keys: string, work: (app: NestFastifyApplication) => Promise<T>): Promise<T> => {
  const app = await createApp(testSettings(test.database, { MASTER_KEYS: keys }));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  try {
    return await work(app);
  } finally {
    await app.close();
  }
};
const foundBy = async (app: NestFastifyApplication, args: object): Promise<string[]> =>
  (await app.get(SearchService).search(constanta, args)).edges.map(({ node }) => node.row.id).sort();
const rekeyed = async (keys: string): Promise<{ left: number; said: string[] }> => {
  const said: string[] = [];
  const app = await ownerContext(testSettings(test.database, { MASTER_KEYS: keys }));
  try {
    return { left: await rekeyWith(app, (line) => said.push(line)), said };
  } finally {
    await app.close();
  }
};

beforeAll(async () => {
  test = await testApp();
  constanta = await test.actor('elena.popescu@ct.ajpis.example');
  dobrich = await test.actor('maria.ivanova@dob.asp.example');
  make = new ExchangeFactory(test.app, constanta, dobrich);
  answered = await make.answered();
  draft = await make.draft();
  clear = await make.accepted();
  await test.app.get(SpokenMoves).askClarification(dobrich, {
    id: clear,
    version: await make.version(clear),
    idempotencyKey: freshKey(),
    reasonCode: '99',
    note: 'Care dintre adrese?',
  });
  // As before contents were sealed: the same words, in clear.
  await test.behind(`update exchange_message set content = $2, sealed = null where exchange_id = $1`, [
    clear,
    JSON.stringify(requestOf().content),
  ]);
  await test.behind(
    `update exchange_move set note = 'Care dintre adrese?', sealed_note = null
     where exchange_id = $1 and sealed_note is not null`,
    [clear],
  );
  await test.behind('delete from exchange_key where exchange_id = $1', [clear]);
});
afterAll(async () => {
  await test.close();
});

describe('contents and remarks', () => {
  it('lie sealed, under the hash of what they say', async () => {
    const [row] = await test.behind<{ text: string }>(
      `select (select string_agg(m::text, '') from exchange_message m where exchange_id = $1)
         || (select string_agg(v::text, '') from exchange_move v where exchange_id = $1) as text`,
      [answered],
    );
    expect(row?.text).not.toMatch(/Дунав|LIVES/);
    const { messages, row: exchange } = await test.app.get(ExchangesService).get(dobrich, answered);
    const [request] = messages;
    expect(request?.content).toEqual(requestOf().content);
    expect(request?.contentSha256).toBe(
      messageHash({
        exchange: exchange.number ?? '',
        type: 'EX02',
        formVersion: 1,
        kind: 'REQUEST',
        version: 1,
        from: constanta.unitId,
        to: dobrich.unitId,
        language: 'ro',
        subject: requestOf().subject,
        content: requestOf().content,
        completeness: null,
        qualityMark: null,
        sentAt: request?.sentAt.toISOString() ?? '',
      }),
    );
  });

  it('stay sealed for an auditor', async () => {
    const carmen = await test.actor('carmen.ilie@anpis.example');
    const { messages, moves } = await test.app.get(ExchangesService).get(carmen, answered);
    expect(messages.map(({ content }) => content)).toEqual([null, null]);
    expect(moves.every(({ note }) => note === null)).toBe(true);
  });

  it('open in their own exchange alone', async () => {
    const other = await make.sent();
    await test.behind(
      `update exchange_key set wrapped_key = (select wrapped_key from exchange_key where exchange_id = $2)
       where exchange_id = $1`,
      [other, answered],
    );
    await expect(test.app.get(ExchangesService).get(dobrich, other)).rejects.toThrow('does not open');
    await test.behind('delete from exchange_search where exchange_id = $1', [other]);
    await test.behind('update exchange_message set sealed = null, content = $2 where exchange_id = $1', [
      other,
      '{}',
    ]);
    await test.behind('delete from exchange_key where exchange_id = $1', [other]);
  });

  it('sent before they were sealed are read all the same', async () => {
    const { messages, moves } = await test.app.get(ExchangesService).get(dobrich, clear);
    expect(messages[0]?.content).toEqual(requestOf().content);
    expect(moves.at(-1)?.note).toBe('Care dintre adrese?');
  });
});

describe('a rotation of the master key', () => {
  it('keeps everything readable and found while the old key is listed', async () => {
    await withKeys(`${NEW},${OLD}`, async (app) => {
      expect((await app.get(ExchangesService).get(dobrich, answered)).messages[0]?.content).toEqual(
        requestOf().content,
      );
      expect(await foundBy(app, { identifier: EGN })).toEqual(
        expect.arrayContaining([answered, clear, draft]),
      );
    });
  });

  it('finds nothing by number any more when the old key goes too early', async () => {
    await withKeys(NEW, async (app) => {
      expect(await foundBy(app, { identifier: EGN })).toEqual([]);
      await expect(app.get(ExchangesService).get(dobrich, answered)).rejects.toThrow(
        'is not among the settings',
      );
    });
  });

  it('brings every row to the new key, seals what lay in clear, and says how far it is', async () => {
    const { left, said } = await rekeyed(`${NEW},${OLD}`);
    expect(left).toBe(0);
    expect(said.join('\n')).toMatch(/contents in clear: \d+ of \d+/);
    for (const part of [
      'keys of exchanges',
      'keys of persons',
      'drafts',
      'hashes of numbers',
      'search rows',
      'second factors',
    ])
      expect(said.some((line) => line.includes(part))).toBe(true);
    const [row] = await test.behind<{ text: string }>(
      `select (select string_agg(m::text, '') from exchange_message m) || (select string_agg(v::text, '') from exchange_move v) as text`,
    );
    expect(row?.text).not.toMatch(/Дунав|Care dintre/);
  });

  it('leaves nothing anywhere under the old key, whichever room sealed it', async () => {
    const columns = await test.behind<{ table: string; column: string }>(
      `select table_name as "table", column_name as "column" from information_schema.columns
       where table_schema = 'public' and data_type = 'text'`,
    );
    const left: string[] = [];
    for (const { table, column } of columns) {
      const found = await test.behind(`select 1 from "${table}" where "${column}" like 'v1.test.%' limit 1`);
      if (found.length > 0) left.push(`${table}.${column}`);
    }
    expect(left).toEqual([]);
  });

  it('does nothing the second time', async () => {
    expect(await rekeyed(`${NEW},${OLD}`)).toEqual({ left: 0, said: [] });
  });

  it('lets the old key be taken away', async () => {
    await withKeys(NEW, async (app) => {
      const service = app.get(ExchangesService);
      expect((await service.get(dobrich, answered)).messages[0]?.content).toEqual(requestOf().content);
      const { messages, moves, person } = await service.get(dobrich, clear);
      expect(messages[0]?.content).toEqual(requestOf().content);
      expect(moves.at(-1)?.note).toBe('Care dintre adrese?');
      expect(person?.block.familyName).toBe('Щерев');
      expect((await service.get(constanta, draft)).draft?.content).toEqual(requestOf().content);
      expect(await foundBy(app, { identifier: EGN })).toEqual(
        expect.arrayContaining([answered, clear, draft]),
      );
      const auditor = demoSignIn('carmen.ilie@anpis.example');
      const browser = new Browser(app);
      await browser.signIn(auditor.email, auditor.password);
      expect((await browser.prove(auditor.codeAt(new Date()))).status).toBe(200);
    });
  });

  it('leaves one event for every batch, with counts and nothing else', async () => {
    const events = await test.behind<{ body: string }>(
      `select body from audit_event where action = 'keys.rekey' and outcome = 'ALLOWED'`,
    );
    expect(events.length).toBeGreaterThan(5);
    for (const { body } of events)
      expect(Object.keys((JSON.parse(body) as { detail: object }).detail).sort()).toEqual(['part', 'rows']);
  });
});
