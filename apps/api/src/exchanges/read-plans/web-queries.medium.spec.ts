import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testApp, type TestApp } from '../../../test/support/app';
import { Browser, freshKey } from '../../../test/support/browser';
import { ANSWER, ExchangeFactory } from '../../../test/support/exchange-factory';
import { Statements } from '../../../test/support/statements';
import { DraftsService } from '../drafts.service';
import { FileVault } from '../attachments/file-vault';

/** The documents the web client is built with, as the API of this build knows them. */
const texts: readonly string[] = Object.values(
  JSON.parse(readFileSync(join(__dirname, '../../../../web/data/operations.json'), 'utf8')) as Readonly<
    Record<string, string>
  >,
);
const documentOf = (operation: string): string => {
  const found = texts.find(
    (text) => text.includes(`query ${operation}(`) || text.includes(`query ${operation} {`),
  );
  if (found === undefined) throw new Error(`the web client asks no ${operation}`);
  return found;
};

interface Shown {
  readonly exchange: {
    readonly deadlineChanges: readonly { readonly from: string; readonly to: string }[];
    readonly request: { readonly files: readonly { readonly name: string | null }[] };
    readonly draftFiles: readonly { readonly name: string | null; readonly part: string }[];
  };
}

let test: TestApp;
let make: ExchangeFactory;
let maria: Browser;
let statements: Statements;
let drafted: string;

/** Puts a file into a case, and a due day that moved. */
const furnish = async (id: string): Promise<void> => {
  const vault = test.app.get(FileVault);
  const [request] = await test.behind<{ id: string; unit: string }>(
    `select id, author_unit_id as unit from exchange_message where exchange_id = $1`,
    [id],
  );
  for (const [part, message, unit] of [
    ['REQUEST', request?.id, request?.unit],
    ['ANSWER', null, make.replier.unitId],
  ]) {
    const fileId = crypto.randomUUID();
    await test.behind(
      `with content as (insert into exchange_file_content (id, exchange_id, address, size, wrapped_key, scan, scanned_at, stored_at)
         values ($1, $2, $3, 3, 'sealed', 'CLEAN', now(), now()) returning id)
       insert into exchange_file (id, exchange_id, part, unit_id, message_id, content_id, sealed, media_type, size, added_at, added_by)
       select $1, $2, $4, $5, $6, content.id, $7, 'text/plain', 3, now(), $8 from content`,
      [
        ...[fileId, id, fileId, part, unit, message],
        vault.sealLabel(fileId, { name: `${part}.txt`, sha256: 'a'.repeat(64) }),
        make.requester.accountId,
      ],
    );
  }
  await test.behind(
    `with change as (insert into calendar_change (id, country, revision, day_id, action, after, act, at, account_id, unit_id)
       values (gen_random_uuid(), 'BG', 900, gen_random_uuid(), 'ADD', '{"day":"2026-12-01","working":false,"name":{"ro":"Zi","bg":"Ден","en":"Day"}}',
         '{"title":"Act","number":null,"date":null,"text":null}', now(), $2, $3) returning id)
     insert into exchange_deadline_change (id, exchange_id, change_id, due_before, due_after, at)
     select gen_random_uuid(), $1, id, '2026-12-01', '2026-12-02', now() from change`,
    [id, make.replier.accountId, make.replier.unitId],
  );
};

beforeAll(async () => {
  test = await testApp();
  make = new ExchangeFactory(
    test.app,
    await test.actor('elena.popescu@ct.ajpis.example'),
    await test.actor('maria.ivanova@dob.asp.example'),
  );
  drafted = await make.accepted();
  await test.app.get(DraftsService).saveAnswer(make.replier, {
    ...{ id: drafted, version: 0, idempotencyKey: freshKey(), content: ANSWER.content },
  });
  await furnish(drafted);
  maria = new Browser(test.app);
  await maria.signIn('maria.ivanova@dob.asp.example', 'Dunarea-2026-caseworker');
  statements = new Statements(test.app);
  // Calendars are kept in the process; the first request reads them.
  await maria.graphql(documentOf('QueueCounts'), {});
}, 120_000);
afterAll(async () => {
  await test.close();
});

/** The statements of one document of the web client, audit events apart. */
const asked = async (operation: string, variables: object) => {
  const events: string[] = [];
  const reads: string[] = [];
  const all = await statements.during(async () => {
    expect((await maria.graphql(documentOf(operation), variables)).reasons).toEqual([]);
  });
  for (const text of all) (text.startsWith('insert into audit_event') ? events : reads).push(text);
  return { reads: reads.length, events: events.length };
};

describe("what the web client's own documents cost", () => {
  it('is one statement and its audit event for the page of a case', async () => {
    expect(await asked('Exchange', { id: drafted })).toEqual({ reads: 1, events: 1 });
  });

  it('is one for a page of My work, and one for all its counts', async () => {
    for (const queue of ['NEEDS_ME', 'WAITING', 'DUE_SOON', 'OVERDUE', 'DRAFTS', 'ALL'])
      expect(await asked('ExchangeList', { queue, first: 25 })).toEqual({ reads: 1, events: 1 });
    expect(await asked('QueueCounts', {})).toEqual({ reads: 1, events: 0 });
    expect(await asked('QueueCount', {})).toEqual({ reads: 1, events: 0 });
  });

  it('brings the files, and the days that moved, along', async () => {
    const { data } = await maria.graphql<Shown>(documentOf('Exchange'), { id: drafted });
    expect(data?.exchange.request.files.map(({ name }) => name)).toEqual(['REQUEST.txt']);
    expect(data?.exchange.draftFiles).toMatchObject([{ name: 'ANSWER.txt', part: 'ANSWER' }]);
    expect(data?.exchange.deadlineChanges).toMatchObject([{ from: '2026-12-01', to: '2026-12-02' }]);
  });

  it("shows the requester the sent file and nothing of the replier's draft", async () => {
    const elena = new Browser(test.app, '192.0.2.77');
    await elena.signIn('elena.popescu@ct.ajpis.example', 'Dunarea-2026-caseworker');
    const { data } = await elena.graphql<Shown>(documentOf('Exchange'), { id: drafted });
    expect(data?.exchange.request.files.map(({ name }) => name)).toEqual(['REQUEST.txt']);
    expect(data?.exchange.draftFiles).toEqual([]);
  });

  it('counts each queue as its own list does', async () => {
    const { data } = await maria.graphql<{
      exchangeQueueCounts: Readonly<Record<string, { readonly value: number }>>;
    }>(documentOf('QueueCounts'), {});
    for (const [queue, name] of [
      ['NEEDS_ME', 'needsMe'],
      ['WAITING', 'waiting'],
      ['DUE_SOON', 'dueSoon'],
      ['OVERDUE', 'overdue'],
      ['DRAFTS', 'drafts'],
      ['ALL', 'all'],
    ] as const) {
      const list = await maria.graphql<{ exchanges: { totalCount: { value: number } } }>(
        documentOf('ExchangeList'),
        { queue, first: 1 },
      );
      expect(list.data?.exchanges.totalCount.value).toBe(data?.exchangeQueueCounts[name]?.value);
    }
    expect(data?.exchangeQueueCounts['needsMe']?.value).toBeGreaterThan(0);
  });
});
