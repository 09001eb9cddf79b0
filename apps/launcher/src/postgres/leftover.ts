import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, signal, waitForEnd } from '../tools/processes.ts';
import { Refusal } from '../tools/ui.ts';

const patience = 20_000;
const stragglerPatience = 5_000;

/** What a running server notes about itself in its data folder. */
export interface Postmaster {
  readonly pid: number;
  /** `ready` once it takes connections. */
  readonly status: string;
}

/** Reads `postmaster.pid`; null when there is none. */
export function readPostmaster(dataDir: string): Postmaster | null {
  try {
    const lines = readFileSync(noteOf(dataDir), 'utf8').split('\n');
    const pid = Number.parseInt(lines[0] ?? '', 10);
    return Number.isInteger(pid) && pid > 0 ? { pid, status: (lines[7] ?? '').trim() } : null;
  } catch {
    return null;
  }
}

/**
 * Stops a server that was left running on this data folder when its launcher was killed, so that the next one
 * starts with the settings of today.
 *
 * A server that was itself killed leaves its note behind. PostgreSQL sees through that, except when the noted id
 * still exists: as a zombie that nobody collects (containers without an init process) or as a stranger that was
 * given the same id. The note is then removed here, once no process works in the folder any more.
 * @returns whether there was one
 */
export async function stopLeftover(dataDir: string): Promise<boolean> {
  const left = readPostmaster(dataDir);
  if (!left) return false;
  const servers = serversOf(dataDir, left.pid);
  if (servers.includes(left.pid)) {
    signal(left.pid, 'SIGINT');
    if (!(await waitForEnd(left.pid, patience))) throw stubborn(left.pid);
    return true;
  }
  // Sessions of a server that was killed notice it and end by themselves.
  for (const pid of servers) {
    if (await waitForEnd(pid, stragglerPatience)) continue;
    signal(pid, 'SIGKILL');
    if (!(await waitForEnd(pid, stragglerPatience))) throw stubborn(pid);
  }
  rmSync(noteOf(dataDir), { force: true });
  return servers.length > 0;
}

/** The living processes of a server: on Linux those that work in its folder, elsewhere the one it notes. */
function serversOf(dataDir: string, noted: number): number[] {
  if (process.platform !== 'linux') return isAlive(noted) ? [noted] : [];
  const folder = realpathSync(dataDir);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => workingFolder(pid) === folder && isAlive(pid));
}

function workingFolder(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    // Gone meanwhile, or another user's: then it is not a server on a folder of ours.
    return null;
  }
}

function stubborn(pid: number): Refusal {
  return new Refusal(
    `A PostgreSQL that was left running (process ${pid}) does not stop. End it by hand and start again.`,
  );
}

function noteOf(dataDir: string): string {
  return join(dataDir, 'postmaster.pid');
}
