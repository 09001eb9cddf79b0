import { emptyUnit, unitGaps } from './unit-form';

const full = () => ({
  ...emptyUnit(),
  code: 'RO-AJPIS-XX',
  kind: 'COUNTY_AGENCY',
  name: { ro: 'a', bg: 'б', en: 'a' },
  shortName: { ro: 'a', bg: 'б', en: 'a' },
  languages: ['ro'],
});

describe('the form of a unit', () => {
  it('has no gaps when everything needed is there', () => {
    expect(unitGaps(full(), true)).toEqual([]);
  });

  it('names the controls of what is missing', () => {
    expect(unitGaps({ ...full(), name: { ro: 'a', bg: ' ', en: 'a' } }, true)).toEqual(['unit-name-bg']);
    expect(unitGaps({ ...full(), code: 'lower case', languages: [] }, true)).toEqual([
      'unit-code',
      'unit-languages',
    ]);
    expect(unitGaps({ ...full(), contactPoints: [{ kind: 'EMAIL', value: '', note: '' }] }, true)).toEqual([
      'unit-contact-0',
    ]);
  });

  it('does not ask again for what cannot be changed later', () => {
    expect(unitGaps({ ...full(), code: '', kind: '' }, false)).toEqual([]);
  });
});
