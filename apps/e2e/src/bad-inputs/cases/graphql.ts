import type { Caller } from '../../api/caller';
import { NOBODY } from '../generators/calls';
import type { Cases } from '../catalogue';
import { stranger } from '../support/places';
import { expectRefused, expectStatus, graphqlBody, LOCALE } from './expectations';

const ask = (caller: Caller, query: string, variables: object = {}) =>
  caller.graphql(query, variables, { headers: graphqlBody });
const errorsOf = (body: { errors?: readonly { message: string }[] }): readonly { message: string }[] =>
  body.errors ?? [];
const nested = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const UNITS = 'query($first: Int) { units(first: $first) { nodes { id } } }';
const COMPETENCES = 'mutation($input: CreateUnitInput!) { createUnit(input: $input) { id } }';
const unit = (competences: readonly string[]): object => {
  const name = { ro: 'x', bg: 'x', en: 'x' };
  return {
    idempotencyKey: 'x',
    code: 'RO-X',
    country: 'RO',
    kind: 'X_X',
    name,
    shortName: name,
    territories: [],
    competences,
    languages: ['ro'],
    contactPoints: [],
  };
};
/** Doubles at each level: 2^18 fields in a few lines. */
const exploding = (): string => {
  const levels = Array.from(
    { length: 18 },
    (_, at) => `fragment F${at} on Unit { ${at === 17 ? 'id' : `...F${at + 1} ...F${at + 1}`} }`,
  );
  return `{ unitByCode(code: "X") { ...F0 } } ${levels.join(' ')}`;
};

export const GRAPHQL_CASES: Cases = {
  'GQL-002': async () => {
    const { body, ...answer } = await ask(stranger(), '{ viewer { locle } }');
    expectRefused({ ...answer, body }, 400, 'request.malformed');
    expect(JSON.stringify(body)).not.toMatch(/Did you mean|locale/);
  },
  'GQL-003': async ({ elena }) =>
    expectRefused(
      await ask(elena, `{ viewer ${'{ child '.repeat(5_000)}${'}'.repeat(5_001)}`),
      400,
      'request.malformed',
    ),
  'GQL-005': async ({ auditor }) => {
    const deep = `{ __schema { types { ${'ofType { '.repeat(0)}fields { type { ${'ofType { '.repeat(30)}name${' }'.repeat(30)} } } } } }`;
    expectRefused(await ask(auditor, deep), 400);
  },
  'GQL-008': async ({ elena }) => {
    const many = Array.from(
      { length: 500 },
      (_, at) => `a${at}: changePassword(current: "x", next: "y", idempotencyKey: "k${at}")`,
    );
    expectRefused(
      await ask(elena, `mutation { ${many.slice(0, 150).join(' ')} }`),
      400,
      'request.tooComplex',
    );
    expectRefused(await ask(elena, `mutation { ${many.join(' ')} }`), 400);
  },
  'GQL-009': async ({ elena }) => {
    const answer = await ask(elena, `{ viewer { locale ${'@aa'.repeat(10)} } }`);
    expectRefused(answer, 400, 'request.malformed');
    expect(errorsOf(answer.body).length).toBeLessThanOrEqual(5);
  },
  'GQL-010': async ({ elena }) =>
    expectRefused(await ask(elena, `{ viewer { ${'locale '.repeat(1_000)} } }`), 400, 'request.malformed'),
  'GQL-011': async ({ elena }) =>
    expectRefused(
      await ask(elena, '{ viewer { ...A } } fragment A on Viewer { locale ...A }'),
      400,
      'request.malformed',
    ),
  'GQL-012': async ({ elena }) => expectRefused(await ask(elena, exploding()), 400),
  'GQL-016': async ({ elena }) => {
    const open = 'mutation A { openExchange(input: { type: "EX02", idempotencyKey: "never-run" }) { id } }';
    for (const operationName of ['B', '']) {
      const answer = await elena.send('POST', '/graphql', {
        body: { query: open, operationName },
        headers: graphqlBody,
      });
      expectRefused(answer, 400, 'request.malformed');
      expect(JSON.stringify(answer.body)).toContain('OPERATION_RESOLUTION_FAILURE');
    }
  },
  'GQL-018': async ({ elena }) =>
    expectRefused(await ask(elena, UNITS, { first: '1; drop table' }), 400, 'request.malformed'),
  'GQL-019': async ({ elena }) =>
    expectRefused(await ask(elena, 'query($id: ID!) { unit(id: $id) { id } }'), 400, 'request.malformed'),
  'GQL-020': async ({ elena }) => {
    const wrong = Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`wrong${at}`, at]));
    const answer = await ask(elena, 'query($f: UnitFilter) { units(filter: $f) { nodes { id } } }', {
      f: wrong,
    });
    expectRefused(answer, 400, 'request.malformed');
    expect(errorsOf(answer.body).length).toBeLessThanOrEqual(5);
  },
  'GQL-021': async ({ administrator }) => {
    const answer = await ask(administrator, COMPETENCES, {
      input: unit(Array.from({ length: 10_001 }, (_, at) => `A${at}`)),
    });
    expectRefused(answer, 200, 'request.invalid');
    expect(JSON.stringify(answer.body)).toContain('competences');
  },
  'GQL-022': async ({ administrator }) => {
    const many = Array.from({ length: 70_000 }, (_, at) => `A${at}`);
    expectRefused(await ask(administrator, COMPETENCES, { input: unit(many) }), 200, 'request.invalid');
  },
  'GQL-025': async ({ elena }) => {
    for (const levels of [40, 5_000, 100_000]) {
      const body = `{"query":"${LOCALE}","variables":{"content":${nested(levels)}}}`;
      expectRefused(
        await elena.send('POST', '/graphql', { body, headers: graphqlBody }),
        400,
        'request.tooComplex',
      );
    }
  },
  'GQL-028': async ({ cristina, secret }) => {
    const query = 'query($id: ID!) { e: exchange(id: $id) { s: subject { n: name { familyName } } } }';
    expectRefused(await ask(cristina, query, { id: secret.exchange }), 200, 'exchange.notFound');
  },
  'GQL-029': async ({ cristina, secret }) => {
    const query =
      'query($id: ID!) { exchange(id: $id) { ... on Exchange { subject { ... { name { familyName } } } } } }';
    expectRefused(await ask(cristina, query, { id: secret.exchange }), 200, 'exchange.notFound');
  },
  'GQL-032': async ({ elena }) => {
    expectRefused(await ask(elena, '{ viewer { ... @defer { locale } } }'), 400, 'request.malformed');
    expectRefused(
      await ask(elena, '{ exchangeTypes @stream(initialCount: 0) { __typename } }'),
      400,
      'request.malformed',
    );
  },
  'GQL-034': async ({ elena }) => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
    const answer = await elena.send('POST', '/graphql', { body: { extensions }, headers: graphqlBody });
    expectRefused(answer, 200, 'request.operationUnknown');
  },
  'GQL-035': async ({ elena }) => {
    const body = { query: LOCALE, extensions: { x: 'a'.repeat(1_000_000) } };
    expectRefused(await elena.send('POST', '/graphql', { body }), 413, 'request.tooLarge');
  },
  'GQL-036': async ({ elena }) => {
    // 1 + 1 + first × (1 for each field below the rows): the budget is 20,000.
    const costing = (fields: number, more: number): string =>
      `{ units(first: 100) { nodes { ${Array.from({ length: fields }, () => 'id').join(' ')} } } ${'__typename '.repeat(more)} }`;
    expectStatus(await ask(elena, costing(1, 0)), 200);
    const name = 'name { ro bg en } shortName { ro bg en }';
    const rows = `units(first: 100) { nodes { id code ${name} parent { id code ${name} } } }`;
    const dear = `{ ${Array.from({ length: 11 }, (_, at) => `u${at}: ${rows}`).join(' ')} }`;
    expectRefused(await ask(elena, dear), 400, 'request.tooComplex');
  },
  'IDN-015': async ({ elena }) =>
    expectRefused(
      await ask(elena, 'query($id: ID!) { exchange(id: $id) { id } }', {}),
      400,
      'request.malformed',
    ),
  'IDN-016': async ({ elena }) => {
    for (const id of [Buffer.from('AuditEvent:1').toString('base64'), NOBODY])
      expectRefused(
        await ask(elena, 'query($id: ID!) { exchange(id: $id) { id } }', { id }),
        200,
        'exchange.notFound',
      );
  },
};
