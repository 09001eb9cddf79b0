import { readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, signal, waitForEnd } from '../tools/processes.ts';
import { Refusal } from '../tools/ui.ts';

const patience = 20_000;

/** What a running server notes about itself in its data folder. */
export interface Postmaster {
  readonly pid: number;
  /** `ready` once it takes connections. */
  readonly status: string;
}

/** Reads `postmaster.pid`; null when there is none. */
export function readPostmaster(dataDir: string): Postmaster | null {
  try {
    const lines = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number.parseInt(lines[0] ?? '', 10);
    return Number.isInteger(pid) && pid > 0 ? { pid, status: (lines[7] ?? '').trim() } : null;
  } catch {
    return null;
  }
}

/**
 * Stops a server that was left running on this data folder when its launcher was killed, so that the next one
 * starts with the settings of today.
 * @returns whether there was one
 */
export async function stopLeftover(dataDir: string): Promise<boolean> {
  const left = readPostmaster(dataDir);
  if (!left || !isAlive(left.pid) || !servesFolder(left.pid, dataDir)) return false;
  signal(left.pid, 'SIGINT');
  if (!(await waitForEnd(left.pid, patience))) {
    throw new Refusal(`A PostgreSQL that was left running (process ${left.pid}) does not stop. End it by hand and start again.`);
  }
  return true;
}

/** A process id may have been given to somebody else since: a server's working folder is its data folder. */
function servesFolder(pid: number, dataDir: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === readlinkOrSelf(dataDir);
  } catch {
    // Another user's process may not be looked into; an ordinary user's own server may.
    return false;
  }
}

function readlinkOrSelf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return path;
  }
}
