import { chooseLocale, textsOf } from './texts';

describe('the page texts', () => {
  it('take the language of the account, then of the browser, then English', () => {
    expect(chooseLocale('bg', ['ro-RO'])).toBe('bg');
    expect(chooseLocale(null, ['fr-FR', 'ro-RO', 'bg'])).toBe('ro');
    expect(chooseLocale('xx', ['fr'])).toBe('en');
  });

  it('are there in all three languages, none of them empty', () => {
    const keys = Object.keys(textsOf('en'));
    for (const locale of ['ro', 'bg', 'en'] as const) {
      expect(Object.keys(textsOf(locale))).toEqual(keys);
      expect(Object.values(textsOf(locale)).every((text) => text.trim() !== '')).toBe(true);
    }
  });

  it('write Romanian with comma below', () => {
    expect(Object.values(textsOf('ro')).join('')).not.toMatch(/[şţŞŢ]/);
  });
});
