import { createHash } from 'node:crypto';

/**
 * RFC 8785 for what is sent here: texts, numbers, booleans, null, lists and objects. Written anew, as somebody
 * outside would: a fault of the product's own function must not hide itself.
 */
export const canonical = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([name, item]) => `${JSON.stringify(name)}:${canonical(item)}`).join(',')}}`;
};

/** SHA-256, in hexadecimal, of the canonical form. */
export const canonicalHash = (value: unknown): string =>
  createHash('sha256').update(canonical(value), 'utf8').digest('hex');
