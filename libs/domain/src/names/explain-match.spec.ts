import fc from 'fast-check';

import { explainNameMatch } from './explain-match';

describe('explainNameMatch', () => {
  it.each([
    ['Мария Петрова', 'Мария Петрова', 'SAME', []],
    ['Мария Петрова', 'МАРИЯ ПЕТРОВА', 'SAME', ['CASE']],
    ['Мария Петрова', 'Maria Petrova', 'SAME', ['TRANSLITERATION']],
    ['Мария Петрова', 'MARIA PETROVA', 'SAME', ['CASE', 'TRANSLITERATION']],
    ['Ştefan Ţăndărei', 'Ștefan Țăndărei', 'SAME', ['DIACRITICS']],
    ['Stefan', 'Ștefan', 'SAME', ['DIACRITICS']],
    ['Стефан', 'Ștefan', 'SAME', ['TRANSLITERATION', 'DIACRITICS']],
    ['Cофия', 'София', 'SAME', ['LOOK_ALIKE']],
    ['Cофия', 'Sofia', 'SAME', ['LOOK_ALIKE', 'TRANSLITERATION']],
    ['Георгиев', 'Gheorghiev', 'LIKELY', ['TRANSLITERATION', 'SPELLING']],
    ['Georgiev', 'Gheorghiev', 'LIKELY', ['SPELLING']],
    ['Щерев', 'Șterev', 'LIKELY', ['TRANSLITERATION', 'SPELLING']],
    ['Иван Георгиев', 'Gheorghiev Ivan', 'LIKELY', ['TRANSLITERATION', 'SPELLING', 'WORD_ORDER']],
    ['POPESCU I. Maria', 'Maria Popescu', 'LIKELY', ['CASE', 'WORD_ORDER', 'INITIAL']],
    ['Иванова-Попеску', 'Popescu-Ivanova', 'LIKELY', ['TRANSLITERATION', 'SPELLING', 'WORD_ORDER']],
    ['Иван Петров Георгиев', 'Ivan Georgiev', 'WEAK', ['TRANSLITERATION', 'MORE_WORDS']],
    ['Петров', 'Петрова', 'WEAK', ['GENDER_ENDING']],
    ['Стоянски', 'Stoianska', 'WEAK', ['TRANSLITERATION', 'GENDER_ENDING']],
    ['Георги', 'George', 'WEAK', ['TRANSLATED_NAME']],
    ['Иван', 'Ioan', 'WEAK', ['TRANSLATED_NAME']],
    ['Димитър Иванов', 'Dumitru Ivanov', 'WEAK', ['TRANSLITERATION', 'TRANSLATED_NAME']],
    ['Петров', 'Петков', 'NONE', []],
    ['Иван Петров', 'Ivan Petkov', 'NONE', []],
    ['', 'Иван', 'NONE', []],
    [' - ', '', 'NONE', []],
  ])('%s and %s: %s', (a, b, strength, reasons) => {
    expect(explainNameMatch(a, b)).toEqual({ strength, reasons });
    expect(explainNameMatch(b, a)).toEqual({ strength, reasons });
  });

  it('keeps a name of initials only', () => {
    expect(explainNameMatch('I. P.', 'I. P.')).toEqual({ strength: 'SAME', reasons: [] });
  });

  it('is the same both ways, and a name is always the same as itself', () => {
    const letters = fc.constantFrom(...Array.from('абгеийцчшщяАГșțăâkcghtzse -.'));
    const name = fc.string({ unit: letters, minLength: 1, maxLength: 16 });
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(explainNameMatch(a, b).strength).toBe(explainNameMatch(b, a).strength);
        if (/[^\s-]/.test(a)) expect(explainNameMatch(a, a)).toEqual({ strength: 'SAME', reasons: [] });
      }),
    );
  });

  it('stays quick on a text that is no name', () => {
    const long = 'Иван '.repeat(5000);
    expect(explainNameMatch(long, long).strength).toBe('SAME');
  });
});
