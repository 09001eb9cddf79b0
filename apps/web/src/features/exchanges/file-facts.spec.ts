import { fileKind, fileSize } from './file-facts';

const spaces = (text: string): string => text.replace(/\s/gu, ' ');

describe('facts of a file', () => {
  it.each([
    ['ro', 12_345_678, '12,3 MB'],
    ['bg', 812_000, '812 kB'],
    ['en', 3, '1 kB'],
  ] as const)('says in %s that %i bytes are %s', (locale, bytes, text) => {
    expect(spaces(fileSize(locale, bytes))).toBe(text);
  });

  it('reads the kind from the name, and without one from the media type', () => {
    expect(fileKind('Adeverință.v2.pdf', 'application/pdf')).toBe('PDF');
    expect(fileKind(null, 'image/png')).toBe('PNG');
  });
});
