import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Caller, freshKey } from '../../api/caller';
import type { Newcomer } from '../../api/people';
import { shared, signInByEmail } from '../../shared-state';

/**
 * A loopback address of its own. Requests and failures are counted by address, and a test that sends thousands on
 * purpose is many offices at once: none of them comes near its limit.
 */
export const somewhere = (): string => `127.${randomInt(1, 255)}.${randomInt(255)}.${randomInt(1, 255)}`;

/** Nobody in particular, each request from another place. */
export const stranger = (): Caller => new Caller({}, somewhere);

/** Where the sessions of one run are kept from file to file. */
const kept = (email: string): string => join(shared().dataDir, 'kept-sessions', `${email}.json`);

/** The session somebody has already, where it still holds. */
const again = async (email: string): Promise<Caller | null> => {
  if (!existsSync(kept(email))) return null;
  const caller = new Caller({}, somewhere);
  caller.cookie = readFileSync(kept(email), 'utf8');
  const { stage } = await caller.session();
  return stage === 'full' ? caller : null;
};

/**
 * Somebody signed in, each request from another place. Who has a second factor signs in once for all files: a code is
 * taken once, and each file would wait half a minute for the next one.
 */
export const crowdOf = async (email: string): Promise<Caller> => {
  const signIn = signInByEmail(email);
  if (signIn.totpSecret === undefined) return Caller.signedIn(signIn, somewhere);
  const before = await again(email);
  if (before !== null) return before;
  const caller = await Caller.signedIn(signIn, somewhere);
  mkdirSync(join(shared().dataDir, 'kept-sessions'), { recursive: true });
  writeFileSync(kept(email), caller.cookie ?? '', { mode: 0o600 });
  return caller;
};

const CHANGE_PASSWORD = `mutation Change($a: String!, $b: String!, $key: String!) {
  changePassword(current: $a, next: $b, idempotencyKey: $key)
}`;

/** Signs somebody new in, who chooses a password of their own as everybody must. */
export const beginnerAt = async ({ email, password }: Newcomer): Promise<Caller> => {
  const caller = new Caller({}, somewhere);
  const { status, body } = await caller.signIn(email, password);
  if (status !== 200) throw new Error(`Somebody new could not sign in: ${JSON.stringify(body)}`);
  await caller.ask(CHANGE_PASSWORD, { a: password, b: `chosen ${freshKey()}`, key: freshKey() });
  const { stage } = await caller.session();
  if (stage !== 'full') throw new Error(`Somebody new came no further than ${stage}.`);
  return caller;
};
