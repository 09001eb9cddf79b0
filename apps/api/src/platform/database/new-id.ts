import { randomFillSync } from 'node:crypto';

/** Random bytes are drawn for some hundreds of ids at once: each draw costs more than the rest of an id. */
const drawn = Buffer.alloc(4_096);
let used = drawn.length;

const sixteenBytes = (): Buffer => {
  if (used + 16 > drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += 16;
  return drawn.subarray(used - 16, used);
};

/**
 * A UUID of version 7 (RFC 9562 §5.7): 48 bits of milliseconds, then random bits. Made in code because the
 * lowest PostgreSQL we support has no function for it, and so that ids exist before the row does.
 */
export const newId = (now: number = Date.now()): string => {
  const bytes = sixteenBytes();
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for the text form of a UUID; anything else never reaches a uuid column. */
export const isUuid = (value: string): boolean => UUID.test(value);
