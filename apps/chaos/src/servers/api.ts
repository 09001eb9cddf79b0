import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { apiProgram } from '../product';
import { until } from './patience';
import { remember } from './started';

/** A machine with twenty things to do may take minutes; the run has an end of its own. */
const PATIENCE_MS = 240_000;
/** A machine that is very busy may keep a process from reaching its database in time. */
const STARTS = 3;

/** What a process of the product is started with. */
export interface ApiOrder {
  readonly port: number;
  readonly role: 'web' | 'worker' | 'all';
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** Loaded before the product: a control that breaks something, a clock that lies. */
  readonly preload?: string;
}

/** One process of the built product, as production starts it. */
export class Api {
  private child: ChildProcess | null = null;

  constructor(private readonly order: ApiOrder) {}

  get port(): number {
    return this.order.port;
  }

  /** Starts it and waits until it says that it is ready; where it ends at once, again, as a supervisor does. */
  async start(): Promise<void> {
    for (let tries = STARTS; ; tries -= 1) {
      try {
        await this.startOnce();
        return;
      } catch (error) {
        await this.kill();
        if (tries <= 1) throw error;
      }
    }
  }

  /** `kill -9`: no goodbye, nothing drained. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** As an operator stops it. */
  async stop(): Promise<void> {
    const late = setTimeout(() => this.child?.kill('SIGKILL'), 10_000);
    await this.end('SIGTERM');
    clearTimeout(late);
  }

  /** True where it answers and its database takes writes. */
  async isReady(): Promise<boolean> {
    try {
      const response = await fetch(`http://127.0.0.1:${this.port}/health/ready`, {
        signal: AbortSignal.timeout(2_000),
      });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  }

  /** One of the figures it shows to monitors; null where it does not answer or has no such figure. */
  async figure(name: string): Promise<number | null> {
    try {
      const response = await fetch(`http://127.0.0.1:${this.port}/metrics`, {
        signal: AbortSignal.timeout(2_000),
      });
      const line = (await response.text()).split('\n').find((one) => one.startsWith(`${name} `));
      return line === undefined ? null : Number(line.slice(name.length + 1));
    } catch {
      return null;
    }
  }

  private async startOnce(): Promise<void> {
    const { port, role, env, logFile, preload } = this.order;
    const log = openSync(logFile, 'a', 0o600);
    const words = [...(preload === undefined ? [] : ['--require', preload]), apiProgram, 'serve'];
    const child = spawn(process.execPath, words, {
      env: { ...env, ROLE: role, HOST: '127.0.0.1', PORT: String(port) },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.child = remember(child);
    await until(`the API (${role})`, PATIENCE_MS, async () => {
      if (child.exitCode !== null)
        throw new Error(`the API ended at once:\n${readFileSync(logFile, 'utf8').slice(-2_000)}`);
      return this.isReady();
    });
  }

  private async end(name: NodeJS.Signals): Promise<void> {
    const child = this.child;
    this.child = null;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill(name);
    await gone;
  }
}
