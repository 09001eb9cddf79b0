import { competenceRules, competencesOf, exchangeTypeCodes, exchangeTypesHandledBy } from './competences';
import { organisationById, organisations } from './organisations';

describe('competences', () => {
  it('speak of the fourteen exchange types only', () => {
    expect(exchangeTypeCodes).toEqual(
      Array.from({ length: 14 }, (_, i) => `EX${String(i + 1).padStart(2, '0')}`),
    );
    for (const rule of competenceRules) {
      expect(rule.types.filter((type) => !exchangeTypeCodes.includes(type))).toEqual([]);
      expect(new Set(rule.types).size).toBe(rule.types.length);
      expect(rule.through === null || organisationById(rule.through) !== undefined).toBe(true);
      expect(rule.openToCorrection).toBe(true);
    }
  });

  it('let county agencies and regional directorates handle every benefit type', () => {
    expect(exchangeTypesHandledBy('RO-AJPIS-CT')).toEqual(exchangeTypeCodes);
    expect(exchangeTypesHandledBy('BG-RDSA-DOB')).toEqual(
      exchangeTypeCodes.filter((type) => type !== 'EX06'),
    );
  });

  it('lead EX06 in Bulgaria through ASA to АКСУ', () => {
    const addressed = organisations.filter(
      ({ id, country }) => country === 'BG' && exchangeTypesHandledBy(id).includes('EX06'),
    );
    expect(addressed.map(({ id }) => id)).toEqual(['BG-ASA']);
    const quality = organisationById('BG-AKSU');
    expect(quality && competencesOf(quality)).toEqual([{ type: 'EX06', through: 'BG-ASA' }]);
    expect(exchangeTypesHandledBy('BG-AKSU')).toEqual([]);
  });

  it('give nothing to bodies outside the exchange', () => {
    for (const { id, type } of organisations) {
      if (
        ['MINISTRY', 'DPA', 'SOCIAL_SECURITY', 'EMPLOYMENT', 'MAYORS_OFFICE', 'PROGRAMME_BODY'].includes(type)
      ) {
        expect(exchangeTypesHandledBy(id)).toEqual([]);
      }
    }
    expect(exchangeTypesHandledBy('XX')).toEqual([]);
  });

  it('leave every type answerable in both countries', () => {
    for (const country of ['RO', 'BG']) {
      const handled = new Set(
        organisations
          .filter((one) => one.country === country)
          .flatMap(({ id }) => exchangeTypesHandledBy(id)),
      );
      expect([...handled].sort()).toEqual(exchangeTypeCodes);
    }
  });
});
