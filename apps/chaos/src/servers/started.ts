import type { ChildProcess } from 'node:child_process';
import { childrenOf } from './family';

const started = new Set<ChildProcess>();

/** Remembers a process until it has ended, so that no way out of a run leaves it behind. */
export const remember = (child: ChildProcess): ChildProcess => {
  started.add(child);
  child.once('exit', () => started.delete(child));
  return child;
};

const end = (pid: number): void => {
  try {
    process.kill(pid, 'SIGCONT');
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself meanwhile.
  }
};

/** Ends whatever this run started and still runs, and what that has started. A stopped process goes on, to end. */
export const endAll = (): void => {
  for (const { pid, exitCode, signalCode } of started)
    if (pid !== undefined && exitCode === null && signalCode === null) [pid, ...childrenOf(pid)].forEach(end);
};
