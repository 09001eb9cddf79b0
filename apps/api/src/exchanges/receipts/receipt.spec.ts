import { generateKeyPairSync } from 'node:crypto';
import { isSignedBy, keyIdOf, type PublicSigningKey, type Receipt, signReceipt } from './receipt';

const pair = (id: string) => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const shown: PublicSigningKey = { kty: 'OKP', crv: 'Ed25519', x, kid: id, use: 'sig', alg: 'EdDSA' };
  return { key: { id, secret: privateKey }, shown };
};

const RECEIPT: Receipt = {
  format: 'soc-coop-receipt/1',
  id: '019a0000-0000-7000-8000-000000000001',
  exchange: '019a0000-0000-7000-8000-000000000002',
  number: 'RO-CT-2026-000001',
  type: 'EX02',
  formVersion: 1,
  message: {
    id: '019a0000-0000-7000-8000-000000000003',
    version: 1,
    sha256: 'ab'.repeat(32),
    sentAt: '2026-11-02T08:00:00.000Z',
  },
  from: 'RO-AJPIS-CT',
  to: 'BG-RDSP-DOB',
  agreementClause: 'Annex 1, 2',
  acceptedAt: '2026-11-03T09:30:00.000Z',
};

describe('a signed receipt', () => {
  const { key, shown } = pair('2026-1');
  const signed = signReceipt(RECEIPT, key);

  it('is proven by the public key it names', () => {
    expect(keyIdOf(signed)).toBe('2026-1');
    expect(isSignedBy(signed, shown)).toBe(true);
    expect(isSignedBy(signed, pair('2026-1').shown)).toBe(false);
  });

  it('may travel and be laid out anew, because what is signed is its canonical form', () => {
    const { message, ...rest } = RECEIPT;
    const reordered = JSON.parse(JSON.stringify({ message, ...rest }, null, 4)) as Receipt;
    expect(isSignedBy({ ...signed, receipt: reordered }, shown)).toBe(true);
  });

  it.each([
    ['another hash', { ...signed, receipt: { ...RECEIPT, message: { ...RECEIPT.message, sha256: '00' } } }],
    ['another day', { ...signed, receipt: { ...RECEIPT, acceptedAt: '2026-11-04T09:30:00.000Z' } }],
    ['another unit', { ...signed, receipt: { ...RECEIPT, to: 'BG-RDSP-MON' } }],
    ['one member more', { ...signed, receipt: { ...RECEIPT, extra: true } }],
    [
      'another header',
      { ...signed, protected: Buffer.from('{"alg":"EdDSA","kid":"x"}').toString('base64url') },
    ],
    ['a cut signature', { ...signed, signature: signed.signature.slice(0, -4) }],
    ['no signature', { ...signed, signature: '' }],
  ])('does not stand with %s', (_, changed) => {
    expect(isSignedBy(changed, shown)).toBe(false);
  });

  it('trusts no algorithm but its own', () => {
    const header = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    expect(keyIdOf({ ...signed, protected: header({ alg: 'none', kid: '2026-1' }) })).toBeNull();
    expect(keyIdOf({ ...signed, protected: header([]) })).toBeNull();
    expect(keyIdOf({ ...signed, protected: '%' })).toBeNull();
  });
});
