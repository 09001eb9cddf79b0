import { execFileSync } from 'node:child_process';
import { realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '../tools/ui.ts';

/** The operating-system account a server runs under; empty when it is simply ours. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

const serverUser = 'postgres';

/** True when this process may switch accounts. PostgreSQL itself refuses to run as root. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * The account to run PostgreSQL under. As an ordinary user: that user. As root: whoever owns the existing data,
 * so that data made by an ordinary user keeps working; else the user `postgres`, made when missing.
 */
export function serverAccount(dataDir: string): Account {
  if (!isRoot()) return {};
  const owner = statSync(dataDir, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return lookUp(serverUser) ?? create(serverUser);
}

/** Whether an account may enter every folder on the way to a path, and read what is there. */
export function mayReach(account: Account, path: string): boolean {
  if (account.uid === undefined) return true;
  let place = realpathSync(path);
  if (!permits(account, place, 4)) return false;
  while (place !== dirname(place)) {
    place = dirname(place);
    if (!permits(account, place, 1)) return false;
  }
  return true;
}

function permits(account: Account, path: string, bit: 4 | 1): boolean {
  const { mode, uid, gid } = statSync(path);
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  return ((mode >> shift) & bit) === bit;
}

function lookUp(name: string): Account | null {
  const id = (flag: string): number =>
    Number.parseInt(
      execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
      10,
    );
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

function create(name: string): Account {
  const ways = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name],
    ['adduser', '-S', '-D', '-H', name],
  ] as const;
  for (const [command, ...args] of ways) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
    } catch {
      continue;
    }
    const made = lookUp(name);
    if (made) return made;
  }
  throw new Refusal(
    `PostgreSQL does not run as root, and the user "${name}" could not be made.\n` +
      'Start as an ordinary user, create that user, or set DATABASE_URL.',
  );
}
