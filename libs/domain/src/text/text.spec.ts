import fc from 'fast-check';

import { isWellFormedText, normaliseText, textLength } from './text';

describe('isWellFormedText', () => {
  it.each([
    '',
    'Ștefan Țăndărei',
    'Йоанна\n\tЩерева',
    '👨‍👩‍👧‍👦',
    '<script>alert(1)</script>',
    'Î.P.S.',
    'й'.normalize('NFD'),
  ])('takes %j', (text) => {
    expect(isWellFormedText(text)).toBe(true);
  });

  it.each([
    'a\u0000b',
    '\ud800',
    'a\udc00b',
    'exe\u202Efdp',
    '\u2066a',
    '\u200Fa',
    '\u0085',
    '\u007F',
    '\u001b[2J',
    'a\rb',
  ])('refuses %j', (text) => {
    expect(isWellFormedText(text)).toBe(false);
  });

  it('refuses towers of marks', () => {
    expect(isWellFormedText(`e${'\u0301'.repeat(10_000)}`)).toBe(false);
  });
});

describe('normaliseText', () => {
  it.each([
    ['  Ștefan  ', 'Ștefan'],
    ['Ștefan'.normalize('NFD'), 'Ștefan'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['\uFEFFПет\u200Bров', 'Петров'],
    ['Ayşe', 'Ayşe'],
    ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦'],
  ])('%j gives %j', (text, normal) => {
    expect(normaliseText(text)).toBe(normal);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
      }),
    );
  });
});

describe('textLength', () => {
  it('counts code points', () => {
    expect(textLength('😀ș')).toBe(2);
  });
});
