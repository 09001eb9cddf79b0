import type { Caller } from '../api/caller';
import { Calls, nameOf, type Place, placesOf } from './generators/calls';
import {
  IS_LONG,
  NAUGHTY,
  NEEDS_NO_ID,
  someFor,
  stringsFor,
  TEXT_SCALARS,
  valueFor,
} from './generators/naughty';
import { RunningSchema } from './generators/schema';
import { type Shot, Volley } from './generators/volley';
import { unharmed } from './support/unharmed';
import { makeWorld, partnerOf, type World } from './support/world';

jest.setTimeout(IS_LONG ? 3_600_000 : 240_000);

let world: World;
let schema: RunningSchema;
let calls: Calls;
beforeAll(async () => {
  world = await makeWorld(8_001);
  schema = await RunningSchema.read(world.elena);
  calls = new Calls(schema);
});

const places = (operation: string): Place[] =>
  schema.roots
    .filter((root) => root.operation === operation)
    .flatMap((root) => placesOf(schema, root, TEXT_SCALARS));

const shots = (of: readonly Place[], sample: number, strings = stringsFor): Shot[] =>
  of.flatMap((place) =>
    strings(nameOf(place), sample).map((text) => {
      const value = valueFor(place, text);
      return { place, value, call: calls.at(place, value) };
    }),
  );

const volley = async (caller: Caller, of: readonly Shot[]): Promise<Volley> => {
  const fired = await unharmed(() => new Volley(caller).fire(of));
  expect(fired.faults.slice(0, 10)).toEqual([]);
  expect(fired.hits).toHaveLength(of.length);
  return fired;
};

it('there are several hundred strings, and places for them in queries and mutations', () => {
  expect(NAUGHTY.length).toBeGreaterThan(500);
  expect(places('query').length).toBeGreaterThan(30);
  expect(places('mutation').length).toBeGreaterThan(80);
});

it('every text of every query is answered or refused by code, and changes nothing', async () => {
  const fired = await volley(world.elena, shots(places('query'), 12));
  const refused = fired.hits.filter(({ refusal }) => refusal !== null);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThan(fired.hits.length);
});

it('an auditor and an administrator, who reach what officers do not, fare alike', async () => {
  const own = (names: readonly string[]) => places('query').filter(({ root }) => names.includes(root.name));
  await volley(world.auditor, shots(own(['auditEvents', 'exchanges']), 8));
  await volley(world.administrator, shots(own(['accounts', 'calendarChanges', 'units']), 8));
});

it('every text of every mutation that reaches nothing is refused by code, and changes nothing', async () => {
  const reaching = places('mutation').filter(({ root }) => !NEEDS_NO_ID.has(root.name));
  const fired = await volley(world.elena, shots(reaching, 5, someFor));
  expect(fired.answered).toEqual([]);
});

it('an administrator who may enter people and units enters none of these', async () => {
  const entering = new Set(['createAccount', 'createUnit', 'addCalendarDay']);
  const own = places('mutation').filter(({ root }) => entering.has(root.name));
  const fired = await volley(world.administrator, shots(own, 6, someFor));
  expect(fired.answered).toEqual([]);
});

it('every text that a partner system sends for an officer fares alike', async () => {
  const system = await partnerOf(world.accounts.elena);
  const asked = await volley(system, shots(places('query'), 4, someFor));
  expect(asked.hits.filter(({ refusal }) => refusal === null).length).toBeGreaterThan(0);
  const reaching = places('mutation').filter(({ root }) => !NEEDS_NO_ID.has(root.name));
  expect((await volley(system, shots(reaching, 2, someFor))).answered).toEqual([]);
});
