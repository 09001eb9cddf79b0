import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { alive, tree } from './processes';

const root = join(__dirname, '..', '..', '..');
const startProgram = join(root, 'apps', 'launcher', 'bin', 'start.mjs');
/** Jest's own settings must not reach the product, nor those of whoever runs the tests. */
const plain = {
  NODE_ENV: undefined,
  JEST_WORKER_ID: undefined,
  DATABASE_URL: undefined,
  MASTER_KEYS: undefined,
};
const patience = 600_000;
const stopPatience = 120_000;

/** One demonstration account, as `seed` writes it for the launcher. */
export interface SignIn {
  readonly role: string;
  readonly unit: string;
  readonly email: string;
  readonly password: string;
  readonly totpSecret?: string;
}

/** How a start differs from a plain `npm start`. */
export interface StartOptions {
  /** Settings on top of this process's environment; undefined takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly dataDir?: string;
  /** Starts under another account; only root may. */
  readonly uid?: number;
}

/** A start of the product: running, or already ended. */
export class Product {
  private text = '';

  constructor(
    readonly process: ChildProcess,
    readonly address: string,
    readonly dataDir: string,
  ) {
    for (const stream of [process.stdout, process.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => (this.text += chunk));
    }
  }

  /** Everything the start has printed so far. */
  get output(): string {
    return this.text;
  }

  /** The id of the process that a person started. */
  get pid(): number {
    return this.process.pid ?? 0;
  }

  /** The ids of all processes of this start. */
  get pids(): number[] {
    return tree(this.pid);
  }

  /** The sign-ins that the seed left; none without demonstration data. */
  get signIns(): SignIn[] {
    return readSignIns(this.dataDir);
  }

  /** Resolves when the start says that it is ready, and has said all it has to say then. */
  async ready(): Promise<this> {
    await this.until(() => this.text.includes('Stop: Ctrl+C'), patience);
    return this;
  }

  /** Resolves with the exit code when the start has ended. */
  async ended(milliseconds = patience): Promise<number> {
    await this.until(() => this.hasEnded, milliseconds);
    return this.process.exitCode ?? -1;
  }

  /** Ctrl+C in a terminal: the signal goes to the whole foreground group. Resolves with the exit code. */
  async interrupt(): Promise<number> {
    if (!this.hasEnded) process.kill(-this.pid, 'SIGINT');
    return this.ended(stopPatience);
  }

  /** Kills processes without warning, and waits until they are gone. */
  async kill(pids: readonly number[] = this.pids): Promise<void> {
    for (const pid of alive(pids)) process.kill(pid, 'SIGKILL');
    while (alive(pids).length > 0) await sleep(20);
  }

  private get hasEnded(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }

  private async until(condition: () => boolean, milliseconds: number): Promise<void> {
    const deadline = performance.now() + milliseconds;
    while (!condition()) {
      if (this.hasEnded) throw new Error(`The start ended with code ${this.process.exitCode}:\n${this.text}`);
      if (performance.now() > deadline)
        throw new Error(`Waited ${milliseconds / 1000} s in vain:\n${this.text}`);
      await sleep(50);
    }
  }
}

/** The sign-ins that the seed left in a data folder; none without demonstration data. */
export function readSignIns(dataDir: string): SignIn[] {
  const file = join(dataDir, 'demo-sign-ins.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SignIn[]) : [];
}

/** Where the set-up keeps what the start of the shared product said. */
export const startLogOf = (dataDir: string): string => join(dataDir, '..', 'start.log');

/** Starts the product as `npm start` does, on a free port and, unless told otherwise, on a data folder of its own. */
export async function start(options: StartOptions = {}): Promise<Product> {
  const dataDir = options.dataDir ?? join(temporaryFolder(), 'data');
  const port = await freePort();
  const env = { ...process.env, ...plain, PORT: String(port), DATA_DIR: dataDir, ...options.env };
  const [command, words] = asAccount(options.uid, process.execPath, startProgram, '--until-input-closes');
  const child = spawn(command, words, {
    cwd: root,
    env: withoutUndefined(env),
    detached: true,
    // The product ends with this process, however that ends: it holds the other end of the product's input.
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  return new Product(child, `http://localhost:${port}`, dataDir);
}

/** A folder in the system's temporary one, which other accounts may enter too. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'soc-e2e-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** The ports of this machine from which it lets programs out begin at 32768, and one of those may be taken meanwhile. */
const ports = { from: 20_000, to: 32_000 };

/** A port that nobody listens on at this moment, and that no connection is given by the system either. */
export function freePort(): Promise<number> {
  const port = randomInt(ports.from, ports.to);
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(freePort());
      else reject(error);
    });
    server.listen(port, () => server.close(() => resolve(port)));
  });
}

/** The command with its words, under another account where one is given. */
function asAccount(uid: number | undefined, command: string, ...words: string[]): [string, string[]] {
  if (uid === undefined) return [command, words];
  return ['setpriv', [`--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', '--', command, ...words]];
}

function withoutUndefined(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
