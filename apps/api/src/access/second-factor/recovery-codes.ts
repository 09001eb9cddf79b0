import { createHash } from 'node:crypto';
import type { SecretBox } from '../../platform/crypto';
import { toBase32 } from './base32';

const COUNT = 10;
/** 80 bits: nothing that could be tried out, even by somebody who holds the table of hashes. */
const BYTES = 10;
const CODE = /^[A-Z2-7]{16}$/;

/**
 * The recovery codes of one enrolment, made from the key of the request: a repeated request gives the same codes
 * again although only their hashes are kept.
 */
export const recoveryCodes = (box: SecretBox, accountId: string, requestKey: string): readonly string[] =>
  Array.from({ length: COUNT }, (_, index) => {
    const bytes = box.mac('recovery-code', `${accountId}:${index}:${requestKey}`).subarray(0, BYTES);
    return (toBase32(bytes).match(/.{4}/g) ?? []).join('-');
  });

/** The form a typed recovery code is compared in, or null when it cannot be one. */
export const compactRecoveryCode = (text: string): string | null => {
  const compact = text.replace(/[\s-]/g, '').toUpperCase();
  return CODE.test(compact) ? compact : null;
};

/** What is kept of a recovery code. */
export const hashRecoveryCode = (accountId: string, compact: string): Buffer =>
  createHash('sha256').update(`${accountId}:${compact}`).digest();
