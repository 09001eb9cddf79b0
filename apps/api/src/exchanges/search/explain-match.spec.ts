import { explainMatch, type Findable } from './explain-match';
import { searchTerms } from './search-terms';

const found: Findable = {
  number: 'RO-CT-2026-000214',
  nationalFileNumber: 'ДС-77',
  names: ['Георги Петров Георгиев'],
  typeWords: 'EX02 verificarea reședinței residence',
  plain: 'ro-ct-2026-000214 ex02 verificarea resedintei residence dobrich rdsp',
  personal: 'georgi petrov georgiev | дс-77',
};
const why = (query: string, more: Partial<Findable> = {}) =>
  explainMatch({ ...found, ...more }, searchTerms(query));

describe('why an exchange was found', () => {
  it.each([
    ['RO-CT-2026-000214', ['NUMBER']],
    ['Георгиев', ['NAME']],
    ['Georgiev', ['NAME_OTHER_SCRIPT']],
    ['Gheorghiev', ['NAME_OTHER_SCRIPT']],
    ['ДС-77', ['FILE_NUMBER']],
    ['reședinței', ['TYPE']],
    ['Добрич', ['UNIT']],
    ['Георгиев 000214', ['NUMBER', 'NAME']],
  ])('%s: %j', (query, reasons) => {
    expect(why(query)).toEqual(reasons);
  });

  it('by another spelling in the same script', () => {
    expect(why('Gheorghiev', { names: ['Georgi Georgiev'] })).toEqual(['NAME_SPELLING']);
    expect(why('Ştefan', { names: ['Ștefan Țăndărei'] })).toEqual(['NAME']);
  });

  it('in a draft, whose person is sealed', () => {
    expect(why('Georgiev', { names: [] })).toEqual(['NAME']);
  });
});
