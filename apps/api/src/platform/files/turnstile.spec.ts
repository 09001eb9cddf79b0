import { Turnstile } from './turnstile';

describe('a turnstile', () => {
  it('lets no more through at once than it has places, and everybody in the end', async () => {
    const turnstile = new Turnstile(2);
    let inside = 0;
    let most = 0;
    const order: number[] = [];
    await Promise.all(
      [1, 2, 3, 4, 5].map(async (number) =>
        turnstile.through(async () => {
          inside += 1;
          most = Math.max(most, inside);
          await new Promise((done) => setImmediate(done));
          inside -= 1;
          order.push(number);
        }),
      ),
    );
    expect(most).toBe(2);
    expect(order).toEqual([1, 2, 3, 4, 5]);
  });

  it('gives a place back when work fails', async () => {
    const turnstile = new Turnstile(1);
    await expect(turnstile.through(async () => Promise.reject(new Error('broken')))).rejects.toThrow(
      'broken',
    );
    await expect(turnstile.through(async () => 'through')).resolves.toBe('through');
  });
});
