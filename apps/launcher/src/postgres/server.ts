import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { capture, signal, waitForEnd } from '../tools/processes.ts';
import { Refusal } from '../tools/ui.ts';
import { readPostmaster, stopLeftover } from './leftover.ts';
import { ownFolder, type Place } from './place.ts';
import { type Durability, type MoreSettings, settings } from './settings.ts';

const major = '18';
const port = 5432;
const startPatience = 60_000;
const stopPatience = 30_000;

/** A running server. */
export interface Server {
  readonly pid: number;
  readonly socketDir: string;
  readonly port: number;
  /** Resolves when the process is gone, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends open sessions, writes everything down and resolves when the process is gone. */
  stop(): Promise<void>;
}

/** What `startServer` had to do. */
export interface Started {
  readonly server: Server;
  readonly created: boolean;
  readonly hadLeftover: boolean;
}

/** Starts PostgreSQL on a place, making the cluster when it is missing and clearing away a left-over server. */
export async function startServer(
  place: Place,
  durability: Durability,
  more: MoreSettings = {},
): Promise<Started> {
  const hadLeftover = await stopLeftover(place.dataDir);
  clearSocket(place.socketDir);
  const created = await createCluster(place, durability);
  checkVersion(place.dataDir);
  const child = launch(place, durability, more);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await waitUntilReady(place, child);
  const pid = child.pid ?? 0;
  return {
    server: { pid, socketDir: place.socketDir, port, ended, stop: () => stop(pid) },
    created,
    hadLeftover,
  };
}

/** Makes the cluster beside its final name, so that an interrupted start never leaves half of one. */
async function createCluster(place: Place, durability: Durability): Promise<boolean> {
  if (existsSync(join(place.dataDir, 'PG_VERSION'))) return false;
  const draft = `${place.dataDir}.new`;
  rmSync(draft, { recursive: true, force: true });
  ownFolder(draft, place.account);
  const { code, output } = await capture(
    place.binaries.initdb,
    [
      `--pgdata=${draft}`,
      '--username=postgres',
      // The socket's folder is closed to every other account; there is no password to lose.
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(durability === 'throwaway' ? ['--no-sync'] : []),
    ],
    { ...place.account, cwd: '/', env: environment() },
  );
  if (code !== 0) throw new Refusal(`${output}\nPostgreSQL could not create its data folder.`);
  // An empty folder may stand at the final name; a filled one without PG_VERSION is not ours to remove.
  renameSync(draft, place.dataDir);
  return true;
}

/** The folder is this server's own: a socket and its lock that are still there are of one that was killed. */
function clearSocket(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { force: true });
}

function checkVersion(dataDir: string): void {
  const found = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  if (found === major) return;
  throw new Refusal(`The data in ${dataDir} are of PostgreSQL ${found}; this is PostgreSQL ${major}.`);
}

function launch(place: Place, durability: Durability, more: MoreSettings): ChildProcess {
  const log = openSync(place.logFile, 'w', 0o600);
  try {
    // Its own process group: the terminal's Ctrl+C must reach the API first, and PostgreSQL only from us.
    const child = spawn(
      place.binaries.postgres,
      ['-D', place.dataDir, '-p', String(port), ...settings(place.socketDir, durability, more)],
      { ...place.account, cwd: '/', env: environment(), detached: true, stdio: ['ignore', log, log] },
    );
    return child;
  } finally {
    closeSync(log);
  }
}

async function waitUntilReady(place: Place, child: ChildProcess): Promise<void> {
  const outcome: { failure: string | null } = { failure: null };
  child.once('error', (error) => (outcome.failure = error.message));
  child.once('exit', (code) => (outcome.failure = `it ended with code ${code ?? 'none'}`));
  const deadline = performance.now() + startPatience;
  for (;;) {
    if (outcome.failure !== null) throw notStarted(place, outcome.failure);
    const note = readPostmaster(place.dataDir);
    if (note?.pid === child.pid && note?.status === 'ready') return;
    if (performance.now() > deadline) {
      child.kill('SIGQUIT');
      throw notStarted(place, `it was not ready after ${startPatience / 1000} s`);
    }
    await sleep(20);
  }
}

function notStarted(place: Place, why: string): Refusal {
  const log = existsSync(place.logFile) ? readFileSync(place.logFile, 'utf8').trim() : '';
  return new Refusal(`${log}\nPostgreSQL did not start: ${why}. Its log is ${place.logFile}.`);
}

async function stop(pid: number): Promise<void> {
  if (pid <= 0) return;
  signal(pid, 'SIGINT');
  if (await waitForEnd(pid, stopPatience)) return;
  // Ends at once and recovers from its log at the next start: nothing committed is lost.
  signal(pid, 'SIGQUIT');
  if (!(await waitForEnd(pid, stopPatience))) signal(pid, 'SIGKILL');
}

/** A server needs next to nothing of our environment, and none of its secrets. */
function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', LANG: 'C', TZ: 'UTC' };
}
