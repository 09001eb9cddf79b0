import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of the process clock in a second, on every Linux we know. */
const TICKS_MS = 10;

interface Times {
  readonly parent: number;
  readonly ms: number;
  /** With the time of children that have ended. */
  readonly withEndedMs: number;
}

/** The times of a process; null when it is gone, or where there is no /proc. */
const timesOf = (pid: number): Times | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [1, 11, 12, 13, 14].map(
      (at) => fields[at],
    );
    const ms = (user + system) * TICKS_MS;
    return { parent, ms, withEndedMs: ms + (endedUser + endedSystem) * TICKS_MS };
  } catch {
    return null;
  }
};

/** Processor time of one process, in milliseconds. */
export const cpuOf = (pid: number): number => timesOf(pid)?.ms ?? 0;

/** Processor time of a PostgreSQL with all its backends, those that ended included. */
export const cpuOfServer = (pid: number): number => {
  const backends = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => timesOf(Number(name)))
    .filter((times) => times?.parent === pid);
  return (timesOf(pid)?.withEndedMs ?? 0) + backends.reduce((sum, times) => sum + (times?.ms ?? 0), 0);
};

/** Resident memory of a process, in megabytes. */
export const rssOf = (pid: number): number => {
  const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(found?.[1] ?? 0) / 1024;
};
