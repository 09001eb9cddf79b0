import data from '../data/organisations.json';
import {
  ancestorsOf,
  ORGANISATION_TYPES,
  organisationById,
  organisations,
  organisationsBelow,
  organisationsTopDown,
  organisationTypes,
} from './organisations';
import { territories, territoryById } from './territories';

describe('organisations', () => {
  it('are as many of each kind as the source states', () => {
    expect(organisations).toHaveLength(155);
    const counted = Object.fromEntries(
      ORGANISATION_TYPES.map((type) => [type, organisations.filter((one) => one.type === type).length]),
    );
    expect(counted).toEqual(data.counts);
    expect(organisationTypes.map(({ code }) => code).sort()).toEqual([...ORGANISATION_TYPES].sort());
  });

  it('form trees within one country: parents exist, no cycle', () => {
    for (const one of organisations) {
      if (one.parentId !== null) expect(organisationById(one.parentId)?.country).toBe(one.country);
      // a cycle would never end, so the way up is walked with a limit
      const seen = new Set<string>();
      for (let at: string | null = one.id; at !== null; at = organisationById(at)?.parentId ?? null) {
        expect(seen.has(at)).toBe(false);
        seen.add(at);
      }
    }
  });

  it('stand in territories of their country', () => {
    for (const one of organisations) {
      if (one.territoryId === null) continue;
      const territory = territoryById(one.territoryId);
      expect(territory?.country).toBe(one.country);
      expect(one.borderArea).toBe(territory?.borderArea);
    }
    for (const raw of data.organisations) {
      if (raw.borderArea !== undefined) expect(organisationById(raw.id)?.borderArea).toBe(raw.borderArea);
    }
  });

  it('are one agency per Romanian county and one regional directorate per Bulgarian district', () => {
    const seats = organisations
      .filter(({ type }) => type === 'COUNTY_AGENCY' || type === 'REGIONAL_DIRECTORATE')
      .map(({ territoryId }) => territoryId);
    expect(seats.sort()).toEqual(territories.map(({ id }) => id).sort());
  });

  it('have the case of the first journey: Constanța asks Dobrich', () => {
    expect(organisationById('RO-AJPIS-CT')).toMatchObject({
      parentId: 'RO-ANPIS',
      projectRole: 'LB',
      borderArea: true,
      shortNames: { ro: 'AJPIS CT', bg: 'ОАПСИ Констанца', en: 'AJPIS CT' },
    });
    expect(organisationById('BG-RDSA-DOB')).toMatchObject({
      parentId: 'BG-ASA',
      territoryId: 'BG-08',
      shortNames: { bg: 'РДСП – Добрич' },
    });
    expect(ancestorsOf('BG-RDSA-DOB').map(({ id }) => id)).toEqual(['BG-ASA', 'BG-MIN']);
  });

  it('have a short name every reader can read', () => {
    for (const { shortNames, names } of organisations) {
      expect(shortNames.bg).not.toBe('');
      expect(`${shortNames.ro}${shortNames.en}`).not.toMatch(/\p{Script=Cyrillic}/u);
      expect(`${names.ro}${names.en}`).not.toMatch(/\p{Script=Cyrillic}/u);
    }
    expect(organisationById('BG-AKSU')?.shortNames).toEqual({ ro: 'AQSS', bg: 'АКСУ', en: 'AQSS' });
  });

  it('carry contact data and former names where known, and say what is open to correction', () => {
    expect(organisationById('RO-ANPIS')).toMatchObject({ site: 'mmanpis.ro', telephone: '021 9309' });
    expect(organisationById('RO-MIN')?.otherNames).toContain('Ministry of Labour and Social Protection');
    expect(organisationById('RO-AJPIS-CT')?.openToCorrection).toBe(false);
    expect(organisationById('RO-ANPIS')?.openToCorrection).toBe(true);
    expect(organisations.filter(({ example }) => example)).toHaveLength(26);
  });

  it('come parents first when a tree is filled', () => {
    const order = organisationsTopDown();
    expect(order).toHaveLength(organisations.length);
    const position = new Map(order.map(({ id }, at) => [id, at]));
    for (const { id, parentId } of order) {
      if (parentId !== null) expect(position.get(parentId)).toBeLessThan(position.get(id) ?? 0);
    }
    expect(organisationsBelow('BG-ASA')).toHaveLength(28);
    expect(organisationsBelow(null).length).toBeGreaterThan(0);
  });
});
