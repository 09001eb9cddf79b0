import type { Browser } from 'playwright-core';
import { type Caller, freshKey } from './api/caller';
import { FirstCase } from './api/first-case';
import { Listener } from './api/listener';
import { ACCEPT, BY_ID, BY_NUMBER, CLOSE, COUNTS, LIST, NOTICES, REVEAL } from './api/operations';
import { PEOPLE, signIn } from './api/people';
import { idsOf } from './api/queues';
import { beginUpload, sendPart } from './api/tus';
import { launchBrowser } from './browser';
import { story } from './pages/story';
import { shared } from './shared-state';
import { soon } from './soon';

/** What a caseworker of Olt learns of a case between Constanța and Dobrich: nothing, by no way in. */
const ABSENT = '00000000-0000-7000-8000-000000000000';
const RECEIPTS = 'query($id: ID!) { exchangeReceipts(exchange: $id) { id } }';
const SEARCH = `query($query: String, $identifier: String) {
  searchExchanges(query: $query, identifier: $identifier, first: 50) { totalCount { value } nodes { exchange { id } } }
}`;
const SAME_PERSON =
  'query($person: SamePersonInput!) { openCasesOfPerson(person: $person) { exchange { id } } }';

let elena: Caller;
let olt: Caller;
let one: FirstCase;
let receipt: string;
let file: string;
let before: object;

const countsOf = (caller: Caller): Promise<object> => caller.ask<object>(COUNTS);

beforeAll(async () => {
  [elena, olt] = await Promise.all([signIn(PEOPLE.elena), signIn(PEOPLE.cristina)]);
  const maria = await signIn(PEOPLE.maria);
  before = await countsOf(olt);
  one = await (await new FirstCase(elena, maria, 871).opened()).saved();
  const bytes = Buffer.from('Adeverință de la primărie, inventată.\n');
  const begun = await beginUpload(elena, one.now.id, 'dovada.txt', bytes.length);
  const path = begun.headers.get('location') ?? '';
  file = (await sendPart(elena, path, 0, bytes))?.headers.get('x-file-id') ?? '';
  await soon(async () => expect((await elena.send('GET', `/api/v1/files/${file}`)).status).toBe(200));
  const { exchange } = await elena.ask<{ exchange: { version: number } }>(
    'query($id: ID!) { exchange(id: $id) { version } }',
    { id: one.now.id },
  );
  one.step = { ...one.now, version: exchange.version };
  await (await (await one.leave()).accept()).answer();
  const { exchangeReceipts } = await elena.ask<{ exchangeReceipts: { id: string }[] }>(RECEIPTS, {
    id: one.now.id,
  });
  receipt = exchangeReceipts[0]?.id ?? '';
});

afterAll(() => Listener.endAll());

/** The refusal of a query, or what it answered where it was not refused. */
const answerOf = async (query: string, variables: object): Promise<unknown> => {
  const { body } = await olt.graphql(query, variables);
  return (
    body.errors?.map(({ extensions: { code, reason, params } }) => ({ code, reason, params })) ?? body.data
  );
};
const rest = async (path: string): Promise<unknown> => {
  const { status, body } = await olt.send<{ code: string; reason: string; title: string }>('GET', path);
  return { status, code: body.code, reason: body.reason, title: body.title };
};

it('neither by its id nor by its number: the answer is that of a case that is not', async () => {
  const number = one.now.number ?? '';
  const never = number.replace(/\d{6}$/, '999999');
  for (const query of [BY_ID, RECEIPTS]) {
    const answer = await answerOf(query, { id: one.now.id });
    expect(answer).toEqual(await answerOf(query, { id: ABSENT }));
    expect(JSON.stringify(answer)).not.toContain(number);
  }
  expect(await answerOf(BY_NUMBER, { number })).toEqual(await answerOf(BY_NUMBER, { number: never }));
  expect((await elena.ask<{ exchange: { number: string } }>(BY_ID, { id: one.now.id })).exchange.number).toBe(
    number,
  );
});

it.each([
  ['accepting', ACCEPT, {}],
  ['closing', CLOSE, { reasonCode: '01' }],
])('%s it is refused as for a case that is not', async (_, mutation, more) => {
  const attempt = (id: string) =>
    answerOf(mutation, { input: { ...one.hold, idempotencyKey: freshKey(), ...more, id } });
  expect(await attempt(one.now.id)).toEqual(await attempt(ABSENT));
});

it('its number is not shown for any purpose', async () => {
  const attempt = (exchangeId: string) =>
    answerOf(REVEAL, { input: { exchangeId, purpose: 'IDENTIFY', idempotencyKey: freshKey() } });
  expect(await attempt(one.now.id)).toEqual(await attempt(ABSENT));
  expect(JSON.stringify(await attempt(one.now.id))).not.toContain(one.person.identifier.value);
});

it('no list, count or notice tells of it', async () => {
  expect(await countsOf(olt)).toEqual(before);
  for (const queue of ['ALL', 'NEEDS_ME', 'WAITING', 'DRAFTS']) {
    expect(await idsOf(olt, queue)).not.toContain(one.now.id);
  }
  const { notices } = await olt.ask<{ notices: { nodes: { exchangeId: string }[] } }>(NOTICES);
  expect(notices.nodes.map(({ exchangeId }) => exchangeId)).not.toContain(one.now.id);
});

it('no search finds it: by number, by name in either script, or by the number of the person', async () => {
  const { person } = one;
  const sought = [
    { query: one.now.number },
    { query: person.familyName },
    { query: person.latin.familyName },
    { identifier: person.identifier.value },
  ];
  for (const words of sought) {
    type Found = {
      searchExchanges: { totalCount: { value: number }; nodes: { exchange: { id: string } }[] };
    };
    const mine = await elena.ask<Found>(SEARCH, words);
    expect(mine.searchExchanges.nodes.map(({ exchange }) => exchange.id)).toContain(one.now.id);
    const found = await olt.ask<Found>(SEARCH, words);
    expect(found.searchExchanges.nodes.map(({ exchange }) => exchange.id)).not.toContain(one.now.id);
    expect(found.searchExchanges.totalCount.value).toBe(found.searchExchanges.nodes.length);
  }
  const filtered = await olt.ask<{ exchanges: { nodes: object[]; totalCount: { value: number } } }>(LIST, {
    queue: 'ALL',
    filter: { text: one.now.number },
  });
  expect(filtered.exchanges).toMatchObject({ nodes: [], totalCount: { value: 0 } });
});

it('nor does the warning before a new case about the same person', async () => {
  const { familyName, givenName, birthDate, identifier } = one.person;
  const person = { familyName, givenName, birthDate, identifiers: [identifier] };
  const mine = await elena.ask<{ openCasesOfPerson: { exchange: { id: string } }[] }>(SAME_PERSON, {
    person,
  });
  expect(mine.openCasesOfPerson.map(({ exchange }) => exchange.id)).toContain(one.now.id);
  const theirs = await olt.ask<{ openCasesOfPerson: { exchange: { id: string } }[] }>(SAME_PERSON, {
    person,
  });
  expect(theirs.openCasesOfPerson.map(({ exchange }) => exchange.id)).not.toContain(one.now.id);
});

it('nor does a list that is taken out as a file', async () => {
  const number = one.now.number ?? '';
  const listOf = (caller: Caller) =>
    caller.send<string>('GET', '/api/v1/exports/exchanges?queue=ALL&format=csv');
  const [mine, theirs] = await Promise.all([listOf(elena), listOf(olt)]);
  expect([mine.status, mine.body.includes(number)]).toEqual([200, true]);
  expect([theirs.status, theirs.body.includes(number)]).toEqual([200, false]);
  expect(theirs.body).not.toContain(one.person.familyName);
});

it('its file and its receipt answer as if they were not', async () => {
  expect([file, receipt]).not.toContain('');
  for (const [path, id] of [
    ['/api/v1/files/', file],
    ['/api/v1/receipts/', receipt],
  ] as const) {
    expect((await elena.send('GET', path + id)).status).toBe(200);
    expect(await rest(path + id)).toEqual(await rest(path + ABSENT));
    expect(await rest(path + id)).toMatchObject({ status: 404 });
  }
});

it('listening to it is refused, and what moves in it is not heard', async () => {
  const { address } = shared();
  const curious = new Listener({ address, caller: olt, exchange: one.now.id });
  const guessing = new Listener({ address, caller: olt, exchange: ABSENT });
  const all = new Listener({ address, caller: olt });
  const witness = new Listener({ address, caller: elena });
  await soon(() => {
    expect(curious.refusals).toEqual(['exchange.notFound']);
    expect(guessing.refusals).toEqual(['exchange.notFound']);
    expect([all.connected, witness.connected]).toEqual([true, true]);
  });
  await one.close();
  await soon(() => expect(witness.of(one.now.id)).not.toEqual([]));
  expect([...all.changes, ...curious.changes]).toEqual([]);
  await Promise.all([curious, guessing, all, witness].map((listener) => listener.end()));
});

it('every page of it says that there is nothing', async () => {
  const browser: Browser = await launchBrowser();
  try {
    await story(browser, async (open) => {
      const reader = await open('ro', { expected: [/status of 404/] });
      await reader.bring(olt);
      const { id, number } = one.now;
      for (const page of ['', '/print', '/answer', '/correct', '/draft/person', '/draft/check']) {
        await reader.goTo(`exchanges/${id}${page}`);
        await reader.page.getByText('Nu am găsit ce căutați').first().waitFor();
        const seen = await reader.page.locator('body').innerText();
        for (const secret of [number ?? '', one.person.familyName, one.person.latin.familyName, 'Dobrich'])
          expect(seen).not.toContain(secret);
      }
      await reader.goTo('search');
      await reader.page
        .getByLabel('CNP, EGN, LNCH sau alt număr al persoanei')
        .fill(one.person.identifier.value);
      await reader.page.getByRole('button', { name: 'Căutați' }).last().click();
      await reader.page.getByText('Nu s-a găsit niciun dosar').first().waitFor();
      expect(decodeURIComponent(reader.page.url())).not.toContain(one.person.identifier.value);
    });
  } finally {
    await browser.close();
  }
});
