import { testApp, type TestApp } from '../../test/support/app';
import { Browser, freshKey } from '../../test/support/browser';
import { Database } from '../platform/database';

/** Starting the whole application takes its time on a busy machine. */
jest.setTimeout(60_000);

interface Units {
  readonly units: {
    readonly nodes: readonly { readonly id: string; readonly code: string }[];
    readonly totalCount: { readonly value: number };
  };
}

const UNITS = `query ($filter: UnitFilter, $first: Int) { units(filter: $filter, first: $first) {
  totalCount { value capped } pageInfo { endCursor hasNextPage }
  nodes { id code version kind { code name { bg } } name { ro bg en } shortName { ro } languages active
    parent { code } children { code } territories { code name { bg } borderArea }
    competences { code } contactPoints { kind value } } } }`;

describe('the directory through GraphQL', () => {
  let test: TestApp;
  let officer: Browser;

  beforeAll(async () => {
    test = await testApp();
    officer = new Browser(test.app);
    await officer.signIn('maria.ivanova@dob.asp.example', 'Dunarea-2026-caseworker');
  });
  afterAll(async () => {
    await test.close();
  });

  it('reads a hundred units with all that hangs on them in as many questions as one', async () => {
    const ask = jest.spyOn(test.app.get(Database), 'query');
    const questions = async (first: number): Promise<[rows: number, questions: number]> => {
      ask.mockClear();
      const { data, reasons } = await officer.graphql<Units>(UNITS, { first });
      expect(reasons).toEqual([]);
      return [data!.units.nodes.length, ask.mock.calls.length];
    };
    const [, forOne] = await questions(1);
    const [rows, forHundred] = await questions(100);
    ask.mockRestore();
    expect(rows).toBe(100);
    // The first unit stands at the top and asks for no parent: one question more, never one per unit.
    expect(forHundred).toBeLessThanOrEqual(forOne + 1);
  });

  it('finds a Romanian unit by a Bulgarian word', async () => {
    const { data } = await officer.graphql<Units>(UNITS, { filter: { text: 'Констанца', country: 'RO' } });
    expect(data!.units.nodes.map(({ code }) => code)).toContain('RO-AJPIS-CT');
  });

  it('gives null for what is not there and refuses what is no question', async () => {
    const missing = await officer.graphql<object>(
      '{ unit(id: "nowhere") { code } unitByCode(code: "XX") { code } }',
    );
    expect(missing).toEqual({ data: { unit: null, unitByCode: null }, reasons: [] });
    expect((await officer.graphql(UNITS, { first: 0 })).reasons).toEqual(['request.invalid']);
    expect((await officer.graphql(UNITS, { filter: { parent: 'x' } })).reasons).toEqual(['request.invalid']);
  });

  it('lists the fifteen counties and districts along the border', async () => {
    const { data } = await officer.graphql<{ territories: object[] }>(
      '{ territories(borderArea: true) { code country nuts3 name { ro bg en } borderArea } }',
    );
    expect(data!.territories).toHaveLength(15);
  });

  it('lets no caseworker change a unit', async () => {
    const { data } = await officer.graphql<Units>(UNITS, { filter: { text: 'РДСП Добрич' } });
    const { reasons } = await officer.graphql(
      'mutation ($input: UpdateUnitInput!) { updateUnit(input: $input) { version } }',
      { input: { idempotencyKey: freshKey(), id: data!.units.nodes[0]!.id, version: 1, active: false } },
    );
    expect(reasons).toEqual(['access.forbidden']);
  });
});
