import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SignIn } from '../product';
import { shared } from '../shared-state';
import { Caller, freshKey } from './caller';

/**
 * A session of somebody that stories share, across files and processes. A sign-in is dear on purpose (argon2), and an
 * authenticator's code serves once in thirty seconds; a story that is not about signing in need not pay for it.
 */
export async function keptSession(officer: SignIn): Promise<Caller> {
  const { email } = officer;
  const kept = new Caller();
  kept.cookie = read(email);
  if (kept.cookie !== null && (await kept.session()).stage === 'full') return kept;
  const fresh = await Caller.signedIn(officer);
  if (fresh.cookie !== null) keep(email, fresh.cookie);
  return fresh;
}

const folder = (): string => join(shared().dataDir, 'sessions-kept');

function read(email: string): string | null {
  try {
    return readFileSync(join(folder(), email), 'utf8');
  } catch {
    return null;
  }
}

/** Written beside it and renamed: another process reads all of it or nothing. */
function keep(email: string, cookie: string): void {
  mkdirSync(folder(), { recursive: true });
  const draft = join(folder(), freshKey());
  writeFileSync(draft, cookie);
  renameSync(draft, join(folder(), email));
}
