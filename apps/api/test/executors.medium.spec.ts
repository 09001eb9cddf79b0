import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { createApp } from '../src/create-app';
import { testApp, type TestApp } from './support/app';
import { Browser } from './support/browser';
import { ExchangeFactory } from './support/exchange-factory';
import { testSettings } from './support/platform';

let test: TestApp;
/** The same application on the same database, with compiled queries and with plain graphql-js. */
let compiled: Browser;
let plain: Browser;
let plainApp: NestFastifyApplication;
let exchangeId: string;

const signIn = async (app: NestFastifyApplication): Promise<Browser> => {
  const browser = new Browser(app);
  await browser.signIn('elena.popescu@ct.ajpis.example', 'Dunarea-2026-caseworker');
  return browser;
};

beforeAll(async () => {
  test = await testApp();
  plainApp = await createApp(testSettings(test.database, { GRAPHQL_JIT: 'false' }));
  await plainApp.init();
  await plainApp.getHttpAdapter().getInstance().ready();
  const constanta = await test.actor('elena.popescu@ct.ajpis.example');
  const dobrich = await test.actor('maria.ivanova@dob.asp.example');
  exchangeId = await new ExchangeFactory(test.app, constanta, dobrich).answered();
  compiled = await signIn(test.app);
  plain = await signIn(plainApp);
});
afterAll(async () => {
  await plainApp.close();
  await test.close();
});

/** What differs between any two requests. */
const comparable = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replace(/"requestId":"[^"]*"/g, '"requestId":"-"'));

const both = async (query: string, variables: object = {}) => {
  const body = { query, variables };
  const answers = await Promise.all(
    [compiled, plain].map((browser) => browser.send('POST', '/graphql', body)),
  );
  return answers.map((answer) => comparable({ status: answer.status, body: answer.body }));
};

describe('compiled queries answer like graphql-js', () => {
  it.each([
    [
      'a list',
      '{ exchanges(queue: ALL) { nodes { number state side requestingUnit { code } } totalCount { value } } }',
      {},
    ],
    [
      'an exchange whole',
      `query($id: ID!) { exchange(id: $id) { number subject { name { familyName } identifiers { masked } }
        timeline { move account { familyName } at } moves { move allowed refusals { code params } }
        answers { content sentAt } deadline { due } citation { clause agreement { code } } } }`,
      'id',
    ],
    ['aliases and fragments', '{ a: viewer { ...V } b: viewer { ...V } } fragment V on Viewer { roles }', {}],
    [
      'skip and include',
      'query($y: Boolean!) { viewer { roles @include(if: $y) locale @skip(if: $y) } }',
      { y: true },
    ],
    [
      'an enum variable',
      'query($q: ExchangeQueue!) { exchanges(queue: $q, first: 1) { nodes { state } } }',
      { q: 'ALL' },
    ],
    ['a coded refusal', '{ exchange(id: "0190b3c4-1111-7abc-8def-0123456789ab") { number } }', {}],
    ['bad input', '{ exchanges(queue: ALL, first: 1000) { nodes { id } } }', {}],
    [
      'a bad variable',
      'query($n: Int!) { exchanges(queue: ALL, first: $n) { nodes { id } } }',
      { n: 'many' },
    ],
    ['a missing variable', 'query($n: Int!) { exchanges(queue: ALL, first: $n) { nodes { id } } }', {}],
    ['a field that is not there', '{ viewer { nothing } }', {}],
    ['introspection', '{ __type(name: "ExchangeState") { kind name description } }', {}],
    [
      'two fields, one refused',
      '{ viewer { locale } exchangeByNumber(number: "RO-CT-1999-000001") { id } }',
      {},
    ],
    ['a mutation refused', 'mutation($i: ExchangeMoveInput!) { acceptExchange(input: $i) { id } }', 'move'],
  ])('%s', async (_, query, given) => {
    const variables =
      given === 'id'
        ? { id: exchangeId }
        : given === 'move'
          ? { i: { id: exchangeId, version: 1, idempotencyKey: 'compared' } }
          : (given as object);
    const [byCompiled, byPlain] = await both(query, variables);
    if (/variable/.test(_)) {
      // The one known difference: the wording of messages about variables.
      const shape = (answer: unknown) =>
        JSON.stringify(answer)
          .replace(/"message":"(?:[^"\\]|\\.)*"/g, '')
          .replace(/"locations":\[[^\]]*\],?/g, '');
      expect(shape(byCompiled)).toBe(shape(byPlain));
    } else expect(byCompiled).toEqual(byPlain);
  });
});

describe('a page of exchanges', () => {
  it('costs the same number of statements whatever its length', async () => {
    let statements = 0;
    test.app.get(DataSource).setOptions({
      logger: {
        logQuery: () => void (statements += 1),
        logQueryError: () => undefined,
        logQuerySlow: () => undefined,
        logSchemaBuild: () => undefined,
        logMigration: () => undefined,
        log: () => undefined,
      },
    });
    const constanta = await test.actor('elena.popescu@ct.ajpis.example');
    const dobrich = await test.actor('maria.ivanova@dob.asp.example');
    const make = new ExchangeFactory(test.app, constanta, dobrich);
    for (let i = 0; i < 4; i += 1) await make.sent();
    const cost = async (first: number): Promise<number> => {
      statements = 0;
      const answer = await compiled.graphql<{ exchanges: { nodes: unknown[] } }>(
        `query($first: Int!) { exchanges(queue: ALL, first: $first) { nodes { number subject { name { familyName } }
          requestingUnit { code shortName { ro } } replyingUnit { code } handler { familyName } deadline { due } } } }`,
        { first },
      );
      expect(answer.data?.exchanges.nodes).toHaveLength(first);
      return statements;
    };
    await cost(1);
    expect(await cost(5)).toBe(await cost(1));
  });
});
