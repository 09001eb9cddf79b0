import fc from 'fast-check';

import { canonicalJson } from './canonical-json';
import { NotCanonical, type NotCanonicalReason } from './not-canonical';

const refusal = (value: unknown): { reason: NotCanonicalReason; path: string } => {
  try {
    canonicalJson(value);
  } catch (error) {
    if (error instanceof NotCanonical) return { reason: error.reason, path: error.path };
    throw error;
  }
  throw new Error('was not refused');
};

const double = (hex: string): number => {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${hex}`));
  return view.getFloat64(0);
};

describe('canonicalJson', () => {
  // RFC 8785, appendix B
  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the double %s as %s', (hex, expected) => {
    expect(canonicalJson(double(hex))).toBe(expected);
  });

  it.each(['7fffffffffffffff', '7ff0000000000000', 'fff0000000000000'])('refuses the double %s', (hex) => {
    expect(refusal(double(hex)).reason).toBe('nonFiniteNumber');
  });

  it('writes the example of RFC 8785 section 3.2.2', () => {
    const value: unknown = JSON.parse(`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
      "literals": [null, true, false]
    }`);
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts keys by UTF-16 code units, as in RFC 8785 section 3.2.3', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\u{1f600}': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(canonicalJson(value).match(/:"([^"]+)"/g)).toEqual([
      ':"Carriage Return"',
      ':"One"',
      ':"Control"',
      ':"Latin Small Letter O With Diaeresis"',
      ':"Euro Sign"',
      ':"Emoji: Grinning Face"',
      ':"Hebrew Letter Dalet With Dagesh"',
    ]);
  });

  it('leaves text as it is: no Unicode normalisation', () => {
    expect(canonicalJson('Ș')).not.toBe(canonicalJson('S\u0326'));
  });

  it.each([
    [{ a: undefined }, 'undefined', '/a'],
    [[1, undefined], 'undefined', '/1'],
    [new Array(2), 'undefined', '/0'],
    [{ a: { 'b/c~': NaN } }, 'nonFiniteNumber', '/a/b~1c~0'],
    ['\ud800', 'loneSurrogate', ''],
    [{ '\udc00': 1 }, 'loneSurrogate', '/\udc00'],
    [new Date(0), 'unsupportedType', ''],
    [new Map(), 'unsupportedType', ''],
    [1n, 'unsupportedType', ''],
    [() => 1, 'unsupportedType', ''],
    [{ [Symbol('hidden')]: 1 }, 'symbolKey', ''],
  ])('refuses %p', (value, reason, path) => {
    expect(refusal(value)).toEqual({ reason, path });
  });

  it('refuses a value that contains itself, and takes one that occurs twice', () => {
    const loop: unknown[] = [];
    loop.push({ loop });
    expect(refusal(loop)).toEqual({ reason: 'cycle', path: '/0/loop' });
    const twice = { a: 1 };
    expect(canonicalJson([twice, twice])).toBe('[{"a":1},{"a":1}]');
  });

  it('writes a list of texts as its texts, whatever else the list can', () => {
    const texts = ['a"b', 'ș', '\u2028', ''];
    expect(canonicalJson(texts)).toBe(`[${texts.map((text) => canonicalJson(text)).join(',')}]`);
    const other = Object.assign(['a', 'b'], { toJSON: () => 'something else' });
    expect(canonicalJson(other)).toBe('["a","b"]');
    expect(refusal(['a', '\ud800'])).toEqual({ reason: 'loneSurrogate', path: '/1' });
  });

  it('refuses nesting that would exhaust the stack', () => {
    let deep: unknown = 0;
    for (let i = 0; i < 100_000; i += 1) deep = [deep];
    expect(refusal(deep).reason).toBe('tooDeep');
  });

  it('takes objects without a prototype', () => {
    expect(canonicalJson(Object.assign(Object.create(null), { b: 1, a: 2 }))).toBe('{"a":2,"b":1}');
  });

  it('is read back as the same value, and does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const text = canonicalJson(value);
        const parsed: unknown = JSON.parse(text);
        // JSON.stringify turns -0 into 0, as the RFC wants it
        expect(parsed).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(parsed))).toBe(text);
      }),
    );
  });
});

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]: [string, unknown]) => [key, reversed(item)]),
  );
};
