import type { SecretBox } from '../../platform/crypto';

/** How auditors see a person: always the same, and only this house can tell who it is. */
export const pseudonymOf = (box: SecretBox, id: string): string =>
  `P-${box.mac('pseudonym', id).subarray(0, 4).toString('hex').toUpperCase()}`;
