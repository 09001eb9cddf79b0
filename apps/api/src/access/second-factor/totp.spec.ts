import { toBase32 } from './base32';
import { matchTotp, newTotpSecret, stepAt, totpAt, totpUri } from './totp';

/** The secret of RFC 4226 appendix D and RFC 6238 appendix B. */
const SECRET = Buffer.from('12345678901234567890');
const at = (seconds: number): Date => new Date(seconds * 1000);

describe('TOTP', () => {
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('gives the code of RFC 6238 appendix B at %i s', (seconds, code) => {
    expect(totpAt(SECRET, stepAt(at(seconds)), 8)).toBe(code);
  });

  it.each(
    ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'].map(
      (code, counter) => ({ code, counter }),
    ),
  )('gives the code of RFC 4226 appendix D for counter $counter', ({ code, counter }) => {
    expect(totpAt(SECRET, counter)).toBe(code);
  });

  it('takes the step before and the step after, and none further away', () => {
    const now = at(30 * 1000);
    const verdicts = [-2, -1, 0, 1, 2].map((away) =>
      matchTotp(SECRET, totpAt(SECRET, 1000 + away), now, null),
    );
    expect(verdicts).toEqual([null, 999, 1000, 1001, null]);
  });

  it('takes a code once: a used step and all before it are refused', () => {
    const now = at(30 * 1000);
    expect(matchTotp(SECRET, totpAt(SECRET, 1000), now, 1000)).toBeNull();
    expect(matchTotp(SECRET, totpAt(SECRET, 999), now, 1000)).toBeNull();
    expect(matchTotp(SECRET, totpAt(SECRET, 1001), now, 1000)).toBe(1001);
  });

  it.each(['', '12345', '1234567', '75522４', '755224 ', '-55224'])('refuses %p', (code) => {
    expect(matchTotp(SECRET, code, at(59), null)).toBeNull();
  });

  it('makes secrets of 160 bits, never the same', () => {
    expect(newTotpSecret()).toHaveLength(20);
    expect(newTotpSecret()).not.toEqual(newTotpSecret());
  });

  it('words the address of the QR code so that apps read it', () => {
    expect(totpUri(SECRET, 'SOC COOP', 'maria@example.test')).toBe(
      'otpauth://totp/SOC%20COOP:maria%40example.test?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' +
        '&issuer=SOC%20COOP&algorithm=SHA1&digits=6&period=30',
    );
  });
});

describe('Base32', () => {
  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('writes %p as RFC 4648 does, without padding', (text, base32) => {
    expect(toBase32(Buffer.from(text))).toBe(base32);
  });
});
