import type { Caller } from '../api/caller';
import { Calls, type Place, placesOf } from './generators/calls';
import { isList, namedType, RunningSchema } from './generators/schema';
import { type Hit, type Shot, shown, Volley } from './generators/volley';
import { unharmed } from './support/unharmed';
import { makeWorld, type World } from './support/world';

jest.setTimeout(240_000);

let world: World;
let schema: RunningSchema;
let calls: Calls;
beforeAll(async () => {
  world = await makeWorld(8_201);
  schema = await RunningSchema.read(world.elena);
  calls = new Calls(schema);
});

const cursor = (...key: readonly unknown[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** Sort keys of all lengths made of what no sort key holds. */
const FORGED = [
  '',
  'x',
  'infinity',
  '-infinity',
  'now',
  '2026-02-30',
  '2026-01-01T00:00:00Z',
  '9'.repeat(30),
  '-1',
  '\u0000',
  '\ud800',
  '%',
  '00000000-0000-0000-0000-000000000000',
].flatMap((part) => [1, 2, 3, 4].map((length) => cursor(...Array.from({ length }, () => part))));

const BROKEN = [
  '',
  ' ',
  'x',
  '====',
  '%00',
  '\u0000',
  '\ud800',
  'W10',
  'bnVsbA',
  'e30',
  cursor(1, 2),
  cursor(null, null),
  cursor(['x'], {}),
  cursor('x', 'y').slice(0, -3),
  'a'.repeat(2_001),
  'a'.repeat(900_000),
];

const places = (name: string, by?: readonly string[]): Place[] =>
  schema.roots
    .filter((root) => root.operation === 'query' && (by === undefined || by.includes(root.name)))
    .flatMap((root) => placesOf(schema, root, ['String', 'Int']))
    .filter(({ path }) => path.length === 1 && path[0] === name);

const fire = async (
  caller: Caller,
  of: readonly Place[],
  values: readonly unknown[],
): Promise<readonly Hit[]> => {
  const shots: Shot[] = of.flatMap((place) =>
    values.map((value) => ({ place, value, call: calls.at(place, value) })),
  );
  const fired = await unharmed(() => new Volley(caller).fire(shots));
  expect(fired.faults.slice(0, 10)).toEqual([]);
  return fired.hits;
};

const codes = (hits: readonly Hit[]): readonly string[] => [
  ...new Set(hits.map(({ refusal }) => refusal?.code ?? 'answered')),
];

it('every list that takes a page is tried', () => {
  const connections = schema.roots.filter(
    ({ type }) => !isList(type) && (namedType(type).name ?? '').endsWith('Connection'),
  );
  expect(places('first').map(({ root }) => root.name)).toEqual(connections.map(({ name }) => name));
  expect(places('after').map(({ root }) => root.name)).toEqual(connections.map(({ name }) => name));
});

it('no list gives fewer than 1 or more than 100 rows at once', async () => {
  const hits = await fire(world.elena, places('first'), [0, -1, 101, 2 ** 31 - 1, -(2 ** 31)]);
  const others = hits.filter(({ refusal }) => refusal?.reason !== 'request.invalid');
  expect(others.map(({ shot }) => shown(shot))).toEqual([]);
});

it('a number that is none is refused, and none at all is the usual page', async () => {
  const wrong = await fire(world.elena, places('first'), [2 ** 31, 1.5, '5', true, [5, 5], {}]);
  const taken = wrong.filter(({ refusal }) => refusal?.code !== 'BAD_USER_INPUT');
  expect(taken.map(({ shot }) => shown(shot))).toEqual([]);
  const none = await fire(world.elena, places('first', ['exchanges', 'units', 'notices']), [null]);
  expect(codes(none)).toEqual(['answered']);
});

it('a cursor that nobody gave is refused by code, or is a place like any other', async () => {
  const hits = await fire(world.elena, places('after'), [...BROKEN, ...FORGED]);
  const others = hits.filter(
    ({ refusal }) => refusal !== null && !['BAD_USER_INPUT', 'FORBIDDEN'].includes(refusal.code),
  );
  expect(others.map(({ shot }) => shown(shot))).toEqual([]);
  const broken = hits.filter(({ shot }) => shot.value === 'x' || shot.value === 'e30');
  expect(codes(broken)).not.toContain('answered');
});

it('so it is for auditors and administrators, whose lists officers do not see', async () => {
  await fire(world.auditor, places('after', ['auditEvents', 'exchanges']), [...BROKEN, ...FORGED]);
  await fire(world.administrator, places('after', ['accounts', 'calendarChanges']), [...BROKEN, ...FORGED]);
});

it('the cursor of somebody else’s list leads to no row of theirs', async () => {
  const { exchanges } = await world.elena.ask<{ exchanges: { edges: { cursor: string }[] } }>(
    '{ exchanges(queue: ALL, first: 2) { edges { cursor } } }',
  );
  expect(exchanges.edges.length).toBeGreaterThan(1);
  for (const edge of exchanges.edges) {
    const answer = await world.cristina.graphql<{ exchanges: { nodes: { id: string; number: string }[] } }>(
      'query($after: String) { exchanges(queue: ALL, first: 100, after: $after) { nodes { id number } } }',
      { after: edge.cursor },
    );
    expect(answer.body.errors).toBeUndefined();
    expect(JSON.stringify(answer.body)).not.toContain(world.secret.exchange);
  }
});
