import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { ownerAddress } from './owner-database';
import { freePort } from './product';
import { shared } from './shared-state';
import { soon } from './soon';

const program = join(__dirname, '..', '..', 'api', 'dist', 'main.js');
const operations = join(__dirname, '..', '..', 'web', 'data', 'operations.json');

/** Another API process on the database of the product, as a balancer would have several. */
export class SecondProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly address: string,
  ) {}

  /** Starts it, with settings of its own where some are given; it answers requests and leaves the outbox and the jobs to the first one. */
  static async start(more: Readonly<Record<string, string>> = {}): Promise<SecondProcess> {
    const port = await freePort();
    const secrets = parseEnv(readFileSync(join(shared().dataDir, 'secrets.env'), 'utf8'));
    const child = spawn(process.execPath, [program, 'serve'], {
      env: {
        NODE_ENV: 'production',
        ...secrets,
        ROLE: 'web',
        HOST: '127.0.0.1',
        PORT: String(port),
        DATABASE_URL: ownerAddress(),
        OPERATIONS_FILE: operations,
        LOG_LEVEL: 'error',
        ...more,
      },
      stdio: 'inherit',
    });
    const second = new SecondProcess(child, `http://localhost:${port}`);
    await soon(async () => {
      const { ok } = await fetch(`${second.address}/health/ready`);
      if (!ok) throw new Error('the second process is not ready');
    }, 240_000);
    return second;
  }

  /** Stops it as an operator does, and waits until it is gone. */
  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await gone;
  }
}
