import { DomainError } from '../../platform/errors';

/** How long a caller who was turned away should wait before the next try. */
const RETRY_SECONDS = 5;

/**
 * Lets a few tasks run at once and a few more wait; the rest are turned away at once.
 * Password hashing takes a core and 19 MiB each time: without a bound, a flood of sign-ins stops everybody's work.
 */
export class BoundedQueue {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly width: number,
    private readonly length: number,
  ) {}

  /**
   * Runs a task as soon as there is room.
   * @throws DomainError request.tooMany when too many are waiting already.
   */
  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.running >= this.width) await this.wait();
    else this.running += 1;
    try {
      return await task();
    } finally {
      const next = this.waiting.shift();
      // The place is handed over, never freed and taken again: nobody can slip in between.
      if (next === undefined) this.running -= 1;
      else next();
    }
  }

  private wait(): Promise<void> {
    if (this.waiting.length >= this.length)
      throw new DomainError('request.tooMany', { seconds: RETRY_SECONDS });
    return new Promise((resolve) => {
      this.waiting.push(resolve);
    });
  }
}
