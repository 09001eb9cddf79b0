import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 60_000;
const STOP_MS = 10_000;
const ASK_EVERY_MS = 25;

/** A child process that answers HTTP. */
export interface Served {
  readonly pid: number;
  readonly startMs: number;
  stop(): Promise<void>;
}

/** What to start, and the address that answers once it is ready. */
export interface Service {
  readonly program: string;
  readonly words?: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly readyUrl: string;
  readonly logFile: string;
}

const answers = async (url: string): Promise<boolean> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
};

/** Starts a server and waits for its first answer. */
export const serve = async ({ program, words = [], env, readyUrl, logFile }: Service): Promise<Served> => {
  const log = openSync(logFile, 'w', 0o600);
  const started = performance.now();
  const child = spawn(process.execPath, [program, ...words], { env, stdio: ['ignore', log, log] });
  closeSync(log);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  while (!(await answers(readyUrl))) {
    if (child.exitCode !== null || performance.now() - started > PATIENCE_MS) {
      child.kill('SIGKILL');
      throw new Error(`${program} did not start:\n${readFileSync(logFile, 'utf8').slice(-3_000)}`);
    }
    await sleep(ASK_EVERY_MS);
  }
  return {
    pid: child.pid ?? 0,
    startMs: performance.now() - started,
    stop: async () => {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await ended;
      clearTimeout(late);
    },
  };
};
