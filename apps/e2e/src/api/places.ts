import { randomInt } from 'node:crypto';

/** A loopback address of one's own: the product counts requests and failures by address, as it does with offices. */
export const anyPlace = (): string => `127.${randomInt(1, 255)}.${randomInt(255)}.${randomInt(1, 255)}`;

/**
 * Where the requests of this test file come from, so that no story comes near its limit by what others send. Jest
 * loads each module once per file. The browser's requests come from 127.0.0.1.
 */
export const ownPlace = anyPlace();
