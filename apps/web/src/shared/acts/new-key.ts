/** A fresh idempotency key; `crypto.randomUUID` exists only on secure origins, this works on any. */
export const newKey = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
};
