import vectors from '../../vectors/names.json';
import { canonicalRomanian } from './romanian';
import { searchKey } from './search-key';

describe('canonicalRomanian', () => {
  it.each(vectors.romanian)('$input', ({ input, canonical, search_key }) => {
    expect(canonicalRomanian(input)).toBe(canonical);
    expect(searchKey(input)).toBe(search_key);
    expect(searchKey(canonical)).toBe(search_key);
  });

  it.each([
    ['s\u0326', 'ș'],
    ['t\u0326', 'ț'],
    ['s\u0327', 'ș'],
    ['T\u0327', 'Ț'],
    ['a\u0306', 'ă'],
    ['a\u0302', 'â'],
    ['i\u0302', 'î'],
  ])('composes %j', (typed, letter) => {
    expect(canonicalRomanian(typed)).toBe(letter);
  });
});
