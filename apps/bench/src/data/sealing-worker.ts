import { isMainThread, workerData } from 'node:worker_threads';
import { withClient } from './connection';
import { BULK_SETTINGS } from './bulk';
import { fillSubjects } from './subjects';
import { fillTalk } from './talk';

/** What one thread fills. */
export interface SealingTask {
  readonly url: string;
  readonly from: number;
  readonly to: number;
  readonly exchanges: number;
  readonly seed: number;
}

const main = async ({ url, from, to, exchanges, seed }: SealingTask): Promise<void> =>
  withClient(url, async (client) => {
    await client.query(BULK_SETTINGS);
    await fillSubjects(client, { from, to, exchanges, seed });
    await fillTalk(client, from, to);
  });

if (!isMainThread)
  main(workerData as SealingTask).catch((error: unknown) => {
    // Outside of the promise, so that it ends the thread with an error, which the main one waits for.
    setImmediate(() => {
      throw error;
    });
  });
