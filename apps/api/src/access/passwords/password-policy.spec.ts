import * as fc from 'fast-check';
import { isTypeable, normalPassword, PASSWORD_LENGTH, passwordProblem } from './password-policy';

const owner = { email: 'elena.dumitrescu@ct.example', givenName: 'Elena', familyName: 'Dumitrescu' };

describe('password policy', () => {
  it.each([
    ['eleven char', 'tooShort'],
    ['', 'tooShort'],
    ['ă'.repeat(11), 'tooShort'],
    ['correct horse '.repeat(19), 'tooLong'],
    ['aaaaaaaaaaaaaaaa', 'monotonous'],
    ['121212121212', 'monotonous'],
    ['password1234', 'common'],
    ['PassWord-1234!', 'common'],
    ['!!!1234567890', 'common'],
    ['parolamea2026', 'common'],
    ['qwertyuiop[]12', 'common'],
    ['passwordpassword', 'common'],
    ['сътрудничество', 'common'],
    ['elena.dumitrescu@ct.example', 'personal'],
    ['Elena-Dumitrescu-1', 'personal'],
    ['dumitrescu2026', 'personal'],
    ['Елена-Елена-2026', 'personal'],
  ])('refuses %p as %s', (password, problem) => {
    expect(passwordProblem(password, owner)).toBe(problem);
  });

  it.each([
    'correct horse battery',
    'barca albastra trece',
    'синя лодка минава',
    'dumitrescu vede barca',
    'vaporul de la ora sase',
    'kT9#vB2$xQ7!',
  ])('takes %p', (password) => {
    expect(passwordProblem(password, owner)).toBeNull();
  });

  it('asks for no mixture of characters: any long text of random words is fine', () => {
    const word = fc.string({
      unit: fc.constantFrom(...Array.from('bcdfghjklmnprstvz')),
      minLength: 6,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 3, maxLength: 5 }), (words) => {
        const password = words.join(' ');
        fc.pre(new Set(password).size >= 5);
        expect(passwordProblem(password, owner)).toBeNull();
      }),
    );
  });

  it('counts characters, not bytes, and compares by one normal form', () => {
    expect(passwordProblem('șțăâî-șțăâî-x', owner)).toBeNull();
    expect(normalPassword('s\u0326tefan')).toBe(normalPassword('ștefan'));
    expect(passwordProblem('x y z 1 '.repeat(PASSWORD_LENGTH.max / 8), owner)).toBeNull();
  });

  it('knows what nobody can type', () => {
    expect(isTypeable('correct horse')).toBe(true);
    expect(['abc\u0000def', 'a\nb', '\ud800'].map(isTypeable)).toEqual([false, false, false]);
  });
});
