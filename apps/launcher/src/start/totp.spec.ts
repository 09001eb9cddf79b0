import { secondsLeft, totp } from './totp.ts';

describe('totp', () => {
  // RFC 6238, appendix B, SHA-1, the last six of its eight digits; the secret is "12345678901234567890".
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at %i seconds is %s', (seconds, code) => {
    expect(totp(secret, new Date(seconds * 1000))).toBe(code);
  });

  it('reads a secret as people write it', () => {
    expect(totp('gezd gnbv gy3t qojq gezd gnbv gy3t qojq', new Date(59_000))).toBe('287082');
    expect(() => totp('0189', new Date())).toThrow('base32');
  });

  it('knows how long a code holds', () => {
    expect(secondsLeft(new Date(59_000))).toBe(1);
    expect(secondsLeft(new Date(60_000))).toBe(30);
  });
});
