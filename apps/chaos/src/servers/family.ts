import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** State and parent of a process by Linux's process table; null where there is none (any more). */
const tableLine = (pid: string): { readonly state: string; readonly parent: number } | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold blanks and brackets itself: what follows the last one is state and parent.
    const [state = '', parent = '0'] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return null;
  }
};

const fromTable = (): readonly (readonly [number, number])[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const line = tableLine(name);
      return line === null ? [] : [[Number(name), line.parent] as const];
    });

const fromProgram = (): readonly (readonly [number, number])[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => {
      const [pid = '0', parent = '0'] = line.trim().split(/\s+/);
      return [Number(pid), Number(parent)] as const;
    });

/** The processes a process has started: PostgreSQL gives each session one, in a group of its own. */
export const childrenOf = (pid: number): readonly number[] =>
  (process.platform === 'linux' ? fromTable() : fromProgram())
    .filter(([, parent]) => parent === pid)
    .map(([child]) => child);

/** True while a process runs; one that only waits to be collected by its parent does not. */
export const isRunning = (pid: number): boolean => {
  if (process.platform === 'linux') return ![undefined, 'Z'].includes(tableLine(String(pid))?.state);
  return fromProgram().some(([one]) => one === pid);
};
