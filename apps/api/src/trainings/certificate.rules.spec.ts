import { CERTIFICATE_EXPIRING_DAYS, CERTIFICATE_KINDS } from '@soc-coop/contracts';
import { addDays } from '@soc-coop/domain';
import fc from 'fast-check';
import { certificateStatus, isHeldOn, missingKinds } from './certificate.rules';

const dates = { issuedOn: '2025-03-01', expiresOn: '2027-02-28', revokedOn: null };

describe('a certificate', () => {
  it.each([
    ['on its first day', '2025-03-01', 'VALID', true],
    ['the day before', '2025-02-28', 'VALID', false],
    ['60 days before its end', '2026-12-30', 'VALID', true],
    ['59 days before its end', '2026-12-31', 'EXPIRING', true],
    ['on its last day', '2027-02-28', 'EXPIRING', true],
    ['the day after', '2027-03-01', 'EXPIRED', false],
  ])('%s (%s) is %s, held: %s', (_, on, status, held) => {
    expect(certificateStatus(dates, on)).toBe(status);
    expect(isHeldOn(dates, on)).toBe(held);
  });

  it.each([
    ['2026-05-31', 'VALID', true],
    ['2026-06-01', 'REVOKED', false],
    ['2027-06-01', 'REVOKED', false],
  ])('revoked on 2026-06-01 is on %s %s', (on, status, held) => {
    const revoked = { ...dates, revokedOn: '2026-06-01' };
    expect(certificateStatus(revoked, on)).toBe(status);
    expect(isHeldOn(revoked, on)).toBe(held);
  });

  it('goes from valid over expiring to expired as the days pass, and never back', () => {
    const order = ['VALID', 'EXPIRING', 'EXPIRED'];
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 800 }), fc.integer({ min: 0, max: 400 }), (from, later) => {
        const day = addDays(dates.expiresOn, from);
        const now = order.indexOf(certificateStatus(dates, day));
        const then = order.indexOf(certificateStatus(dates, addDays(day, later)));
        expect(then).toBeGreaterThanOrEqual(now);
        if (now === 1) expect(from).toBeGreaterThan(-CERTIFICATE_EXPIRING_DAYS);
      }),
    );
  });
});

describe('missingKinds', () => {
  const held = [
    { ...dates, kind: 'BEN' as const },
    { ...dates, kind: 'SENS' as const, expiresOn: '2025-12-31' },
  ];

  it.each([
    [[], '2026-01-01', []],
    [['BEN'], '2026-01-01', []],
    [['BEN', 'SENS'], '2025-12-31', []],
    [['BEN', 'SENS'], '2026-01-01', ['SENS']],
    [['REC', 'SENS'], '2026-01-01', ['REC', 'SENS']],
  ] as const)('of %j on %s are %j', (required, on, missing) => {
    expect(missingKinds(held, required, on)).toEqual(missing);
  });

  it('is everything for a person without certificates', () => {
    expect(missingKinds([], CERTIFICATE_KINDS, '2026-01-01')).toEqual(CERTIFICATE_KINDS);
  });

  it('counts a renewed certificate although the old one has expired', () => {
    const renewed = [...held, { ...dates, kind: 'SENS' as const, issuedOn: '2026-01-01' }];
    expect(missingKinds(renewed, ['SENS'], '2026-01-01')).toEqual([]);
  });
});
