import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, type GraphQLSchema, isLeafType, isObjectType, parse } from 'graphql';
import { createApp } from '../src/create-app';
import { DraftsService } from '../src/exchanges/drafts.service';
import { makeRawPlan } from '../src/platform/graphql/raw-answers/raw-plan';
import { testApp, type TestApp } from './support/app';
import { Browser, freshKey } from './support/browser';
import { demoSignIn } from './support/demonstration';
import { ANSWER, ExchangeFactory } from './support/exchange-factory';
import { testSettings } from './support/platform';

const QUEUES = ['NEEDS_ME', 'WAITING', 'DUE_SOON', 'OVERDUE', 'DRAFTS', 'ALL'] as const;
/** One of each kind of reader: both sides, one with neither case, a whole country, and the pseudonyms of an auditor. */
const READERS = [
  'elena.popescu@ct.ajpis.example',
  'maria.ivanova@dob.asp.example',
  'cristina.vlad@ot.ajpis.example',
  'petar.kolev@asp.example',
  'carmen.ilie@anpis.example',
] as const;

const texts: readonly string[] = Object.values(
  JSON.parse(readFileSync(join(__dirname, '../../web/data/operations.json'), 'utf8')) as Record<
    string,
    string
  >,
);
const documentOf = (operation: string): string =>
  texts.find((text) => new RegExp(`query ${operation}\\b`).test(text)) ?? '';

let test: TestApp;
let plainApp: NestFastifyApplication;
let schema: GraphQLSchema;
/** Each reader at the product as it runs, and at the same product executing with graphql-js. */
const pairs = new Map<string, readonly [Browser, Browser]>();
let cases: readonly string[];

const signIn = async (app: NestFastifyApplication, email: string, address: string): Promise<Browser> => {
  const browser = new Browser(app, address);
  const { password, codeAt } = demoSignIn(email);
  const { body } = await browser.signIn(email, password);
  if (body.stage !== 'full') await browser.prove(codeAt(new Date()));
  return browser;
};

beforeAll(async () => {
  test = await testApp();
  plainApp = await createApp(testSettings(test.database, { GRAPHQL_JIT: 'false' }));
  await plainApp.init();
  await plainApp.getHttpAdapter().getInstance().ready();
  schema = test.app.get(GraphQLSchemaHost).schema;
  const make = new ExchangeFactory(
    test.app,
    await test.actor('elena.popescu@ct.ajpis.example'),
    await test.actor('maria.ivanova@dob.asp.example'),
  );
  const writing = await make.accepted();
  await test.app.get(DraftsService).saveAnswer(make.replier, {
    ...{ id: writing, version: 0, idempotencyKey: freshKey(), content: ANSWER.content },
  });
  cases = [await make.draft(), await make.sent(), writing, await make.answered()];
  for (const [at, email] of READERS.entries()) {
    // A code counts once: whoever proves a second factor shows the same session to both.
    const browser = await signIn(test.app, email, `192.0.2.${at + 20}`);
    const plain = new Browser(plainApp, `192.0.2.${at + 20}`);
    plain.cookie = browser.cookie;
    plain.csrf = browser.csrf;
    pairs.set(email, [browser, plain]);
  }
}, 180_000);
afterAll(async () => {
  await plainApp.close();
  await test.close();
});

const comparable = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value)
      .replace(/"(requestId|reference)":"[^"]*"/g, '"$1":"-"')
      .replace(/the reference [\w-]+/g, 'the reference -'),
  );

/** Asks both, and gives the answer they agree in. */
const agreed = async (email: string, query: string, variables: object): Promise<string> => {
  const pair = pairs.get(email);
  if (pair === undefined) throw new Error(`${email} is not signed in`);
  const [raw, plain] = await Promise.all(
    pair.map((browser) => browser.send<object>('POST', '/graphql', { query, variables })),
  );
  expect(comparable([raw?.status, raw?.body])).toEqual(comparable([plain?.status, plain?.body]));
  return JSON.stringify(raw?.body);
};

/** What can be asked of a type: its leaves, and below each object its leaves again. */
const selections = (typeName: string, depth: number): readonly string[] => {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields())
    .filter(({ args }) => args.length === 0)
    .flatMap(({ name, type: output }) => {
      const inner = getNamedType(output);
      if (isLeafType(inner)) return [name];
      return depth === 0 ? [] : selections(inner.name, depth - 1).map((below) => `${name} { ${below} }`);
    });
};

describe("the web client's own documents", () => {
  it('are written as they are read, without a step between', () => {
    for (const name of ['Exchange', 'ExchangeList', 'QueueCounts', 'QueueCount'])
      expect(makeRawPlan(schema, parse(documentOf(name)), name)).not.toBeNull();
  });

  it.each(READERS)('are answered to %s as graphql-js answers them', async (email) => {
    const answers: string[] = [];
    for (const id of cases) answers.push(await agreed(email, documentOf('Exchange'), { id }));
    for (const queue of QUEUES)
      answers.push(await agreed(email, documentOf('ExchangeList'), { queue, first: 25 }));
    answers.push(await agreed(email, documentOf('QueueCounts'), {}));
    expect(answers.some((answer) => answer.includes('"nodes":[{'))).toBe(
      email !== 'cristina.vlad@ot.ajpis.example',
    );
  });
});

describe('every field', () => {
  it.each(READERS)('of a case and of a list is the same to %s, whoever writes it', async (email) => {
    const ofCase = selections('Exchange', 2);
    const ofList = selections('ExchangeSummary', 2);
    expect(ofCase.length).toBeGreaterThan(150);
    // Several at once, within what one query may cost.
    for (let at = 0; at < ofCase.length; at += 25)
      for (const id of cases)
        await agreed(
          email,
          `query($id: ID!) { exchange(id: $id) { ${ofCase.slice(at, at + 25).join(' ')} } }`,
          {
            id,
          },
        );
    for (let at = 0; at < ofList.length; at += 25)
      await agreed(
        email,
        `{ exchanges(queue: ALL, first: 10) { nodes { ${ofList.slice(at, at + 25).join(' ')} } } }`,
        {},
      );
  });
});

describe('what raw answers leave to the usual way', () => {
  it.each([
    ['several root fields', '{ viewer { locale } exchangeTypes { code } }'],
    [
      'what a variable takes away',
      '{ exchanges(queue: ALL, first: 2) { nodes { id @skip(if: true) state } } }',
    ],
    ['a change', 'mutation { setLocale(input: { locale: RO }) { locale } }'],
    ['a field with arguments or a resolver', '{ viewer { account { memberships { unit { code } } } } }'],
  ])('%s', (_, query) => {
    expect(makeRawPlan(schema, parse(query), null)).toBeNull();
  });

  it('is also taken where a value is none of its type, and nobody is asked twice', async () => {
    const before = await test.behind<{ n: number }>('select count(*)::int as n from audit_event');
    await test.behind(`update exchange set state_since = 'infinity' where id = $1`, [cases[3]]);
    const answer = await agreed(READERS[0], 'query($id: ID!) { exchange(id: $id) { number stateSince } }', {
      id: cases[3],
    });
    expect(answer).toContain('errors');
    const after = await test.behind<{ n: number }>('select count(*)::int as n from audit_event');
    // One for each of the two products.
    expect((after[0]?.n ?? 0) - (before[0]?.n ?? 0)).toBe(2);
  });
});
