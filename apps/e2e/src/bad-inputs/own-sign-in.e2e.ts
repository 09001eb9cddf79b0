import type { Caller } from '../api/caller';
import { enter, PEOPLE } from '../api/people';
import { askAsOwner } from '../owner-database';
import { Calls, nameOf, type Place, placesOf } from './generators/calls';
import { NEEDS_NO_ID, someFor, TEXT_SCALARS, valueFor } from './generators/naughty';
import { RunningSchema } from './generators/schema';
import { type Shot, Volley } from './generators/volley';
import { beginnerAt, crowdOf } from './support/places';
import { unharmed } from './support/unharmed';
import { partnerOf } from './support/world';

jest.setTimeout(120_000);

/** What each may write where a text is lawful: a fresh key for an act on one's own. All else writes nothing at all. */
const MAY_CHANGE: Readonly<Record<string, readonly string[]>> = {
  setLocale: ['account', 'directory_epoch'],
  startSecondFactor: ['second_factor'],
};
/** A county without cases: its notices, which are the office's, are none. */
const QUIET_UNIT = 'RO-AJPIS-AB';

let administrator: Caller;
let schema: RunningSchema;
let calls: Calls;
beforeAll(async () => {
  administrator = await crowdOf(PEOPLE.sorin);
  schema = await RunningSchema.read(administrator);
  calls = new Calls(schema);
});

const places = (name: string): readonly Place[] =>
  schema.roots.filter((root) => root.name === name).flatMap((root) => placesOf(schema, root, TEXT_SCALARS));
const shots = (of: readonly Place[], sample: number): Shot[] =>
  of.flatMap((place) =>
    someFor(nameOf(place), sample).map((text) => {
      const value = valueFor(place, text);
      return { place, value, call: calls.at(place, value) };
    }),
  );
/** What the accounts of all others are, password and second factor included. */
const others = async (email: string): Promise<unknown> =>
  askAsOwner(
    `select count(*), sum(hashtextextended(a::text || coalesce(p::text, '') || coalesce(f::text, ''), 0)) as held
     from account a left join account_password p on p.account_id = a.id left join second_factor f on f.account_id = a.id
     where a.email <> $1`,
    [email],
  );

it('are the acts that need no id of anything', () => {
  const known = schema.roots.map(({ name }) => name);
  expect([...NEEDS_NO_ID].filter((name) => !known.includes(name))).toEqual([]);
  expect(Object.keys(MAY_CHANGE).filter((name) => !NEEDS_NO_ID.has(name))).toEqual([]);
});

// Each by somebody who was entered for it: failures lock an account, and this one is nobody else's.
it.each([...NEEDS_NO_ID])('every text of %s is judged, and changes nobody else', async (name) => {
  const newcomer = await enter(administrator, { unit: QUIET_UNIT });
  const caller = await beginnerAt(newcomer);
  const rest = await others(newcomer.email);
  const mayChange = MAY_CHANGE[name] ?? [];
  const fired = await unharmed(() => new Volley(caller).fire(shots(places(name), 8)), mayChange);
  expect(fired.faults.slice(0, 10)).toEqual([]);
  expect(fired.hits.filter(({ refusal }) => refusal !== null).length).toBeGreaterThan(0);
  expect(await others(newcomer.email)).toEqual(rest);
  // Whoever sent it all is still answered.
  expect((await caller.graphql('{ viewer { locale } }')).status).toBe(200);
});

it('a partner system has no sign-in of its own: every text of it is refused, eight at a time', async () => {
  const system = await partnerOf();
  const fired = await unharmed(() =>
    new Volley(system).fire([...NEEDS_NO_ID].flatMap((name) => shots(places(name), 4))),
  );
  expect(fired.faults.slice(0, 10)).toEqual([]);
  expect(fired.answered).toEqual([]);
});
