import { soughtPerson } from './sought-person';

const EGN = '7730159420';

describe('what a person is looked for by', () => {
  it('is nothing while little is written', () => {
    expect(soughtPerson({}, 'x')).toBeNull();
    expect(soughtPerson({ familyName: 'Щерев', givenName: 'Христо' }, 'x')).toBeNull();
    expect(soughtPerson({ familyName: 'Щерев', givenName: 'Христо', birthDate: '1877-13' }, 'x')).toBeNull();
    expect(soughtPerson({ identifiers: [{ type: 'egn', value: '773' }, null] }, 'x')).toBeNull();
    expect(soughtPerson({ identifiers: [{ type: 'unknown', value: EGN }] }, 'x')).toBeNull();
  });

  it('is a number, or a whole name with its date of birth', () => {
    expect(soughtPerson({ identifiers: [{ type: 'egn', country: 'BG', value: EGN }] }, 'x')).toEqual({
      except: 'x',
      identifiers: [{ type: 'egn', value: EGN }],
    });
    expect(soughtPerson({ familyName: 'Щерев', givenName: 'Христо', birthDate: '1877-10-15' }, 'x')).toEqual({
      except: 'x',
      familyName: 'Щерев',
      givenName: 'Христо',
      birthDate: '1877-10-15',
    });
  });
});
