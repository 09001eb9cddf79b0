import { generateKeyPairSync } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { DomainError } from '../../platform/errors';
import { keysOn, readPublicKeys } from './public-keys';

const pairOf = async (alg: string): Promise<{ open: JWK; secret: JWK }> => {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  return { open: await exportJWK(publicKey), secret: await exportJWK(privateKey) };
};
const rsa = (modulusLength: number): JWK =>
  generateKeyPairSync('rsa', { modulusLength }).publicKey.export({ format: 'jwk' });
const read = (value: unknown) => readPublicKeys(typeof value === 'string' ? value : JSON.stringify(value));
const refusalOf = async (value: unknown): Promise<string> => {
  try {
    await read(value);
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'taken';
};

describe('public keys that are pasted', () => {
  it.each(['ES256', 'EdDSA', 'PS256'])(
    'are taken for %s, alone or in a set, without anything else',
    async (alg) => {
      const { open } = await pairOf(alg);
      const [key] = await read({ ...open, kid: 'k1', x5c: ['x'], note: 'pasted' });
      expect(key).toEqual({ ...open, kid: 'k1', alg, use: 'sig' });
      expect(await read({ keys: [{ ...open, kid: 'k1' }] })).toEqual([key]);
    },
  );

  it('are named by their thumbprint where they have no name', async () => {
    const { open } = await pairOf('ES256');
    const [key] = await read(open);
    expect(key?.kid).toMatch(/^[\w-]{43}$/);
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['nothing', async () => '', 'access.keyUnreadable'],
    ['a PEM', async () => '-----BEGIN PUBLIC KEY-----', 'access.keyUnreadable'],
    ['an empty set', async () => ({ keys: [] }), 'access.keyUnreadable'],
    ['a list of words', async () => ({ keys: ['a'] }), 'access.keyUnreadable'],
    ['a private key', async () => (await pairOf('ES256')).secret, 'access.keyPrivate'],
    ['a private RSA key', async () => (await pairOf('PS256')).secret, 'access.keyPrivate'],
    [
      'a private key among public ones',
      async () => ({ keys: [(await pairOf('ES256')).open, (await pairOf('EdDSA')).secret] }),
      'access.keyPrivate',
    ],
    ['a shared secret', async () => ({ kty: 'oct', k: 'c2VjcmV0' }), 'access.keyPrivate'],
    ['a key of another curve', async () => (await pairOf('ES384')).open, 'access.keyUnsupported'],
    ['a key for another algorithm', async () => ({ ...rsa(2048), alg: 'RS256' }), 'access.keyUnsupported'],
    [
      'a key for sealing',
      async () => ({ ...(await pairOf('ES256')).open, use: 'enc' }),
      'access.keyUnsupported',
    ],
    [
      'a key for other operations',
      async () => ({ ...(await pairOf('ES256')).open, key_ops: ['deriveKey'] }),
      'access.keyUnsupported',
    ],
    ['a short RSA key', async () => rsa(1024), 'access.keyTooShort'],
    [
      'a point that is on no curve',
      async () => ({ kty: 'EC', crv: 'P-256', x: 'AAAA', y: 'AAAA' }),
      'access.keyUnreadable',
    ],
    ['a key without its numbers', async () => ({ kty: 'RSA', e: 'AQAB' }), 'access.keyUnreadable'],
    [
      'a name that would end a header',
      async () => ({ ...(await pairOf('ES256')).open, kid: 'a\r\nb' }),
      'access.keyUnreadable',
    ],
  ])('are refused by code: %s', async (_, make, code) => {
    expect(await refusalOf(await make())).toBe(code);
  });

  it('are refused twice in one set, by name or by number', async () => {
    const [{ open }, other] = [await pairOf('ES256'), await pairOf('ES256')];
    expect(
      await refusalOf({
        keys: [
          { ...open, kid: 'a' },
          { ...open, kid: 'b' },
        ],
      }),
    ).toBe('access.keyKnown');
    expect(
      await refusalOf({
        keys: [
          { ...open, kid: 'a' },
          { ...other.open, kid: 'a' },
        ],
      }),
    ).toBe('access.keyKnown');
  });
});

it('a key is taken through its last day', () => {
  const keys = [{ kid: 'a', until: '2026-11-23' }, { kid: 'b' }];
  expect(keysOn(keys, '2026-11-23').map(({ kid }) => kid)).toEqual(['a', 'b']);
  expect(keysOn(keys, '2026-11-24').map(({ kid }) => kid)).toEqual(['b']);
});
