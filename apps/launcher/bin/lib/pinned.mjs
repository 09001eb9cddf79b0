/**
 * Runs the launcher's TypeScript on the Node that the lockfile pins, whatever Node the machine has.
 * Plain JavaScript without dependencies: this file must work before anything is installed.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..');
export const pinnedNode = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);
const cli = join(root, 'apps', 'launcher', 'src', 'cli.ts');
const smallestNode = [20, 20];

/** Ends the process with one clear sentence when the machine's Node is too old to begin with. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > smallestNode[0] || (major === smallestNode[0] && minor >= smallestNode[1])) return;
  fail(
    `This needs Node ${smallestNode.join('.')} or newer to begin with; this is ${process.version}.\nhttps://nodejs.org has it.`,
  );
}

/** Prints why and ends with an error code. */
export function fail(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

/**
 * Spawns a child, passes SIGINT, SIGTERM and SIGHUP on to it, and resolves with its exit code.
 * A terminal sends Ctrl+C to the whole group, so the child may see a signal twice; it treats the second
 * one, when it follows at once, as the same.
 */
export function runChild(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    options.onSpawn?.(child);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const forward = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, forward);
    const done = () => signals.forEach((signal) => process.off(signal, forward));
    child.once('error', (error) => (done(), reject(error)));
    child.once(
      'close',
      (code, signal) => (done(), resolve(signal ? 128 + signalNumber(signal) : (code ?? 1))),
    );
  });
}

/** Runs `soc <args>` on the pinned Node and ends this process with its exit code. */
export async function runLauncher(args) {
  if (!existsSync(pinnedNode))
    fail('Nothing is installed yet: run `npm start` or `npm test` at the top of the project first.');
  process.exitCode = await runChild(pinnedNode, [cli, ...args]);
}

function signalNumber(signal) {
  return { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 1;
}
