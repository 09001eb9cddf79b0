import {
  agreementClause,
  agreementClauses,
  agreementDeadlines,
  agreementFacts,
  agreementMeta,
  agreementStatuses,
  agreementStatusMoves,
  dataCategories,
  legalBases,
  legalBasisById,
  retentionRules,
} from './agreement';
import { organisationById } from './organisations';

describe('agreement', () => {
  it('says that it is reconstructed', () => {
    expect(agreementMeta.reconstructed).toBe(true);
    expect(agreementMeta.warning).toContain('not legal advice');
    const uncertain = [...legalBases, ...agreementDeadlines, ...retentionRules];
    expect(uncertain.every(({ openToCorrection }) => openToCorrection)).toBe(true);
  });

  it('knows the publicly known facts', () => {
    expect(agreementFacts).toMatchObject({ signed: '2019-11', parties: ['RO-ANPIS', 'BG-ASA'] });
    expect(agreementFacts.parties.map((id) => organisationById(id)?.type)).toEqual([
      'CENTRAL_AGENCY',
      'CENTRAL_AGENCY',
    ]);
  });

  it('has clauses numbered without gaps, each found by its key', () => {
    expect(agreementClauses.map(({ number }) => number)).toEqual(agreementClauses.map((_, at) => at));
    expect(agreementClauses).toHaveLength(31);
    expect(agreementClause('deadlines')?.number).toBe(10);
    expect(agreementClause('nothing')).toBeUndefined();
  });

  it('has unique legal bases', () => {
    expect(legalBases).toHaveLength(25);
    expect(legalBasisById('GDPR-6-1-e')?.names.bg).toContain('буква „д“');
  });

  it('moves between known statuses only', () => {
    const known = agreementStatuses.map(({ code }) => code);
    for (const move of agreementStatusMoves) {
      expect(move).toHaveLength(2);
      expect(known).toEqual(expect.arrayContaining([...move]));
    }
  });

  it('has every term in exactly one unit', () => {
    for (const { workingDays, months, hours } of agreementDeadlines) {
      expect([workingDays, months, hours].filter((value) => value !== null)).toHaveLength(1);
    }
    expect(retentionRules).toHaveLength(6);
  });

  it('marks the special categories of data', () => {
    expect(dataCategories.filter(({ special }) => special).map(({ code }) => code)).toEqual([
      'HEALTH',
      'OFFENCE',
    ]);
  });
});
