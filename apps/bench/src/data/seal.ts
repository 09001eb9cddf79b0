import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SealingTask } from './sealing-worker';

const MOST_THREADS = 4;

const runThread = (task: SealingTask): Promise<void> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(join(__dirname, 'sealing-worker.js'), { workerData: task });
    thread.once('error', reject);
    thread.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`a thread ended with ${code}`)),
    );
  });

/** Seals persons, contents and remarks, a range of exchanges a thread. */
export const sealAll = async (url: string, exchanges: number, seed: number): Promise<void> => {
  const threads = Math.min(MOST_THREADS, availableParallelism());
  const each = Math.ceil(exchanges / threads);
  const ranges = Array.from({ length: threads }, (_, at) => ({
    from: at * each + 1,
    to: Math.min(exchanges, (at + 1) * each),
  }));
  await Promise.all(ranges.map((range) => runThread({ url, exchanges, seed, ...range })));
};
