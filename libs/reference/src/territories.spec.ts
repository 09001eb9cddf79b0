import data from '../data/territories.json';
import {
  countries,
  countryFacts,
  nuts2Regions,
  territories,
  territoryById,
  territoryOfCnp,
} from './territories';

describe('territories', () => {
  it('are as many as the source states', () => {
    const count = (country: string, border = false): number =>
      territories.filter((unit) => unit.country === country && (unit.borderArea || !border)).length;
    expect({
      RO: count('RO'),
      BG: count('BG'),
      border_RO: count('RO', true),
      border_BG: count('BG', true),
    }).toEqual(data.counts);
    expect(territories).toHaveLength(70);
    expect(countries.map(({ id }) => id)).toEqual(['RO', 'BG']);
    expect(nuts2Regions).toHaveLength(14);
  });

  it('have unique codes that fit together', () => {
    for (const code of ['id', 'nuts3'] as const) {
      expect(new Set(territories.map((unit) => unit[code])).size).toBe(territories.length);
    }
    const regions = new Set(nuts2Regions.map(({ id }) => id));
    for (const unit of territories) {
      expect(unit.id.slice(0, 2)).toBe(unit.country);
      expect(unit.nuts3.startsWith(unit.nuts2)).toBe(true);
      expect(regions.has(unit.nuts2)).toBe(true);
      expect(unit.kind === 'district').toBe(unit.country === 'BG');
      expect(unit.nsiCode === null).toBe(unit.country === 'RO');
      expect(unit.cnpCounties.length > 0).toBe(unit.country === 'RO');
    }
  });

  it('have neighbours on the other bank, both ways, and only in the border area', () => {
    for (const unit of territories) {
      expect(unit.neighbours.length > 0).toBe(unit.borderArea);
      for (const id of unit.neighbours) {
        const neighbour = territoryById(id);
        expect(neighbour?.country).not.toBe(unit.country);
        expect(neighbour?.neighbours).toContain(unit.id);
      }
    }
    expect(territoryById('RO-CT')?.neighbours).toEqual(['BG-19', 'BG-08']);
  });

  it('are found by the county code of a CNP', () => {
    expect(territoryOfCnp('13')?.id).toBe('RO-CT');
    expect(territoryOfCnp('51')?.id).toBe('RO-CL');
    expect(territoryOfCnp('52')?.id).toBe('RO-GR');
    expect(territoryOfCnp('46')?.id).toBe('RO-B');
    expect(territoryOfCnp('70')).toBeUndefined();
    const codes = territories.flatMap(({ cnpCounties }) => cnpCounties);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('mark what rests on memory as open to correction', () => {
    expect(territoryById('RO-AB')?.openToCorrection).toBe(true);
    expect(nuts2Regions.every(({ openToCorrection }) => openToCorrection)).toBe(true);
  });

  it('know the two countries', () => {
    expect(countryFacts('RO')).toMatchObject({
      currency: 'RON',
      timeZone: 'Europe/Bucharest',
      language: 'ro',
    });
    expect(countryFacts('BG')).toMatchObject({ currency: 'EUR', timeZone: 'Europe/Sofia', language: 'bg' });
  });

  it('are unknown by another id', () => {
    expect(territoryById('RO-XX')).toBeUndefined();
  });
});
