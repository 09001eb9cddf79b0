import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { toBase32 } from './base32';

/** RFC 6238 as every authenticator app speaks it: HMAC-SHA-1, six digits, steps of 30 seconds. */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** RFC 4226 §4 asks for 128 bits at least and recommends 160. */
const SECRET_BYTES = 20;
/** Steps before and after the present one that are taken, for clocks that differ. */
const TOLERANCE = 1;

/** A new shared secret. */
export const newTotpSecret = (): Buffer => randomBytes(SECRET_BYTES);

/** The time step an instant falls into. */
export const stepAt = (instant: Date): number => Math.floor(instant.getTime() / 1000 / STEP_SECONDS);

/** The code of one time step (RFC 4226 §5.3). */
export const totpAt = (secret: Buffer, step: number, digits: number = DIGITS): string => {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const offset = hash.readUInt8(hash.length - 1) & 0x0f;
  const number = hash.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
};

const isSame = (right: string, given: string): boolean => {
  const bytes = Buffer.from(given);
  return bytes.length === right.length && timingSafeEqual(Buffer.from(right), bytes);
};

/**
 * The time step a code belongs to, or null. Steps up to `usedUpTo` are refused: a code that was seen over a
 * shoulder, or read from the wire, works once only.
 */
export const matchTotp = (
  secret: Buffer,
  code: string,
  now: Date,
  usedUpTo: number | null,
): number | null => {
  const present = stepAt(now);
  const steps = Array.from({ length: 2 * TOLERANCE + 1 }, (_, index) => present - TOLERANCE + index);
  // Every step is compared, so that the time taken does not tell which one fits.
  const fitting = steps.filter((step) => isSame(totpAt(secret, step), code));
  return fitting.find((step) => usedUpTo === null || step > usedUpTo) ?? null;
};

/** The address authenticator apps read from the QR code. */
export const totpUri = (secret: Buffer, issuer: string, account: string): string => {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const query = new URLSearchParams({
    secret: toBase32(secret),
    issuer,
    algorithm: 'SHA1',
    digits: String(DIGITS),
    period: String(STEP_SECONDS),
  });
  // Authenticator apps read a space as %20 only.
  return `otpauth://totp/${label}?${query.toString().replaceAll('+', '%20')}`;
};
