import { checkIdentifier } from './check';
import type { IdentifierType } from './types';
import { identifierWarnings } from './warnings';

const factsOf = (type: IdentifierType, value: string) => {
  const check = checkIdentifier(type, value);
  if (!check.valid) throw new Error(check.reason);
  return check.facts;
};

describe('identifierWarnings', () => {
  const egn = { type: 'egn', facts: factsOf('egn', '6101047500') } as const; // 1961-01-04, male

  it.each([
    [{ birthDate: '1961-01-04', sex: 'M' }, []],
    [{ birthDate: '1961-04-01', sex: 'M' }, ['BIRTH_DATE_DIFFERS']],
    [{ birthDate: '1961-01-04', sex: 'F' }, ['SEX_DIFFERS']],
    [{ birthDate: '1916-01-04', sex: 'F' }, ['BIRTH_DATE_DIFFERS', 'SEX_DIFFERS']],
    [{ birthDate: null, sex: null }, []],
    [{ sex: 'X' }, []],
    [{ today: '1961-01-04' }, []],
    [{ today: '1961-01-03' }, ['BIRTH_DATE_IN_FUTURE']],
  ])('%j gives %j', (known, warnings) => {
    expect(identifierWarnings({ ...egn, ...known })).toEqual(warnings);
  });

  it('compares no date with a resident foreigner, whose number does not give the century', () => {
    const facts = factsOf('cnp', '8001011234563');
    expect(identifierWarnings({ type: 'cnp', facts, birthDate: '1950-05-05', sex: 'F' })).toEqual([]);
    expect(identifierWarnings({ type: 'cnp', facts, sex: 'M' })).toEqual(['SEX_DIFFERS']);
  });

  it('has nothing to say about a number that carries no facts', () => {
    const facts = factsOf('lnch', '7001234568');
    expect(
      identifierWarnings({ type: 'lnch', facts, birthDate: '1950-05-05', sex: 'F', today: '1900-01-01' }),
    ).toEqual([]);
  });
});
