import { mirrorLanguages } from './mirror';

describe('the languages of the mirror view', () => {
  it('puts the original beside the reader’s own language', () => {
    expect(mirrorLanguages('both', 'bg', 'ro')).toEqual(['ro', 'bg']);
    expect(mirrorLanguages('both', 'en', 'bg')).toEqual(['bg', 'en']);
  });

  it('shows the other country’s language to a reader of the original', () => {
    expect(mirrorLanguages('both', 'ro', 'ro')).toEqual(['ro', 'bg']);
    expect(mirrorLanguages('both', 'bg', 'bg')).toEqual(['bg', 'ro']);
  });

  it('shows one language otherwise', () => {
    expect(mirrorLanguages('own', 'bg', 'ro')).toEqual(['bg']);
    expect(mirrorLanguages('original', 'bg', 'ro')).toEqual(['ro']);
  });
});
