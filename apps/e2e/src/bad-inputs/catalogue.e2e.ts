import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCESS_CASES } from './cases/access';
import { GRAPHQL_CASES } from './cases/graphql';
import { HTTP_CASES } from './cases/http';
import { STORED_CASES } from './cases/stored';
import { TEXT_CASES } from './cases/texts';
import { CATALOGUE, type Cases } from './catalogue';
import { ELSEWHERE, NOT_BUILT, OTHERWISE } from './declared';
import { type Footprint, footprint, settledFootprint } from './support/footprint';
import { failuresSince, logEnd } from './support/server-log';
import { makeWorld, type World } from './support/world';

jest.setTimeout(180_000);

const CASES: Cases = { ...HTTP_CASES, ...GRAPHQL_CASES, ...ACCESS_CASES, ...TEXT_CASES, ...STORED_CASES };
/** Rows that act on purpose; all others must leave every table as it was. */
const ACTS = new Set([
  ...['HTTP-030', 'AUTH-012', 'AUTH-013'],
  ...['UNI-005', 'UNI-011', 'UNI-012', 'DAT-005', 'PAG-005', 'CSV-001'],
]);
const root = join(__dirname, '..', '..', '..', '..');
const rows = CATALOGUE.map(({ id, area, input }) => [id, area, input] as const);

let world: World;
let last: Footprint | null = null;
beforeAll(async () => {
  world = await makeWorld(8_301);
});

describe('the catalogue of bad inputs', () => {
  it('has each row tried here, tried by a named test elsewhere, or of what is not built: exactly one of them', () => {
    const lists = [CASES, ELSEWHERE, NOT_BUILT];
    const counted = CATALOGUE.map(({ id }) => [id, lists.filter((list) => Object.hasOwn(list, id)).length]);
    expect(counted.filter(([, count]) => count !== 1)).toEqual([]);
    const ids = new Set(CATALOGUE.map(({ id }) => id));
    expect(ids.size).toBe(CATALOGUE.length);
    expect([...lists, OTHERWISE].flatMap(Object.keys).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('names tests that exist', () => {
    const missing = Object.entries(ELSEWHERE).filter(
      ([, { file, title }]) => !readFileSync(join(root, file), 'utf8').includes(title),
    );
    expect(missing).toEqual([]);
  });
});

describe('a bad input is answered as the catalogue says', () => {
  it.each(rows.filter(([id]) => Object.hasOwn(CASES, id)))('%s (%s): %s', async (id) => {
    const place = logEnd();
    const before = last ?? (await settledFootprint());
    await CASES[id]?.(world);
    expect(failuresSince(place)).toEqual([]);
    last = ACTS.has(id) ? null : await footprint();
    if (last !== null) expect(last).toEqual(before);
  });
});
