import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../tools/ui.ts';
import { type Account, isRoot, mayReach, serverAccount } from './account.ts';
import { type Binaries, findBinaries, movedTo } from './binaries.ts';

/** Everything a server needs to know about where it lives. */
export interface Place {
  /** The cluster's files. */
  readonly dataDir: string;
  /** The folder of its Unix socket, open to its own account only. */
  readonly socketDir: string;
  readonly logFile: string;
  readonly account: Account;
  readonly binaries: Binaries;
}

/** A socket's whole path must fit into about 107 bytes; the file's own name takes 14 of them. */
const longestSocketDir = 90;
const systemHome = '/var/lib/soc-coop';

/**
 * Settles where the server of a data folder lives, and makes its folders.
 *
 * Started as root the server runs as another user, who may be unable to enter the project (a home folder is
 * usually closed). The server and its data then live in a system folder, and the data folder holds a link.
 */
export function settle(base: string, fallback = systemHome): Place {
  mkdirSync(base, { recursive: true });
  const account = serverAccount(join(base, 'postgres'));
  const binaries = findBinaries();
  const reachable =
    mayReach(account, base) && mayReach(account, binaries.postgres) && mayReach(account, binaries.home);
  const home = reachable ? base : moveOut(base, join(fallback, shortHash(base)), account);
  return {
    dataDir: join(home, 'postgres'),
    socketDir: socketDirectory(home, account),
    logFile: join(home, 'postgres.log'),
    account,
    binaries: mayReach(account, binaries.postgres) ? binaries : copyBinaries(binaries, fallback),
  };
}

/** Makes a folder that only the server's account may enter; refuses one that somebody else has made there. */
export function ownFolder(path: string, account: Account): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const { uid, mode } = lstatSync(path);
  const wanted = account.uid ?? process.getuid?.();
  if (uid !== wanted && !isRoot()) throw new Refusal(`${path} belongs to another user.`);
  if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid, account.gid);
  if ((mode & 0o777) !== 0o700) chmodSync(path, 0o700);
  return path;
}

function moveOut(base: string, home: string, account: Account): string {
  const data = join(base, 'postgres');
  const link = lstatSync(data, { throwIfNoEntry: false });
  if (link && !link.isSymbolicLink()) {
    throw new Refusal(
      `The user that PostgreSQL runs as (uid ${account.uid}) may not enter ${base}.\n` +
        'Open the folders on the way to it (chmod o+x), start as the owner of the data, or set DATA_DIR or DATABASE_URL.',
    );
  }
  mkdirSync(join(home, 'postgres'), { recursive: true });
  if (!mayReach(account, home))
    throw new Refusal(`The user that PostgreSQL runs as may not enter ${home} either.`);
  if (!link) symlinkSync(join(home, 'postgres'), data);
  return home;
}

function copyBinaries(binaries: Binaries, fallback: string): Binaries {
  const home = join(fallback, `server-${binaries.version}`);
  if (!existsSync(home)) {
    const draft = `${home}.${process.pid}`;
    cpSync(binaries.home, draft, { recursive: true, verbatimSymlinks: true });
    openForAll(draft);
    renameSync(draft, home);
  }
  return movedTo(binaries, home);
}

function openForAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForAll(path);
    else if (entry.isFile()) chmodSync(path, 0o755);
  }
}

function socketDirectory(home: string, account: Account): string {
  const near = join(home, 'run');
  const short = Buffer.byteLength(near) <= longestSocketDir;
  return ownFolder(
    short ? near : join(tmpdir(), `soc-${process.getuid?.() ?? 0}-${shortHash(home)}`),
    account,
  );
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
