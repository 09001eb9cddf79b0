import { setTimeout as sleep } from 'node:timers/promises';
import { BoundedQueue } from './bounded-queue';

describe('BoundedQueue', () => {
  it('never runs more than its width, and runs everything it took in', async () => {
    const queue = new BoundedQueue(2, 100);
    let running = 0;
    let most = 0;
    const done = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        queue.run(async () => {
          running += 1;
          most = Math.max(most, running);
          await sleep(1);
          running -= 1;
          return index;
        }),
      ),
    );
    expect(most).toBe(2);
    expect(done).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  it('turns away what finds the queue full, and only that', async () => {
    const queue = new BoundedQueue(1, 2);
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => queue.run(() => sleep(5))));
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    await expect(queue.run(() => Promise.resolve('room again'))).resolves.toBe('room again');
  });

  it('gives the place on when a task fails', async () => {
    const queue = new BoundedQueue(1, 1);
    const failing = queue.run(() => Promise.reject(new RangeError('no')));
    const next = queue.run(() => Promise.resolve('next'));
    await expect(failing).rejects.toThrow('no');
    await expect(next).resolves.toBe('next');
  });
});
