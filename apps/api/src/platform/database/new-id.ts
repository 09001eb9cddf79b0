import { randomFillSync, randomInt } from 'node:crypto';

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

/** Twelve bits count the ids of one millisecond; they begin in the lower half, at random, so that 2,048 fit. */
const COUNTS = 0x1000;

/** The last id's millisecond and count. */
const last = { at: -1, count: 0 };

/**
 * The place in time of an id made now: after that of the id before it. A clock that stands still or is put back a
 * little goes on counting where it was; one put back by more than a second begins anew (RFC 9562 §6.2), or one
 * wrong hour would stand in every later id.
 */
const place = (now: number): typeof last => {
  const still = now <= last.at && last.at - now <= 1_000;
  last.count = still ? last.count + 1 : randomInt(COUNTS / 2);
  last.at = still ? last.at : now;
  if (last.count < COUNTS) return last;
  last.count = 0;
  last.at += 1;
  return last;
};

/**
 * A UUID of version 7 (RFC 9562 §5.7, its counter §6.2 method 1): 48 bits of milliseconds, 12 of a count, the rest at
 * random. Ids of one process therefore sort as they were made, within a millisecond too: lists that end in `id` mean
 * it. Made in code because the lowest PostgreSQL we support has no function for it, and so that ids exist before the
 * row does.
 */
export const newId = (now: number = Date.now()): string => {
  const bytes = sixteenBytes();
  const { at, count } = place(now);
  bytes.writeUIntBE(at, 0, 6);
  bytes.writeUInt16BE(0x7000 | count, 6);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for the text form of a UUID; anything else never reaches a uuid column. */
export const isUuid = (value: string): boolean => UUID.test(value);
