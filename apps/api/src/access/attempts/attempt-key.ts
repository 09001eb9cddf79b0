import { isIPv6 } from 'node:net';
import type { SecretBox } from '../../platform/crypto';

/** The part of an IPv6 address one subscriber commonly has: 64 bits. */
const networkOf = (address: string): string => {
  const plain = address.split('%')[0] ?? '';
  const [head = '', tail] = plain.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
};

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** What tries from one place are counted under: the IPv4 address, or the network of an IPv6 one. */
export const placeOf = (address: string): string => {
  const mapped = MAPPED.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  return isIPv6(address) ? networkOf(address) : address;
};

const keyed = (box: SecretBox, kind: string, text: string): string =>
  `${kind}:${box.mac('sign-in-attempt', `${kind}:${text}`).toString('base64url')}`;

/** The key tries on one e-mail address are counted under; the same whether the account exists or not. */
export const accountKey = (box: SecretBox, email: string): string => keyed(box, 'account', email);

/** The key tries from one place are counted under. */
export const addressKey = (box: SecretBox, address: string): string =>
  keyed(box, 'address', placeOf(address));
