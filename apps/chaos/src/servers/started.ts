import type { ChildProcess } from 'node:child_process';

const started = new Set<ChildProcess>();

/** Remembers a process until it has ended, so that no way out of a run leaves it behind. */
export const remember = (child: ChildProcess): ChildProcess => {
  started.add(child);
  child.once('exit', () => started.delete(child));
  return child;
};

/** Ends whatever this run started and still runs. A stopped process must go on to be able to end. */
export const endAll = (): void => {
  for (const child of started) {
    child.kill('SIGCONT');
    child.kill('SIGKILL');
  }
};
