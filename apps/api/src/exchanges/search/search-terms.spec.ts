import { DomainError } from '../../platform/errors';
import { containing, searchTerms } from './search-terms';

describe('the words of a search', () => {
  it.each([
    ['Popescu  Maria', ['popescu', 'maria']],
    ['RO-CT-2026-000004', ['ro-ct-2026-000004']],
    ['Иванова-Попеску', ['ivanova', 'popesku']],
    ['Ştefan Ștefan', ['stefan', 'stefan']],
    ['%', ['%']],
    ['„', ['„']],
    ['  ', []],
    ['', []],
  ])('%j', (query, words) => {
    expect(searchTerms(query).map(({ exact }) => exact)).toEqual(words);
  });

  it('meets other habits of spelling in the tolerant key', () => {
    const [bulgarian, romanian, english] = searchTerms('Георгиев Gheorghiev Georgiev');
    expect(bulgarian?.tolerant).toBe(romanian?.tolerant);
    expect(romanian?.tolerant).toBe(english?.tolerant);
  });

  it('refuses more words than are looked for, instead of passing some over', () => {
    expect(() => searchTerms('a b c d e f g h i')).toThrow(DomainError);
    expect(searchTerms('a b c d e f g h')).toHaveLength(8);
  });
});

describe('containing', () => {
  it.each([
    ['100%', '%100\\%%'],
    ['a_b', '%a\\_b%'],
    ['a\\b', '%a\\\\b%'],
  ])('%j looks for the sign itself', (text, pattern) => {
    expect(containing(text)).toBe(pattern);
  });
});
