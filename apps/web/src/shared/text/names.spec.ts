import { staffName } from './names';

const maria = { givenName: 'Мария', familyName: 'Иванова' };

describe('the name of a colleague', () => {
  it('stands in Latin letters beside the Cyrillic ones for those who read Latin', () => {
    expect(staffName(maria, 'ro')).toBe('Мария Иванова (Maria Ivanova)');
    expect(staffName(maria, 'en')).toBe('Мария Иванова (Maria Ivanova)');
  });

  it('stands alone for those who read it as it is', () => {
    expect(staffName(maria, 'bg')).toBe('Мария Иванова');
    expect(staffName({ givenName: 'Ștefania', familyName: 'Țurcanu' }, 'ro')).toBe('Ștefania Țurcanu');
  });
});
