import { createPublicKey } from 'node:crypto';
import { calculateJwkThumbprint, importJWK, type JWK } from 'jose';
import { DomainError } from '../../platform/errors';

/**
 * A key as the register keeps it: a public JWK with the day it came and the last day it is taken. RFC 7517 §4 lets a
 * key carry members of one's own.
 */
export interface KeptKey extends JWK {
  readonly kid: string;
  readonly added?: string;
  readonly until?: string;
}

/** What each kind of key signs with: the algorithms the token endpoint takes (RFC 7518 §3.1, RFC 8037). */
const ALGORITHM_OF = { 'EC P-256': 'ES256', 'OKP Ed25519': 'EdDSA', RSA: 'PS256' } as const;
type KeyKind = keyof typeof ALGORITHM_OF;
/** The members that make a key of each kind; everything else that was pasted is left out. */
const MEMBERS: Readonly<Record<KeyKind, readonly string[]>> = {
  'EC P-256': ['kty', 'crv', 'x', 'y'],
  'OKP Ed25519': ['kty', 'crv', 'x'],
  RSA: ['kty', 'n', 'e'],
};
/** The members of a private or shared key (RFC 7518 §6). */
const SECRET_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];
/** BSI TR-02102-1 and NIST SP 800-131A let shorter ones go. */
const RSA_BITS = 2048;
/** A system changes one key for another; more than a few at once are a mistake. */
const MOST_KEYS = 5;
const KID = /^[\x21-\x7e]{1,128}$/;

type Members = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The keys of a JWK or of a set of them, as they were pasted. */
const pasted = (text: string): Members[] => {
  try {
    const value: unknown = JSON.parse(text);
    const keys: unknown = isObject(value) && 'keys' in value ? value['keys'] : [value];
    if (Array.isArray(keys) && keys.length > 0 && keys.length <= MOST_KEYS && keys.every(isObject))
      return keys;
  } catch {
    // Falls through to the one coded error: what a parser says of the text helps nobody.
  }
  throw new DomainError('access.keyUnreadable');
};

/** What kind of key it is; null for kinds that are not taken. */
const kindOf = ({ kty, crv }: Members): KeyKind | null => {
  const name = kty === 'RSA' ? 'RSA' : `${String(kty)} ${String(crv)}`;
  return name in ALGORITHM_OF ? (name as KeyKind) : null;
};

/** True where a key says of itself that it is for something else than the signatures that are taken. */
const isForSomethingElse = ({ use, key_ops: operations, alg }: Members, kind: KeyKind): boolean =>
  (use !== undefined && use !== 'sig') ||
  (Array.isArray(operations) && !operations.includes('verify')) ||
  (alg !== undefined && alg !== ALGORITHM_OF[kind]);

/** @throws DomainError access.keyUnreadable for numbers that are no key, access.keyTooShort */
const checkNumbers = async (key: JWK, kind: KeyKind): Promise<void> => {
  try {
    await importJWK(key, ALGORITHM_OF[kind]);
  } catch {
    // Whatever the library has against the numbers, they are no key.
    throw new DomainError('access.keyUnreadable');
  }
  if (kind !== 'RSA') return;
  const bits = createPublicKey({ key, format: 'jwk' }).asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < RSA_BITS) throw new DomainError('access.keyTooShort', { bits, least: RSA_BITS });
};

const readKey = async (raw: Members): Promise<KeptKey> => {
  if (raw['kty'] === 'oct' || SECRET_MEMBERS.some((name) => name in raw))
    throw new DomainError('access.keyPrivate');
  const kind = kindOf(raw);
  if (kind === null || isForSomethingElse(raw, kind)) throw new DomainError('access.keyUnsupported');
  const key: JWK = Object.fromEntries(MEMBERS[kind].map((name) => [name, raw[name]]));
  await checkNumbers(key, kind);
  const { kid } = raw;
  if (kid !== undefined && (typeof kid !== 'string' || !KID.test(kid)))
    throw new DomainError('access.keyUnreadable');
  return { ...key, kid: kid ?? (await thumbprintOf(key)), alg: ALGORITHM_OF[kind], use: 'sig' };
};

/** What a key is told by whatever it is called (RFC 7638). */
export const thumbprintOf = (key: JWK): Promise<string> => calculateJwkThumbprint(key, 'sha256');

/**
 * Reads what an administrator pasted: public keys only, of kinds that are taken, long enough, each under a name of
 * its own.
 * @throws DomainError access.keyUnreadable, access.keyPrivate, access.keyUnsupported, access.keyTooShort, access.keyKnown
 */
export const readPublicKeys = async (text: string): Promise<readonly KeptKey[]> => {
  const keys = await Promise.all(pasted(text).map(readKey));
  await refuseKnown(keys);
  return keys;
};

/**
 * Refuses keys that come twice, by name or by their numbers.
 * @throws DomainError access.keyKnown
 */
export const refuseKnown = async (keys: readonly KeptKey[]): Promise<void> => {
  const prints = await Promise.all(keys.map(thumbprintOf));
  const names = keys.map(({ kid }) => kid);
  if (new Set(prints).size < keys.length || new Set(names).size < keys.length)
    throw new DomainError('access.keyKnown');
};

/** The keys that are taken on a day: those without an end, and those whose last day has not passed. */
export const keysOn = (keys: readonly KeptKey[], day: string): readonly KeptKey[] =>
  keys.filter(({ until }) => until === undefined || day <= until);
