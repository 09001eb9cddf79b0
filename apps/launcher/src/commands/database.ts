import { withTemporaryServer } from '../postgres/temporary.ts';
import { Refusal } from '../tools/ui.ts';

/**
 * `soc database temporary [--migrated]`: a throw-away server for tests. Prints one line of JSON with the addresses
 * and lives until its standard input closes, so that it cannot outlive the test run, however that ends.
 */
export async function database(words: readonly string[]): Promise<number> {
  if (words[0] !== 'temporary') throw new Refusal('soc database temporary [--migrated]');
  await withTemporaryServer(words.includes('--migrated'), async (server) => {
    process.stdout.write(`${JSON.stringify(server)}\n`);
    await inputClosed();
  });
  return 0;
}

async function inputClosed(): Promise<void> {
  // Ctrl+C reaches the test run too; it closes our input when it is done.
  process.on('SIGINT', () => undefined);
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve);
    process.stdin
      .resume()
      .once('end', resolve)
      .once('close', resolve)
      .once('error', () => resolve());
  });
  process.stdin.destroy();
}
