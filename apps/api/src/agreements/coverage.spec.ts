import { AGREEMENT_STATUSES, type AgreementStatus } from '@soc-coop/contracts';
import { addDays } from '@soc-coop/domain';
import fc from 'fast-check';
import type {
  AgreementFacts,
  CoverageQuestion,
  CoverageUnit,
  TermFacts,
  VersionFacts,
} from './agreement.facts';
import { coverage, versionOn } from './coverage';

const unit = (code: string, ...above: string[]): CoverageUnit => ({ code, lineage: [code, ...above] });
const constanta = unit('RO-AJPIS-CT', 'RO-ANPIS', 'RO-MIN');
const olt = unit('RO-AJPIS-OT', 'RO-ANPIS', 'RO-MIN');
const dobrich = unit('BG-RDSA-DOB', 'BG-ASA', 'BG-MIN');
const balchik = unit('BG-DSA-DOB-2', 'BG-RDSA-DOB', 'BG-ASA', 'BG-MIN');
const aksu = unit('BG-AKSU');

const term = (changes: Partial<TermFacts> = {}): TermFacts => ({
  id: 'term',
  typeCode: 'EX02',
  clause: 'A2',
  legalBases: ['GDPR-6-1-e'],
  certificates: ['BEN'],
  purposes: ['RIGHTS'],
  dataCategories: ['ID', 'RESIDENCE'],
  acceptWorkingDays: 5,
  answerWorkingDays: 15,
  urgentWorkingDays: 5,
  immediateWorkingDays: 1,
  blockAfterMonths: 6,
  deleteAfterMonths: 36,
  allUnits: true,
  unitIds: [],
  ...changes,
});
const version = (changes: Partial<VersionFacts> = {}): VersionFacts => ({
  id: 'v1',
  no: 1,
  validFrom: '2019-11-30',
  validTo: null,
  terms: [term()],
  ...changes,
});
const agreement = (changes: Partial<AgreementFacts> = {}): AgreementFacts => ({
  id: 'agreement',
  code: 'ANPIS-ASA-2019',
  status: 'IN_FORCE',
  parties: [
    { unitId: 'RO-ANPIS', role: 'SENDER_RECEIVER' },
    { unitId: 'BG-ASA', role: 'SENDER_RECEIVER' },
  ],
  versions: [version()],
  ...changes,
});
const question = (changes: Partial<CoverageQuestion> = {}): CoverageQuestion => ({
  type: 'EX02',
  requesting: constanta,
  replying: dobrich,
  act: 'SEND',
  date: '2026-11-21',
  ...changes,
});
const codes = (register: readonly AgreementFacts[], asked: CoverageQuestion): readonly string[] => {
  const answer = coverage(register, asked);
  return answer.covered ? [] : answer.refusals.map(({ code }) => code);
};

describe('coverage', () => {
  it('cites agreement, version, clause, legal basis and everything the term says', () => {
    expect(coverage([agreement()], question())).toEqual({
      covered: true,
      citation: {
        agreementId: 'agreement',
        agreementCode: 'ANPIS-ASA-2019',
        versionId: 'v1',
        versionNo: 1,
        termId: 'term',
        typeCode: 'EX02',
        clause: 'A2',
        legalBases: ['GDPR-6-1-e'],
        certificates: ['BEN'],
        purposes: ['RIGHTS'],
        dataCategories: ['ID', 'RESIDENCE'],
        acceptWorkingDays: 5,
        answerWorkingDays: 15,
        urgentWorkingDays: 5,
        immediateWorkingDays: 1,
        blockAfterMonths: 6,
        deleteAfterMonths: 36,
      },
    });
  });

  describe('names what is missing', () => {
    const closed = version({ validTo: '2025-12-31' });
    const listed = version({ terms: [term({ allUnits: false, unitIds: ['RO-AJPIS-CT', 'BG-RDSA-DOB'] })] });
    const observer: AgreementFacts = agreement({
      parties: [
        { unitId: 'RO-ANPIS', role: 'SENDER_RECEIVER' },
        { unitId: 'BG-ASA', role: 'OBSERVER' },
      ],
    });
    it.each<[string, readonly AgreementFacts[], Partial<CoverageQuestion>, readonly string[]]>([
      ['no agreement at all', [], {}, ['agreement.noneInForce']],
      ['an agreement without a version', [agreement({ versions: [] })], {}, ['agreement.noneInForce']],
      ['before its first day', [agreement()], { date: '2019-11-29' }, ['agreement.notYetInForce']],
      ['on its first day', [agreement()], { date: '2019-11-30' }, []],
      ['on its last day', [agreement({ versions: [closed] })], { date: '2025-12-31' }, []],
      [
        'after its last day',
        [agreement({ versions: [closed] })],
        { date: '2026-01-01' },
        ['agreement.expired'],
      ],
      ['another type', [agreement()], { type: 'EX07' }, ['agreement.typeNotListed']],
      ['a requester outside', [agreement()], { requesting: aksu }, ['agreement.requesterOutside']],
      ['a replier outside', [agreement()], { replying: aksu }, ['agreement.replierOutside']],
      [
        'both outside and no term',
        [agreement()],
        { requesting: aksu, replying: aksu, type: 'EX07' },
        ['agreement.requesterOutside', 'agreement.replierOutside', 'agreement.typeNotListed'],
      ],
      ['both of one party', [agreement()], { replying: olt }, ['agreement.sameParty']],
      ['a party that only observes', [observer], {}, ['agreement.replierOutside']],
      ['a listed unit', [agreement({ versions: [listed] })], {}, []],
      ['a unit below a listed one', [agreement({ versions: [listed] })], { replying: balchik }, []],
      [
        'a requester not listed',
        [agreement({ versions: [listed] })],
        { requesting: olt },
        ['agreement.requesterNotListed'],
      ],
      [
        'a replier not listed',
        [agreement({ versions: [version({ terms: [term({ allUnits: false, unitIds: ['RO-ANPIS'] })] })] })],
        {},
        ['agreement.replierNotListed'],
      ],
      ['no addressee yet', [agreement()], { replying: null, act: 'OPEN' }, []],
      [
        'a suspended agreement',
        [agreement({ status: 'SUSPENDED' })],
        { replying: null, act: 'OPEN' },
        ['agreement.notOperating'],
      ],
    ])('%s', (_, register, changes, expected) => {
      expect(codes(register, question(changes))).toEqual(expected);
    });

    it('with the words the text needs', () => {
      const answer = coverage([agreement({ versions: [closed] })], question());
      expect(answer).toEqual({
        covered: false,
        refusals: [
          { code: 'agreement.expired', params: { agreement: 'ANPIS-ASA-2019', validTo: '2025-12-31' } },
        ],
      });
    });

    it('by the agreement that concerns both units, not by a stranger that happens to be in force', () => {
      const stranger = agreement({
        id: 'stranger',
        code: 'A-STRANGER',
        parties: [{ unitId: 'RO-CNPP', role: 'SENDER_RECEIVER' }],
      });
      expect(codes([stranger, agreement({ versions: [closed] })], question())).toEqual(['agreement.expired']);
    });
  });

  it.each(AGREEMENT_STATUSES.map((status) => [status, ['IN_FORCE', 'AMENDED'].includes(status)] as const))(
    'under the status %s exchanges run: %s',
    (status: AgreementStatus, runs) => {
      expect(coverage([agreement({ status })], question()).covered).toBe(runs);
    },
  );

  describe('versions that follow each other', () => {
    const first = version({ id: 'v1', no: 1, validTo: '2024-06-30' });
    const second = version({
      id: 'v2',
      no: 2,
      validFrom: '2024-07-01',
      validTo: '2025-06-30',
      terms: [term({ id: 'term-2', answerWorkingDays: 10 })],
    });
    const third = version({ id: 'v3', no: 3, validFrom: '2025-09-01', terms: [] });
    const register = [agreement({ versions: [third, first, second] })];

    it.each([
      ['2024-06-30', 'v1'],
      ['2024-07-01', 'v2'],
      ['2025-06-30', 'v2'],
    ])('on %s version %s holds', (date, versionId) => {
      expect(coverage(register, question({ date }))).toMatchObject({
        covered: true,
        citation: { versionId },
      });
    });

    it.each(['2025-07-01', '2025-08-31'])('on %s, in a gap, nothing holds', (date) => {
      expect(codes(register, question({ date }))).toEqual(['agreement.expired']);
    });

    it('sends by the new version only, which has no term for the type any more', () => {
      expect(codes(register, question({ date: '2025-09-01' }))).toEqual(['agreement.typeNotListed']);
    });

    it('answers by the version the question was sent under', () => {
      const asked = question({ act: 'ANSWER', date: '2025-09-01', citedVersionId: 'v2' });
      expect(coverage(register, asked)).toMatchObject({
        covered: true,
        citation: { versionNo: 2, answerWorkingDays: 10 },
      });
    });

    it.each([
      ['in a gap', '2025-08-01', 'v2', 'agreement.expired'],
      ['a version nobody knows', '2025-09-01', 'v9', 'agreement.noneInForce'],
    ])('does not answer %s', (_, date, citedVersionId, code) => {
      expect(codes(register, question({ act: 'ANSWER', date, citedVersionId }))).toEqual([code]);
    });
  });

  it('cites the youngest of several agreements that cover the act', () => {
    const renewed = agreement({
      id: 'renewed',
      code: 'ANPIS-ASA-2026',
      versions: [version({ id: 'r1', validFrom: '2026-01-01' })],
    });
    expect(coverage([agreement(), renewed], question())).toMatchObject({
      citation: { agreementId: 'renewed' },
    });
  });
});

describe('any register', () => {
  const day = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2019-01-01', days));
  /** Versions laid one after the other, with gaps of any length, the last one open or closed. */
  const versions = fc
    .array(fc.record({ gap: fc.integer({ min: 0, max: 90 }), length: fc.integer({ min: 0, max: 900 }) }), {
      maxLength: 5,
    })
    .chain((spans) => fc.boolean().map((open) => ({ spans, open })))
    .map(({ spans, open }) => {
      let next = '2019-11-30';
      return spans.map(({ gap, length }, index): VersionFacts => {
        const validFrom = addDays(next, gap);
        const end = addDays(validFrom, length);
        next = addDays(end, 1);
        const last = index === spans.length - 1;
        return version({ id: `v${index}`, no: index + 1, validFrom, validTo: last && open ? null : end });
      });
    });
  const caseUnit = fc.constantFrom(constanta, olt, dobrich, balchik, aksu);

  it('covers exactly when a version holds on the day, whatever the order of the versions', () => {
    fc.assert(
      fc.property(versions, day, fc.boolean(), (held, date, reversed) => {
        const register = [agreement({ versions: reversed ? held.toReversed() : held })];
        const holds = held.some((v) => v.validFrom <= date && (v.validTo === null || v.validTo >= date));
        const answer = coverage(register, question({ date }));
        expect(answer.covered).toBe(holds);
        if (answer.covered) expect(answer.citation.versionId).toBe(versionOn(held, date)?.id);
      }),
    );
  });

  it('is covered or says why not, and never covers a unit of no party or two units of one', () => {
    fc.assert(
      fc.property(versions, day, caseUnit, caseUnit, (held, date, requesting, replying) => {
        const answer = coverage([agreement({ versions: held })], question({ date, requesting, replying }));
        if (!answer.covered) {
          expect(answer.refusals.length).toBeGreaterThan(0);
          return;
        }
        const sides = [requesting, replying].map(({ lineage }) => lineage.includes('RO-ANPIS'));
        expect(sides[0]).not.toBe(sides[1]);
        expect([requesting, replying]).not.toContain(aksu);
      }),
    );
  });

  it('never lets a further agreement take coverage away', () => {
    fc.assert(
      fc.property(versions, versions, day, (one, two, date) => {
        const first = agreement({ versions: one });
        const second = agreement({ id: 'other', code: 'OTHER', versions: two });
        const alone = coverage([first], question({ date })).covered;
        if (alone) expect(coverage([first, second], question({ date })).covered).toBe(true);
      }),
    );
  });
});
