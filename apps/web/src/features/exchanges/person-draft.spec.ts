import { completePerson, isPersonFieldHidden } from './person-draft';

describe('writing down a person', () => {
  it('proposes Latin letters for a Bulgarian name', () => {
    expect(completePerson({}, { familyName: 'Димитров' })).toEqual({
      familyName: 'Димитров',
      familyNameLatin: 'Dimitrov',
    });
  });

  it('keeps following the name until the writer chooses a spelling', () => {
    const first = completePerson({}, { givenName: 'Георг' });
    const second = completePerson(first, { ...first, givenName: 'Георги' });
    expect(second['givenNameLatin']).toBe('Georgi');
    const own = { ...second, givenNameLatin: 'Gheorghi' };
    expect(completePerson(own, { ...own, givenName: 'Георгий' })['givenNameLatin']).toBe('Gheorghi');
  });

  it('proposes nothing for a Romanian name and writes it with comma-below letters', () => {
    expect(completePerson({}, { familyName: 'Ţurcanu' })).toEqual({ familyName: 'Țurcanu' });
  });

  it('fills in the country a number belongs to', () => {
    const subject = completePerson({}, { identifiers: [{ type: 'egn' }, { type: 'other' }] });
    expect(subject['identifiers']).toEqual([{ type: 'egn', country: 'BG' }, { type: 'other' }]);
  });

  it('asks for confirmation only beside a doubted number', () => {
    const subject = { identifiers: [{ type: 'cnp', value: '1' }] };
    expect(isPersonFieldHidden(subject, 'identifiers.0.confirmed', new Set())).toBe(true);
    expect(isPersonFieldHidden(subject, 'identifiers.0.confirmed', new Set(['identifiers.0.value']))).toBe(
      false,
    );
    expect(isPersonFieldHidden(subject, 'identifiers.0.country', new Set())).toBe(true);
    expect(isPersonFieldHidden(subject, 'identifiers.0.value', new Set())).toBe(false);
  });

  it('shows Latin fields for Cyrillic names only', () => {
    expect(isPersonFieldHidden({ familyName: 'Петров' }, 'familyNameLatin', new Set())).toBe(false);
    expect(isPersonFieldHidden({ familyName: 'Petrov' }, 'familyNameLatin', new Set())).toBe(true);
  });
});
