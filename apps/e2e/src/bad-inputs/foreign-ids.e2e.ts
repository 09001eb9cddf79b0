import { Calls, NOBODY, type Place, placesOf } from './generators/calls';
import { RunningSchema } from './generators/schema';
import { type Hit, type Shot, shown, Volley } from './generators/volley';
import { unharmed } from './support/unharmed';
import { makeWorld, type World } from './support/world';

jest.setTimeout(240_000);

/** They mark what the unit has of the ids given, and say how many: of strange ids none, which is no refusal. */
const MARKING = ['markNoticesSeen', 'markNoticesUnseen', 'markAccountNoticesSeen'];

let world: World;
let places: readonly Place[];
let calls: Calls;
beforeAll(async () => {
  world = await makeWorld(8_101);
  const schema = await RunningSchema.read(world.elena);
  calls = new Calls(schema);
  places = schema.roots.flatMap((root) => placesOf(schema, root, ['ID']));
});

const shotsOf = (of: readonly Place[], values: readonly unknown[]): Shot[] =>
  of.flatMap((place) => values.map((value) => ({ place, value, call: calls.at(place, value) })));

/** What somebody can tell from an answer: all of it, but for the id of the request and the field's own name. */
const told = ({ refusal }: Hit): string =>
  refusal === null ? 'answered' : `${refusal.code} ${refusal.reason} ${JSON.stringify(refusal.params)}`;

it('there is an id to try in nearly every field', () => {
  expect(new Set(places.map(({ root }) => root.name)).size).toBeGreaterThan(40);
});

it('an id of another unit’s record is told from an id nobody gave by no field at all', () =>
  unharmed(async () => {
    const ids = Object.values<string>({ ...world.secret });
    const fired = await new Volley(world.cristina, { canaries: world.canaries }).fire(
      shotsOf(places, [NOBODY, ...ids]),
    );
    expect(fired.faults.slice(0, 10)).toEqual([]);
    const differing = fired.hits.filter((hit) => {
      const nobody = fired.hits.find(({ shot }) => shot.place === hit.shot.place && shot.value === NOBODY);
      return nobody === undefined || told(nobody) !== told(hit);
    });
    expect(differing.slice(0, 20).map((hit) => `${shown(hit.shot)}: ${told(hit)}`)).toEqual([]);
  }));

it('neither is it by an administrator, who has no part in cases', () =>
  unharmed(async () => {
    const { exchange, draft, file, receipt } = world.secret;
    const values = [NOBODY, exchange, draft, file, receipt];
    const fired = await new Volley(world.administrator, { canaries: world.canaries }).fire(
      shotsOf(places, values),
    );
    expect(fired.faults.slice(0, 10)).toEqual([]);
  }));

it('what is no id at all, or the id of something else, is refused by code', () =>
  unharmed(async () => {
    const values = [
      '',
      'x',
      '1',
      '-1',
      'null',
      'undefined',
      `${NOBODY}x`,
      `{${NOBODY}}`,
      '00000000-0000-0000-0000-000000000000',
      'ffffffff-ffff-ffff-ffff-ffffffffffff',
      Buffer.from('AuditEvent:1').toString('base64'),
      'a'.repeat(20_000),
      "' or '1'='1",
      'a\u0000b',
      '\ud800',
      1,
      0,
      -1,
      2 ** 31,
      1.5,
      true,
      ['x'],
      { id: 'x' },
      world.secret.receipt,
    ];
    const fired = await new Volley(world.elena).fire(shotsOf(places, values));
    expect(fired.faults.slice(0, 10)).toEqual([]);
    const changed = fired.hits.filter(
      ({ shot, refusal }) =>
        shot.place.root.operation === 'mutation' &&
        refusal === null &&
        !MARKING.includes(shot.place.root.name),
    );
    expect(changed.map(({ shot }) => shown(shot))).toEqual([]);
  }));
