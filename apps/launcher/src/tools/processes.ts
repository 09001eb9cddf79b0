import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from './errors.ts';

/** What a finished command left behind. */
export interface Outcome {
  readonly code: number;
  readonly output: string;
}

const running = new Set<ChildProcess>();

/**
 * Runs a command to its end and keeps what it printed. Never throws for a failing command.
 * @param heard told each piece as it is printed
 */
export async function capture(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
  heard: (text: string) => void = () => undefined,
): Promise<Outcome> {
  const child = track(spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] }));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      heard(text);
    });
  }
  const code = await exitCode(child).catch((error: unknown) => ((output += String(error)), 127));
  return { code, output };
}

/** Runs a command to its end with this process's own standard streams. */
export async function inherit(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<number> {
  return exitCode(track(spawn(command, args, { ...options, stdio: 'inherit' })));
}

/** Resolves with a child's exit code, 128 + signal number when a signal ended it. */
export function exitCode(child: ChildProcess): Promise<number> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? (signal === 'SIGKILL' ? 137 : 143)));
  });
}

/** Passes a signal to every command started through `capture` and `inherit`. */
export function signalCommands(signal: NodeJS.Signals): void {
  for (const child of running) child.kill(signal);
}

/** True while a process of that id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
  return !isZombie(pid);
}

/**
 * What tells this process from a later one of the same id: the start time of Linux's process table.
 * Elsewhere there is none, and the id alone must do.
 */
export function birthmark(pid: number): string {
  const fields = processFields(pid);
  return fields?.[19] ?? '';
}

/** Waits until a process is gone; false when it still is there after the time. */
export async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await sleep(50);
  }
  return true;
}

/** Sends a signal; a process that is already gone is as good. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

function track(child: ChildProcess): ChildProcess {
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

function isZombie(pid: number): boolean {
  return processFields(pid)?.[0] === 'Z';
}

/** The fields of /proc/<pid>/stat after the command name, which may itself hold blanks and brackets. */
function processFields(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
