import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import pg from 'pg';
import type { PostgresPlace } from '../settings';
import { childrenOf, isRunning } from './family';
import { until } from './patience';
import { remember } from './started';

const PATIENCE_MS = 120_000;

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch (error) {
    // Gone already is as good.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
};

/** The PostgreSQL of a run: started, killed, stopped and continued at will. */
export class Postgres {
  private child: ChildProcess | null = null;

  constructor(private readonly place: PostgresPlace) {}

  /** The address of a database; over another socket folder where something stands in between. */
  url(database: string, role = 'soc_owner', socketDir = this.place.socketDir): string {
    return `postgresql://${role}@localhost:${this.place.port}/${database}?host=${encodeURIComponent(socketDir)}`;
  }

  /** The folder and the name of its socket. */
  get socket(): { readonly folder: string; readonly name: string } {
    return { folder: this.place.socketDir, name: `.s.PGSQL.${this.place.port}` };
  }

  /**
   * Starts it, which recovers what a kill left, and waits until it answers.
   * @param largestFile no file may grow beyond so many blocks of the shell: a disk that is full for all but the small
   */
  async start(largestFile: number | null = null): Promise<void> {
    const { program, args, dataDir, port, logFile, uid, gid } = this.place;
    const words = ['-D', dataDir, '-p', String(port), ...args];
    const [command, given] =
      largestFile === null
        ? [program, words]
        : ['/bin/sh', ['-c', `ulimit -f ${largestFile}; exec "$0" "$@"`, program, ...words]];
    const log = openSync(logFile, 'a', 0o600);
    const account = uid === undefined || gid === undefined ? {} : { uid, gid };
    const child = spawn(command, given, {
      ...account,
      cwd: '/',
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
      detached: true,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.child = remember(child);
    await until('PostgreSQL', PATIENCE_MS, async () => {
      if (child.exitCode !== null) throw new Error(`PostgreSQL ended with ${child.exitCode}; see ${logFile}`);
      return this.answers();
    });
  }

  /** `kill -9` of the postmaster and every process it has started: what was not written is gone. */
  async kill(): Promise<void> {
    const family = this.family();
    family.forEach((pid) => {
      signal(pid, 'SIGKILL');
    });
    await until('the end of PostgreSQL', PATIENCE_MS, () => !family.some(isRunning), 10);
    this.child = null;
  }

  /** Takes the processor away from all its processes: connections stay open and nobody answers. */
  pause(): void {
    this.family().forEach((pid) => {
      signal(pid, 'SIGSTOP');
    });
  }

  /** Gives it back. */
  resume(): void {
    this.family().forEach((pid) => {
      signal(pid, 'SIGCONT');
    });
  }

  /** Does some work on one connection of the superuser. */
  async ask<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({
      connectionString: this.url(database, 'postgres'),
      connectionTimeoutMillis: 5_000,
    });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** Stops it in order. */
  async stop(): Promise<void> {
    const pid = this.child?.pid;
    if (pid === undefined) return;
    this.resume();
    signal(pid, 'SIGINT');
    const late = setTimeout(() => this.family().forEach((one) => signal(one, 'SIGKILL')), 15_000);
    await until('the end of PostgreSQL', PATIENCE_MS, () => !isRunning(pid));
    clearTimeout(late);
    this.child = null;
  }

  private family(): readonly number[] {
    const pid = this.child?.pid;
    return pid === undefined ? [] : [pid, ...childrenOf(pid)];
  }

  private async answers(): Promise<boolean> {
    return this.ask('postgres', (client) => client.query('select 1')).then(
      () => true,
      () => false,
    );
  }
}
