import type { Answer, Caller } from '../api/caller';
import { NOBODY } from './generators/calls';
import { someFor } from './generators/naughty';
import { restBytes, restOperations, type RestPlace, restPlaces } from './generators/rest';
import { faultsOf, type Judged } from './support/judge';
import { exchangeBytes } from './support/raw';
import { unharmed } from './support/unharmed';
import { makeWorld, type World } from './support/world';

jest.setTimeout(240_000);

const SENDERS = 8;
const places = restOperations().flatMap(restPlaces);

let world: World;
beforeAll(async () => {
  world = await makeWorld(8_401);
});

interface Sent {
  readonly place: RestPlace;
  readonly text: string;
  readonly answer: Answer<unknown>;
}

const nameOf = ({ operation, in: where, name }: RestPlace): string => `${operation.name}(${where} ${name})`;
const shown = ({ place, text, answer }: Sent): string =>
  `${nameOf(place)} <- ${JSON.stringify(text).slice(0, 120)}: ${answer.status}`;
/** A line end in a header is the end of the header: what follows it would be another one. */
const fits = ({ in: where }: RestPlace, text: string): boolean => where !== 'header' || !/[\r\n]/.test(text);

const fire = async (
  caller: Caller,
  of: readonly (readonly [RestPlace, string])[],
  judged: Judged = {},
): Promise<readonly Sent[]> => {
  const left = of.filter(([place, text]) => fits(place, text));
  const sent: Sent[] = [];
  const faults: string[] = [];
  const sender = async (): Promise<void> => {
    for (let shot = left.shift(); shot !== undefined; shot = left.shift()) {
      const [place, text] = shot;
      const answer = await exchangeBytes(restBytes(place, text, caller));
      const one = { place, text, answer };
      const bodiless = place.operation.method === 'HEAD';
      faults.push(
        ...faultsOf(answer, { ...judged, bodiless, sent: text }).map((fault) => `${shown(one)}: ${fault}`),
      );
      sent.push(one);
    }
  };
  await unharmed(() => Promise.all(Array.from({ length: SENDERS }, sender)));
  expect(faults.slice(0, 10)).toEqual([]);
  return sent;
};

it('every operation of the REST document that takes anything is tried', () => {
  const tried = new Set(places.map(({ operation }) => operation.name));
  const taking = restOperations().filter(({ parameters, body }) => parameters.length > 0 || body !== null);
  expect(taking.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  expect(places.length).toBeGreaterThan(40);
});

it('every text in address, headers and bodies is answered or refused by code, and changes nothing', async () => {
  const shots = places.flatMap((place) =>
    someFor(nameOf(place), 12).map((text): readonly [RestPlace, string] => [place, text]),
  );
  const sent = await fire(world.elena, shots);
  const refused = sent.filter(({ answer }) => answer.status >= 400);
  expect(refused.length).toBeGreaterThan(sent.length / 2);
  const uncoded = refused.filter(
    ({ place, answer }) =>
      place.operation.method !== 'HEAD' && !/"reason":"[a-z]+\.\w+"/i.test(JSON.stringify(answer.body)),
  );
  expect(uncoded.map(shown)).toEqual([]);
});

it('an id of another unit’s record is told from an id nobody gave by no address at all', async () => {
  const ids = [NOBODY, ...Object.values<string>({ ...world.secret })];
  const byId = places.filter((place) => place.in === 'path');
  expect(byId.length).toBeGreaterThan(4);
  const shots = byId.flatMap((place) => ids.map((id): readonly [RestPlace, string] => [place, id]));
  const sent = await fire(world.cristina, shots, { canaries: world.canaries });
  /** All of an answer but what is another for each request. */
  const told = ({ answer: { status, headers, body } }: Sent): unknown => ({
    status,
    headers: [...headers.keys()].sort(),
    body: JSON.stringify(body).replace(/"requestId":"[^"]+"/, ''),
  });
  const ofNobody = new Map(sent.filter(({ text }) => text === NOBODY).map((one) => [one.place, told(one)]));
  for (const one of sent) expect([shown(one), told(one)]).toEqual([shown(one), ofNobody.get(one.place)]);
});
