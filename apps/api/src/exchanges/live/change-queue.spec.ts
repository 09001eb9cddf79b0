import { ChangeQueue, QUEUE_LIMIT } from './change-queue';

const make = () => {
  const ends: string[] = [];
  return { queue: new ChangeQueue<string>('look again', () => ends.push('end')), ends };
};

describe('what waits for a reader', () => {
  it('comes in order, whether the reader was waiting or not', async () => {
    const { queue } = make();
    queue.push('one');
    const [first, second] = [queue.next(), queue.next()];
    queue.push('two');
    expect([(await first).value, (await second).value]).toEqual(['one', 'two']);
  });

  it('is replaced by one "look again" for a reader who does not keep up', async () => {
    const { queue } = make();
    for (let at = 0; at <= QUEUE_LIMIT; at += 1) queue.push(String(at));
    queue.push('after');
    expect((await queue.next()).value).toBe('look again');
    expect((await queue.next()).value).toBe('after');
  });

  it('is forgotten when the reader leaves, who is let go at once', async () => {
    const { queue, ends } = make();
    const waiting = queue.next();
    await queue.return();
    await queue.return();
    queue.push('late');
    expect(await waiting).toEqual({ value: undefined, done: true });
    expect(await queue.next()).toEqual({ value: undefined, done: true });
    expect(ends).toEqual(['end']);
  });
});
