import { createPublicKey, type JsonWebKey, type KeyObject, sign, verify } from 'node:crypto';
import { canonicalJson } from '@soc-coop/domain';

/** What a receipt says: which content was accepted, by whom, when, under which clause. It names no person. */
export interface Receipt {
  readonly format: 'soc-coop-receipt/1';
  readonly id: string;
  readonly exchange: string;
  readonly number: string;
  readonly type: string;
  readonly formVersion: number;
  readonly message: {
    readonly id: string;
    readonly version: number;
    /** SHA-256, in hexadecimal, over the canonical JSON (RFC 8785) of the request; see `message-hash.ts`. */
    readonly sha256: string;
    readonly sentAt: string;
  };
  /** Code of the unit that asked. */
  readonly from: string;
  /** Code of the unit that accepted. */
  readonly to: string;
  readonly agreementClause: string | null;
  readonly acceptedAt: string;
}

/**
 * A receipt with its signature: a JSON Web Signature (RFC 7515) by Ed25519 (RFC 8037), in flattened form with the
 * payload shown as it is (appendix F): the signed payload is the canonical JSON of `receipt`.
 */
export interface SignedReceipt {
  readonly receipt: Receipt;
  readonly protected: string;
  readonly signature: string;
}

/** A key receipts are signed with. */
export interface SigningKey {
  readonly id: string;
  readonly secret: KeyObject;
}

/** A public key as it is published (RFC 7517). */
export interface PublicSigningKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: 'EdDSA';
}

const base64url = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');

const signedBytes = (header: string, receipt: unknown): Buffer =>
  Buffer.from(`${header}.${base64url(canonicalJson(receipt))}`, 'ascii');

/** Signs a receipt. */
export const signReceipt = (receipt: Receipt, key: SigningKey): SignedReceipt => {
  const header = base64url(canonicalJson({ alg: 'EdDSA', kid: key.id, typ: 'soc-coop-receipt+json' }));
  const signature = sign(null, signedBytes(header, receipt), key.secret).toString('base64url');
  return { receipt, protected: header, signature };
};

/** The name of the key a signature says it was made with; null when the header cannot be read. */
export const keyIdOf = (signed: SignedReceipt): string | null => {
  try {
    const header: unknown = JSON.parse(Buffer.from(signed.protected, 'base64url').toString('utf8'));
    if (typeof header !== 'object' || header === null) return null;
    const { alg, kid }: { alg?: unknown; kid?: unknown } = header;
    // The algorithm is ours to fix, not the header's to choose (RFC 8725, section 3.1).
    return alg === 'EdDSA' && typeof kid === 'string' ? kid : null;
  } catch {
    return null;
  }
};

/** True when the receipt was signed with the secret half of this key and not one character was changed since. */
export const isSignedBy = (signed: SignedReceipt, key: PublicSigningKey): boolean => {
  const publicKey = createPublicKey({ key: jwkOf(key), format: 'jwk' });
  const signature = Buffer.from(signed.signature, 'base64url');
  return verify(null, signedBytes(signed.protected, signed.receipt), publicKey, signature);
};

const jwkOf = ({ kty, crv, x }: PublicSigningKey): JsonWebKey => ({ kty, crv, x });
