import { randomBytes } from 'node:crypto';
import { SecretBox } from '../../platform/crypto';
import { compactRecoveryCode, hashRecoveryCode, recoveryCodes } from './recovery-codes';

const box = new SecretBox([{ id: 'k', key: randomBytes(32) }]);

describe('recovery codes', () => {
  it('are ten, all different, easy to type, and the same again for the same request', () => {
    const codes = recoveryCodes(box, 'account', 'request');
    expect(new Set(codes).size).toBe(10);
    expect(codes.every((code) => /^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/.test(code))).toBe(true);
    expect(recoveryCodes(box, 'account', 'request')).toEqual(codes);
  });

  it('differ by person and by request', () => {
    const [code] = recoveryCodes(box, 'account', 'request');
    expect(recoveryCodes(box, 'another', 'request')).not.toContain(code);
    expect(recoveryCodes(box, 'account', 'another')).not.toContain(code);
  });

  it.each([
    ['ABCD-EFGH-2345-MNOP', 'ABCDEFGH2345MNOP'],
    [' abcd efgh 2345 mnop ', 'ABCDEFGH2345MNOP'],
    ['ABCD-EFGH-2345', null],
    ['ABCD-EFGH-2345-MNO1', null],
    ['123456', null],
    ['', null],
  ])('are read from %p as %p', (typed, compact) => {
    expect(compactRecoveryCode(typed)).toBe(compact);
  });

  it('are kept as hashes that differ by person', () => {
    expect(hashRecoveryCode('a', 'X')).toHaveLength(32);
    expect(hashRecoveryCode('a', 'X')).not.toEqual(hashRecoveryCode('b', 'X'));
  });
});
