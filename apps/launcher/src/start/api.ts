import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pinnedNode, root } from '../tools/paths.ts';
import { capture, exitCode, signal, waitForEnd } from '../tools/processes.ts';
import { Refusal } from '../tools/ui.ts';

const entry = join(root, 'apps/api/dist/main.js');
const readyPatience = 60_000;
const stopPatience = 15_000;
const largestLog = 10 * 1024 * 1024;
const shownOfLog = 4_000;

/** A serving API process. */
export interface Api {
  readonly pid: number;
  /** Resolves with its exit code, whenever that is. */
  readonly ended: Promise<number>;
  stop(): Promise<void>;
}

/**
 * Runs one of the API's commands to its end; shows what it said only when it failed.
 * @param heard told what it says meanwhile
 */
export async function runApiCommand(
  command: 'migrate' | 'seed',
  env: NodeJS.ProcessEnv,
  heard?: (text: string) => void,
): Promise<void> {
  const options = { cwd: root, env, detached: true };
  const { code, output } = await capture(pinnedNode, [entry, command], options, heard);
  if (code !== 0)
    throw new Refusal(`${output.trim()}\n\nThe command "${command}" failed; the reason stands above.`);
}

/** Starts `serve`. Its log goes to a file: the terminal stays readable, and outlives this process. */
export function serve(env: NodeJS.ProcessEnv, logFile: string): Api {
  keepLogSmall(logFile);
  const log = openSync(logFile, 'a', 0o600);
  // Its own process group: the terminal's Ctrl+C goes to the launcher, which stops things in order.
  const child = spawn(pinnedNode, [entry, 'serve'], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const pid = child.pid ?? 0;
  return { pid, ended: exitCode(child), stop: () => stop(pid) };
}

/** Waits until the API says that it is ready, or nobody waits any more; refuses when it ends first. */
export async function waitUntilReady(
  api: Api,
  address: string,
  logFile: string,
  cancelled: () => boolean,
): Promise<void> {
  const ended: { code: number | null } = { code: null };
  void api.ended.then((code) => (ended.code = code));
  const deadline = performance.now() + readyPatience;
  while (!cancelled() && !(await isReady(address))) {
    if (ended.code !== null)
      throw new Refusal(`${tail(logFile)}\nThe API ended with code ${ended.code}. Its log is ${logFile}.`);
    if (performance.now() > deadline)
      throw new Refusal(`${tail(logFile)}\nThe API was not ready after ${readyPatience / 1000} s.`);
    await sleep(100);
  }
}

/** The end of the API's log. */
export function tail(logFile: string): string {
  return readFileSync(logFile, 'utf8').slice(-shownOfLog).trim();
}

async function isReady(address: string): Promise<boolean> {
  try {
    const response = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

async function stop(pid: number): Promise<void> {
  if (pid <= 0) return;
  signal(pid, 'SIGTERM');
  if (await waitForEnd(pid, stopPatience)) return;
  signal(pid, 'SIGKILL');
  await waitForEnd(pid, stopPatience);
}

function keepLogSmall(logFile: string): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLog) renameSync(logFile, `${logFile}.1`);
}
