import { testApp, type TestApp } from '../../test/support/app';
import { Browser, freshKey } from '../../test/support/browser';
import { Database } from '../platform/database';

/** Starting the whole application takes its time on a busy machine. */
jest.setTimeout(60_000);

interface Node {
  readonly id: string;
  readonly code: string;
}
interface CoverageAnswer {
  readonly coverage: {
    readonly covered: boolean;
    readonly citation: Readonly<Record<string, unknown>> | null;
    readonly refusals: readonly { readonly code: string; readonly params: object }[];
  };
}

const REGISTER = `{ agreements(first: 10) { totalCount { value } nodes { id code title { ro bg en } status signedOn
  signedMonth parties { unit { code } role { ro } roleCode } current { no inForce }
  versions { id no validFrom validTo inForce reconstructed source clauses { no title { bg } text { en } }
    terms { typeCode clause certificates answerWorkingDays allUnits units { code } legalBases { code }
      dataCategories { en } purposes { ro } } } } } }`;
const COVERAGE = `query ($type: String!, $from: ID!, $to: ID!, $date: LocalDate) {
  coverage(type: $type, requestingUnit: $from, replyingUnit: $to, date: $date) {
    covered citation { agreement { code } version clause legalBasis legalBases { code } } refusals { code params } } }`;

describe('the register of agreements', () => {
  let test: TestApp;
  let officer: Browser;
  const unit = async (code: string): Promise<string> => {
    const { data } = await officer.graphql<{ unitByCode: Node }>(
      'query ($code: String!) { unitByCode(code: $code) { id } }',
      { code },
    );
    return data!.unitByCode.id;
  };
  const covered = async (type: string, from: string, to: string, date?: string) => {
    const { data } = await officer.graphql<CoverageAnswer>(COVERAGE, {
      type,
      from: await unit(from),
      to: await unit(to),
      date,
    });
    return data!.coverage;
  };

  beforeAll(async () => {
    test = await testApp();
    officer = new Browser(test.app);
    await officer.signIn('elena.popescu@ct.ajpis.example', 'Dunarea-2026-caseworker');
  });
  afterAll(async () => {
    await test.close();
  });

  it('shows the agreement of November 2019 whole, marked as reconstructed', async () => {
    const { data, reasons } = await officer.graphql<{
      agreements: {
        totalCount: object;
        nodes: { versions: { clauses: { no: string; text: object | null }[]; terms: object[] }[] }[];
      };
    }>(REGISTER);
    expect(reasons).toEqual([]);
    const [agreement] = data!.agreements.nodes;
    expect(agreement).toMatchObject({
      code: 'ANPIS-ASA-2019',
      status: 'IN_FORCE',
      signedOn: null,
      signedMonth: '2019-11',
      parties: [{ unit: { code: 'RO-ANPIS' } }, { unit: { code: 'BG-ASA' } }],
      current: { no: 1, inForce: true },
    });
    const [version] = agreement!.versions;
    expect(version).toMatchObject({ no: 1, reconstructed: true, validTo: null });
    expect(version!.terms).toHaveLength(14);
    expect(version!.terms[1]).toMatchObject({
      typeCode: 'EX02',
      clause: 'A4.2',
      certificates: ['BEN'],
      answerWorkingDays: 15,
    });
    expect(version!.clauses.filter(({ text }) => text !== null).map(({ no }) => no)).toEqual(
      Array.from({ length: 14 }, (_, index) => `A4.${index + 1}`),
    );
  });

  it('asks the database no more often for many agreements than for one', async () => {
    const ask = jest.spyOn(test.app.get(Database), 'query');
    await officer.graphql(REGISTER);
    const withOne = ask.mock.calls.length;
    await test.behind(
      `insert into agreement (id, code, title_ro, title_bg, title_en, status)
       select gen_random_uuid(), 'Z-DRAFT-' || n, 'x', 'x', 'x', 'DRAFT' from generate_series(1, 8) as n`,
    );
    ask.mockClear();
    const { data } = await officer.graphql<{ agreements: { nodes: object[] } }>(REGISTER);
    expect(data!.agreements.nodes).toHaveLength(9);
    expect(ask.mock.calls.length).toBe(withOne);
    ask.mockRestore();
  });

  it('says by which clause an exchange is covered, with the law in the language of the reader', async () => {
    expect(await covered('EX02', 'RO-AJPIS-CT', 'BG-RDSA-DOB')).toEqual({
      covered: true,
      citation: {
        agreement: { code: 'ANPIS-ASA-2019' },
        version: 1,
        clause: 'A4.2',
        legalBasis: expect.stringContaining('Regulamentul (UE) 2016/679') as string,
        legalBases: [{ code: 'GDPR-6-1-e' }, { code: 'RO-292' }, { code: 'BG-ZSP' }],
      },
      refusals: [],
    });
  });

  it('says what is missing where it is not', async () => {
    expect(await covered('EX06', 'RO-AJPIS-CT', 'BG-AKSU')).toMatchObject({
      covered: false,
      citation: null,
      refusals: [
        { code: 'agreement.replierOutside', params: { unit: 'BG-AKSU', agreement: 'ANPIS-ASA-2019' } },
      ],
    });
    expect(await covered('EX02', 'RO-AJPIS-CT', 'BG-DSA-DOB-2', '2019-11-29')).toMatchObject({
      refusals: [{ code: 'agreement.notYetInForce', params: { validFrom: '2019-11-30' } }],
    });
    expect(await covered('EX02', 'RO-AJPIS-CT', 'RO-AJPIS-OT')).toMatchObject({
      refusals: [{ code: 'agreement.sameParty' }],
    });
  });

  it('answers nobody who is not signed in', async () => {
    const { reasons } = await new Browser(test.app).graphql('{ agreements { nodes { code } } }');
    expect(reasons).toEqual(['access.signInRequired']);
  });

  it('never lets two versions of one agreement hold on the same day', async () => {
    const overlap = test.behind(
      `insert into agreement_version (id, agreement_id, no, valid_from, reconstructed, source)
       select gen_random_uuid(), id, 2, '2026-01-01', false, 'test' from agreement where code = 'ANPIS-ASA-2019'`,
    );
    await expect(overlap).rejects.toMatchObject({ driverError: { code: '23P01' } });
  });

  it('refuses input that is no question', async () => {
    const { reasons } = await officer.graphql(COVERAGE, { type: 'ex 2', from: freshKey(), to: 'x' });
    expect(reasons).toEqual(['request.invalid']);
  });
});
