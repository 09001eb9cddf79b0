import { randomInt } from 'node:crypto';
import { Caller } from '../../api/caller';
import { signInByEmail } from '../../shared-state';

/**
 * A loopback address of its own. Requests and failures are counted by address, and a test that sends thousands on
 * purpose is many offices at once: none of them comes near its limit.
 */
export const somewhere = (): string => `127.${randomInt(1, 255)}.${randomInt(255)}.${randomInt(1, 255)}`;

/** Nobody in particular, each request from another place. */
export const stranger = (): Caller => new Caller({}, somewhere);

/** Somebody signed in, each request from another place. */
export const crowdOf = (email: string): Promise<Caller> => Caller.signedIn(signInByEmail(email), somewhere);
