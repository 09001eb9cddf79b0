import vectors from '../../vectors/names.json';
import { transliterateBulgarian } from './transliterate';

describe('transliterateBulgarian', () => {
  it.each(vectors.transliteration)('$id $cyrillic', ({ cyrillic, latin }) => {
    expect(transliterateBulgarian(cyrillic)).toBe(latin);
  });

  it.each(vectors.disagreements.filter(({ law_latin }) => law_latin !== 'mixed case: not ruled'))(
    'follows the law, not the suite: $cyrillic',
    ({ cyrillic, law_latin }) => {
      expect(transliterateBulgarian(cyrillic)).toBe(law_latin);
    },
  );

  it.each([
    ['Република България', 'Republika Bulgaria'],
    ['българия', 'bulgaria'],
    ['България-Румъния', 'Bulgaria-Rumania'],
    ['българия.', 'bulgaria.'],
    ['Българияград', 'Balgariyagrad'],
    ['Мария-Антония', 'Maria-Antonia'],
    ['МАРИЯ', 'MARIA'],
    ['Ия', 'Ia'],
    ['Мариите, лекциите, лекцията', 'Mariite, lektsiite, lektsiyata'],
    ['Юлия Щ. Цветанова', 'Yulia Sht. Tsvetanova'],
    ['ЮЛИЯ ЦВЕТАНОВА', 'YULIA TSVETANOVA'],
    ['Я', 'Ya'],
    ['ж.к. „Дружба“ № 5', 'zh.k. „Druzhba“ № 5'],
    ['ѝ', 'i'],
    ['Popescu Ștefan', 'Popescu Ștefan'],
    ['', ''],
  ])('%s gives %s', (cyrillic, latin) => {
    expect(transliterateBulgarian(cyrillic)).toBe(latin);
  });

  it('takes decomposed letters as composed ones', () => {
    expect(transliterateBulgarian('Козлодуй'.normalize('NFD'))).toBe('Kozloduy');
  });
});
