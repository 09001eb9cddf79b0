import fc from 'fast-check';

import vectors from '../../vectors/identifiers.json';
import { checkIdentifier } from './check';
import { IDENTIFIER_TYPES, type IdentifierType } from './types';

const typeOf = (text: string): IdentifierType => {
  const type = IDENTIFIER_TYPES.find((known) => known === text);
  if (type === undefined) throw new Error(`no such kind: ${text}`);
  return type;
};

/** Members that a kind does not carry are absent on both sides. */
const present = (facts: object): unknown => JSON.parse(JSON.stringify(facts));

describe('checkIdentifier', () => {
  it('has all vectors of the reference', () => {
    expect(vectors.vectors).toHaveLength(154);
    for (const [type, { valid, invalid }] of Object.entries(vectors.meta.counts)) {
      const ofType = vectors.vectors.filter((vector) => vector.type === type);
      expect(ofType.filter((vector) => vector.valid)).toHaveLength(valid);
      expect(ofType.filter((vector) => !vector.valid)).toHaveLength(invalid);
    }
  });

  it.each(vectors.vectors.filter((vector) => vector.valid))('$id is valid', ({ type, input, facts }) => {
    const check = checkIdentifier(typeOf(type), input);
    if (!check.valid) throw new Error(check.reason);
    if (facts !== undefined)
      expect(present({ compact: check.compact, ...check.facts })).toEqual(present(facts));
  });

  it.each(vectors.vectors.filter((vector) => !vector.valid))(
    '$id breaks $reason',
    ({ type, input, reason }) => {
      expect(checkIdentifier(typeOf(type), input)).toMatchObject({ valid: false, reason });
    },
  );

  it.each(vectors.normalisation)('compacts $type "$input"', ({ type, input, compact }) => {
    expect(checkIdentifier(typeOf(type), input)).toMatchObject({ valid: true, compact });
  });

  // where public sources disagree, our specification decides
  it.each([
    ['cnp', '9000123456789', 'COMPONENT_S'],
    ['cnp', '9961211302613', 'COMPONENT_S'],
    ['cnp', '1791220479953', 'COUNTY_DATE'],
    ['cnp', '8001011234567', 'CHECKSUM'],
    ['egn', '75-01010/01 0', 'FORMAT'],
    ['cui', '0000000019', 'FORMAT'],
    ['lnch', '1001122334', 'CHECKSUM'],
    ['egn', '7153849522', 'DATE'],
    ['lnch', '7153849522', 'CHECKSUM'],
  ] as const)('%s %s breaks %s', (type, input, reason) => {
    expect(checkIdentifier(type, input)).toMatchObject({ valid: false, reason });
  });

  it.each([
    ['cnp', '1740501415486'],
    ['egn', '750102 0018'],
  ] as const)('%s %s is valid', (type, input) => {
    expect(checkIdentifier(type, input).valid).toBe(true);
  });

  it.each([
    ['cnp', '٣٥٤٠٣١٢١٢٠٠١١'],
    ['cnp', '３５４０３１２１２００１１'],
    ['cnp', '354031212O011'],
    ['cnp', '354.031.212.001'],
    ['eik', 'RO175074752'],
    ['cui', 'BG18547290'],
    ['iban', 'RO49-AAAA-1B31-0075-9384-000Ș'],
  ] as const)('%s %s has wrong characters', (type, input) => {
    expect(checkIdentifier(type, input)).toMatchObject({ valid: false, reason: 'FORMAT' });
  });

  it.each(['cnp', 'egn', 'lnch', 'cui', 'eik'] as const)('an empty %s is too short', (type) => {
    expect(checkIdentifier(type, ' ')).toEqual({ valid: false, compact: '', reason: 'LENGTH' });
  });

  it('takes prefixes and letters in small letters', () => {
    expect(checkIdentifier('cui', 'ro 18547290')).toMatchObject({ valid: true, compact: '18547290' });
    expect(checkIdentifier('eik', 'bg 175074752')).toMatchObject({ valid: true, compact: '175074752' });
    expect(checkIdentifier('iban', 'ro49aaaa1b31007593840000').valid).toBe(true);
  });

  it('knows the lengths of Romanian and Bulgarian accounts', () => {
    expect(checkIdentifier('iban', 'RO49AAAA1B3100759384000')).toMatchObject({ reason: 'LENGTH' });
    expect(checkIdentifier('iban', 'BG80BNBGA6611020345678')).toMatchObject({ reason: 'FORMAT' });
  });

  it('finds every single wrong digit of an LNCh', () => {
    const mistakes = fc.record({ at: fc.integer({ min: 0, max: 7 }), add: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(mistakes, ({ at, add }) => {
        const right = '7111042925';
        const wrong =
          right.slice(0, at) + String((Number(right.charAt(at)) + add) % 10) + right.slice(at + 1);
        expect(checkIdentifier('lnch', wrong).valid).toBe(false);
      }),
    );
  });

  it('never throws and always answers with a compact form', () => {
    fc.assert(
      fc.property(fc.constantFrom(...IDENTIFIER_TYPES), fc.string({ unit: 'binary' }), (type, value) => {
        const check = checkIdentifier(type, value);
        expect(check.compact).not.toMatch(/\s/);
        expect(checkIdentifier(type, check.compact).valid).toBe(check.valid);
      }),
    );
  });
});
