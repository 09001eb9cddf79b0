import { isBlank, tidyContent, valueAt, withValueAt } from './values';

describe('valueAt', () => {
  const content = { a: { rows: [{ b: 1 }] } };
  it.each([
    ['a.rows.0.b', 1],
    ['a.rows.1.b', undefined],
    ['a.rows.length', undefined],
    ['a.missing.b', undefined],
    ['toString', undefined],
    ['a.__proto__', undefined],
  ])('%s gives %p', (path, value) => expect(valueAt(content, path)).toBe(value));
});

describe('withValueAt', () => {
  it('puts a value in place, making what lies above it, and leaves the original alone', () => {
    const before = { a: { b: 1 } };
    expect(withValueAt(before, 'a.c.d', 2)).toEqual({ a: { b: 1, c: { d: 2 } } });
    expect(before).toEqual({ a: { b: 1 } });
  });

  it('takes a value away, and every parent it empties', () => {
    expect(withValueAt({ a: { b: { c: 1 } }, d: 1 }, 'a.b.c', undefined)).toEqual({ d: 1 });
    expect(withValueAt({ a: { b: 1, c: 1 } }, 'a.b', undefined)).toEqual({ a: { c: 1 } });
  });
});

describe('tidyContent', () => {
  it('normalises texts and drops what stands for nothing written', () => {
    const content = {
      a: '  re\u0301gi\r\nă ',
      b: ' ',
      c: null,
      d: { e: '' },
      f: [{}, { g: 'x' }, ''],
      h: false,
      i: 0,
    };
    expect(tidyContent(content)).toEqual({ a: 'r\u00e9gi\nă', f: [{ g: 'x' }], h: false, i: 0 });
  });

  it('changes nothing the second time', () => {
    const once = tidyContent({ a: [' x ', { b: [''] }] });
    expect(tidyContent(once)).toEqual(once);
  });
});

describe('isBlank', () => {
  it.each([undefined, null, '', ' \n', [], {}])('%p is', (value) => expect(isBlank(value)).toBe(true));
  it.each([false, 0, 'x', [''], { a: null }])('%p is not', (value) => expect(isBlank(value)).toBe(false));
});
