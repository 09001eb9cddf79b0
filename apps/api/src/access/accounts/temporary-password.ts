import type { SecretBox } from '../../platform/crypto';
import { toBase32 } from '../second-factor/base32';

const BYTES = 10;

/**
 * The password somebody begins with: 80 random-looking bits made of the request's key, so that a repeated request
 * shows the same one although only its hash is kept. Whoever has it can do nothing with it but choose their own.
 */
export const temporaryPassword = (box: SecretBox, owner: string, requestKey: string): string => {
  const bytes = box.mac('temporary-password', `${owner}:${requestKey}`).subarray(0, BYTES);
  return (toBase32(bytes).toLowerCase().match(/.{4}/g) ?? []).join('-');
};
