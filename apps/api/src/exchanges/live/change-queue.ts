/** Changes that wait for a slow reader before they are replaced by "look again". */
export const QUEUE_LIMIT = 50;

/**
 * Hands what is pushed to one reader, in order. A reader who does not keep up is not kept in memory: what waits is
 * thrown away and one "look again" stands for it.
 */
export class ChangeQueue<T> implements AsyncIterableIterator<T, undefined> {
  private waiting: T[] = [];
  private reader: ((result: IteratorResult<T, undefined>) => void) | null = null;
  private over = false;

  /**
   * @param lookAgain stands for everything that was thrown away
   * @param onEnd called once, when the reader leaves or the queue is ended
   */
  constructor(
    private readonly lookAgain: T,
    private readonly onEnd: () => void,
  ) {}

  /** Adds one; after the end it changes nothing. */
  push(item: T): void {
    if (this.over) return;
    if (this.reader !== null) {
      const reader = this.reader;
      this.reader = null;
      reader({ value: item, done: false });
    } else if (this.waiting.length >= QUEUE_LIMIT) this.waiting = [this.lookAgain];
    else this.waiting.push(item);
  }

  async next(): Promise<IteratorResult<T, undefined>> {
    const first = this.waiting.shift();
    if (first !== undefined) return { value: first, done: false };
    if (this.over) return { value: undefined, done: true };
    return new Promise((resolve) => (this.reader = resolve));
  }

  /** The reader leaves. */
  async return(): Promise<IteratorResult<T, undefined>> {
    this.end();
    return { value: undefined, done: true };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private end(): void {
    if (this.over) return;
    this.over = true;
    this.waiting = [];
    this.reader?.({ value: undefined, done: true });
    this.reader = null;
    this.onEnd();
  }
}
