import { LIST_LIMITS } from '@soc-coop/contracts';
import { FakeClock } from '@soc-coop/testing';
import { testApp, type TestApp } from '../../../test/support/app';
import { demoSignIn } from '../../../test/support/demonstration';
import { ExchangeFactory, requestOf } from '../../../test/support/exchange-factory';
import { Statements } from '../../../test/support/statements';
import { Browser } from '../../../test/support/browser';

const clock = new FakeClock('2026-11-21T12:02:00Z');
let test: TestApp;
let sent: string;

beforeAll(async () => {
  test = await testApp(clock);
  const elena = await test.actor('elena.popescu@ct.ajpis.example');
  const maria = await test.actor('maria.ivanova@dob.asp.example');
  const make = new ExchangeFactory(test.app, elena, maria);
  const { content, subject } = requestOf();
  // An invented name that a spreadsheet would run, and one with the letters that break in the wrong encoding.
  await make.draft({ content, subject: { ...subject, familyName: 'Țurcanu', givenName: 'Ștefania-Ilinca' } });
  sent = await make.sent();
  await test.behind(`update subject set given_name = '=HYPERLINK("x";1)' where exchange_id = $1`, [sent]);
}, 120_000);
afterAll(async () => {
  await test.close();
});

const signedIn = async (email: string): Promise<Browser> => {
  const browser = new Browser(test.app);
  const { password } = demoSignIn(email);
  await browser.session();
  await browser.signIn(email, password);
  return browser;
};

/** A file as bytes: the answer is no JSON. */
const file = async (browser: Browser, query: string, language = 'ro') => {
  const answer = await test.app.inject({
    method: 'GET',
    url: `/api/v1/exports/exchanges?${query}`,
    headers: { cookie: browser.cookie ?? '', 'accept-language': language, 'sec-fetch-site': 'same-origin' },
  });
  return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload, text: answer.body };
};

describe('a list as a CSV file', () => {
  it('is what the reader sees, under a head that says what it is, in the reader’s language', async () => {
    const elena = await signedIn('elena.popescu@ct.ajpis.example');
    const { status, headers, bytes, text } = await file(
      elena,
      'queue=WAITING&type=EX02&format=csv&columns=PERSON,UNIT,STATE,DEADLINE,HANDLER,SENT',
    );
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="soc-coop-waiting.csv"',
    });
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [row] = await test.behind<{ number: string; due: string }>(
      `select number, to_char(due_on, 'DD.MM.YYYY') as due from exchange where id = $1`,
      [sent],
    );
    expect(text.replace('\ufeff', '').split('\r\n')).toEqual([
      'Lista;Se așteaptă cealaltă parte',
      `Filtre;Tipul: ${await titleOf(elena)}`,
      'Ordinea;după termen',
      'Întocmită la;21.11.2026, 14:02 (Europe/Bucharest)',
      'De către;Elena Popescu, RO-AJPIS-CT',
      'Înregistrări;1',
      '',
      'Număr;Persoana;Cealaltă unitate;Stare;Termen;Responsabil;Trimisă la',
      `${row?.number};"'=HYPERLINK(""x"";1) Щерев";${await shortNameOf(elena)};Nouă;${row?.due};Elena Popescu;21.11.2026`,
      '',
    ]);
  });

  it('goes with the page: every sort and filter of the screen, no other rows', async () => {
    const elena = await signedIn('elena.popescu@ct.ajpis.example');
    const numbers = async (query: string) =>
      (await file(elena, `${query}&format=csv`)).text.split('\r\n').slice(8, -1).length;
    expect(await numbers('queue=ALL')).toBe(2);
    expect(await numbers('queue=DRAFTS')).toBe(1);
    expect(await numbers('queue=ALL&urgency=URGENT')).toBe(0);
    expect(await numbers('queue=ALL&sort=NUMBER&handler=ME')).toBe(2);
  });

  it('gives Olt nothing of Constanța, an auditor no name, and an administrator no file', async () => {
    const olt = await file(await signedIn('cristina.vlad@ot.ajpis.example'), 'queue=ALL&format=csv', 'bg');
    expect(olt.status).toBe(200);
    expect(olt.text).toContain('Записи;0\r\n');
    expect(olt.text).not.toMatch(/RO-CT-/);
    const organiser = await file(await signedIn('mihai.stoica@ct.ajpis.example'), 'queue=ALL&format=csv');
    expect(organiser.status).toBe(403);
    expect(JSON.parse(organiser.text)).toMatchObject({ reason: 'access.forbidden' });
    const nobody = await file(new Browser(test.app), 'queue=ALL&format=csv');
    expect(nobody.status).toBe(401);
  });

  it('refuses what is no list, words above all: an address stands in logs', async () => {
    const elena = await signedIn('elena.popescu@ct.ajpis.example');
    for (const query of [
      'format=csv',
      'queue=ALL',
      'queue=ALL&format=pdf',
      'queue=ALL&format=csv&text=Popescu',
      'queue=ALL&format=csv&columns=PERSON,SECRET',
      'queue=ALL&format=csv&columns=TYPE,TYPE',
      'queue=ALL&format=csv&dueFrom=2026-02-31',
      'queue=ALL&format=csv&dueFrom=2026-W03',
      'queue=ALL&format=csv&waitingDays=x',
      'queue=ALL&queue=DRAFTS&format=csv',
    ]) {
      const { status, text } = await file(elena, query);
      expect([query, status]).toEqual([query, 400]);
      expect(JSON.parse(text)).toMatchObject({ reason: 'request.invalid' });
    }
  });
});

describe('a list as a workbook', () => {
  it('is a file of its kind with the same words', async () => {
    const elena = await signedIn('elena.popescu@ct.ajpis.example');
    const { status, headers, bytes } = await file(elena, 'queue=ALL&format=xlsx');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    expect(headers['content-disposition']).toBe('attachment; filename="soc-coop-all.xlsx"');
  });
});

describe('the trail and the cost of a file', () => {
  it('hold one event with counts and no name, and one statement for every five hundred rows', async () => {
    const elena = await signedIn('elena.popescu@ct.ajpis.example');
    await test.behind(`delete from audit_event where action = 'exchange.export'`);
    const statements = new Statements(test.app);
    const asked = await statements.during(() => file(elena, 'queue=ALL&format=csv&sort=NUMBER'));
    expect(asked.filter((text) => text.startsWith('with picked'))).toHaveLength(1);
    const events = await test.behind<{ body: string }>(
      `select body from audit_event where action = 'exchange.export'`,
    );
    expect(events).toHaveLength(1);
    const { detail } = JSON.parse(events[0]?.body ?? '{}') as { detail: object };
    expect(detail).toEqual({ queue: 'ALL', filtered: [], format: 'csv', records: 2 });
  });

  it('stops at the limit with an error that says what to do', async () => {
    await test.behind(
      `insert into exchange (id, type_code, form_version, state, state_since, requesting_unit_id, replying_unit_id,
         requesting_country, replying_country, language, author_id, created_at, sent_at, number, due_on,
         agreement_version_id)
       select gen_random_uuid(), e.type_code, e.form_version, 'CLOSED', now(), e.requesting_unit_id, e.replying_unit_id,
         'RO', 'BG', 'ro', e.author_id, timestamptz '2026-01-01 00:00Z' + i * interval '1 second', now(), 'T-' || i,
         '9999-12-31', e.agreement_version_id
       from exchange e, generate_series(1, $2::int) i where e.id = $1`,
      [sent, LIST_LIMITS.exportRows - 2],
    );
    const elena = await signedIn('elena.popescu@ct.ajpis.example');
    const whole = await file(elena, 'queue=ALL&format=csv');
    expect(whole.status).toBe(200);
    expect(whole.text.split('\r\n').slice(8, -1)).toHaveLength(LIST_LIMITS.exportRows);
    const numbers = whole.text
      .split('\r\n')
      .slice(8, -1)
      .map((line) => line.split(';')[0]);
    expect(new Set(numbers).size).toBe(LIST_LIMITS.exportRows);
    await test.behind(
      `insert into exchange (id, type_code, form_version, state, state_since, requesting_unit_id, requesting_country,
         language, author_id, created_at)
       select gen_random_uuid(), type_code, form_version, 'DRAFT', now(), requesting_unit_id, 'RO', 'ro', author_id, now()
       from exchange where id = $1`,
      [sent],
    );
    const tooLarge = await file(elena, 'queue=ALL&format=csv');
    expect(tooLarge.status).toBe(400);
    expect(JSON.parse(tooLarge.text)).toMatchObject({
      reason: 'exchange.exportTooLarge',
      params: { limit: LIST_LIMITS.exportRows },
    });
    expect((await file(elena, 'queue=DRAFTS&format=csv')).status).toBe(200);
  }, 60_000);
});

async function titleOf(browser: Browser): Promise<string> {
  const { data } = await browser.graphql<{ exchangeType: { title: { ro: string } } }>(
    '{ exchangeType(code: "EX02") { title { ro } } }',
  );
  return data?.exchangeType.title.ro ?? '';
}

async function shortNameOf(browser: Browser): Promise<string> {
  const { data } = await browser.graphql<{ exchange: { replyingUnit: { shortName: { ro: string } } } }>(
    'query($id: ID!) { exchange(id: $id) { replyingUnit { shortName { ro } } } }',
    { id: sent },
  );
  return data?.exchange.replyingUnit.shortName.ro ?? '';
}
