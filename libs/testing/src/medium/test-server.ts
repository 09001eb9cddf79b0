import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** The server of this test run; made by the global set-up, handed to the workers through the environment. */
export interface TestServer {
  /** The template that the real migrations built, or an empty database. */
  readonly ownerUrl: string;
  readonly superuserUrl: string;
}

/** Where the addresses travel from the set-up to the workers. */
export const serverVariable = 'SOC_TEST_SERVER';

let child: ChildProcess | null = null;

/**
 * Starts one throw-away PostgreSQL, with a migrated template where that is asked for. It is a process of its own (`soc database temporary`)
 * that ends when its input closes, so that even a killed test run leaves nothing behind.
 */
export async function startTestServer({ migrated }: { readonly migrated: boolean }): Promise<TestServer> {
  const soc = require.resolve('@soc-coop/launcher/bin/soc.mjs');
  const words = ['database', 'temporary', ...(migrated ? ['--migrated'] : [])];
  child = spawn(process.execPath, [soc, ...words], { stdio: ['pipe', 'pipe', 'inherit'] });
  const line = await firstLine(child);
  if (line === null) throw new Error('The test database did not start; the reason stands above.');
  return JSON.parse(line) as TestServer;
}

/** Stops the server and waits until its files are gone. */
export async function stopTestServer(): Promise<void> {
  if (child?.exitCode !== null) return;
  child.stdin?.end();
  await once(child, 'exit');
}

async function firstLine(process: ChildProcess): Promise<string | null> {
  if (process.stdout === null) return null;
  let text = '';
  for await (const chunk of process.stdout.setEncoding('utf8')) {
    text += String(chunk);
    const end = text.indexOf('\n');
    if (end >= 0) return text.slice(0, end);
  }
  return null;
}
