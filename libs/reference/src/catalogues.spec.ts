import benefitData from '../data/benefits.json';
import glossaryData from '../data/glossary.json';
import { benefitByCode, benefits, benefitsOf, eligibilityKeys, inspectionAreas } from './benefits';
import { glossary, glossaryOf, glossaryTerm } from './glossary';
import { organisations } from './organisations';
import {
  budgetVersions,
  programmeActivities,
  programmeActivity,
  programmeArea,
  programmeDates,
  programmeDisagreements,
  programmePartners,
  targetGroups,
} from './programme';
import { territories } from './territories';

describe('benefits', () => {
  it('are as many as the source states', () => {
    expect({ RO: benefitsOf('RO').length, BG: benefitsOf('BG').length }).toEqual(benefitData.counts);
    expect(benefits).toHaveLength(51);
    expect(inspectionAreas).toHaveLength(10);
  });

  it('refer to known conditions and to benefits of the other country', () => {
    const keys = new Set(eligibilityKeys.map(({ key }) => key));
    expect(keys.size).toBe(eligibilityKeys.length);
    for (const benefit of benefits) {
      expect(benefit.eligibility.filter((key) => !keys.has(key))).toEqual([]);
      for (const { code } of benefit.counterparts) {
        expect(`${benefit.code} ${code} ${benefitByCode(code)?.country ?? 'missing'}`).toBe(
          `${benefit.code} ${code} ${benefit.country === 'RO' ? 'BG' : 'RO'}`,
        );
      }
    }
  });
});

describe('glossary', () => {
  it('has every term once, and marks the doubtful ones with a reason', () => {
    expect(glossary).toHaveLength(glossaryData.counts.terms);
    const doubtful = glossary.filter(({ doubt }) => doubt !== null);
    expect(doubtful).toHaveLength(glossaryData.counts.doubtful);
    expect(doubtful.every(({ doubt }) => doubt !== '')).toBe(true);
    expect(glossaryTerm('role.auditor')?.labels).toEqual({ ro: 'auditor', bg: 'одитор', en: 'auditor' });
    expect(glossaryOf('role')).toHaveLength(16);
  });
});

describe('programme', () => {
  it('covers the border area of the territories', () => {
    for (const country of ['RO', 'BG'] as const) {
      const border = territories
        .filter((unit) => unit.country === country && unit.borderArea)
        .map(({ id }) => id);
      expect([...programmeArea[country]].sort()).toEqual(border.sort());
    }
  });

  it('has the partners the organisations name', () => {
    const roles = organisations.flatMap(({ projectRole }) => projectRole ?? []).sort();
    expect(programmePartners.map(({ role }) => role).sort()).toEqual(roles);
  });

  it('adds up', () => {
    const direct = targetGroups.filter(({ approximate }) => !approximate);
    expect(direct.reduce((sum, { count }) => sum + count, 0)).toBe(1220);
    expect(budgetVersions.map(({ key }) => key)).toEqual(['approved', 'final']);
    expect(programmeActivity('trainings_deconcentrated_bodies')).toMatchObject({ planned: 35, achieved: 35 });
    expect(programmeActivities).toHaveLength(11);
  });

  it('has dates in order and keeps the disagreements of its texts', () => {
    for (const { from, to } of programmeDates) {
      expect(from).toMatch(/^\d{4}-\d{2}(-\d{2})?$/);
      expect(to >= from).toBe(true);
    }
    expect(programmeDisagreements).toHaveLength(19);
    expect(programmeDisagreements[0]?.values.get('671561.63')).toEqual(['P002', 'P003']);
  });
});
