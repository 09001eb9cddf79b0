import { AsyncLocalStorage } from 'node:async_hooks';
import { Clock } from '../platform/clock/clock';

/**
 * A clock that demonstration data set back. Cases are played side by side, each in a time of its own: whoever runs
 * outside of one is told the present.
 */
export class SeedClock extends Clock {
  private readonly instants = new AsyncLocalStorage<Date>();

  override now(): Date {
    return this.instants.getStore() ?? super.now();
  }

  /** Does the work as if it were done at an instant. */
  at<T>(instant: Date, work: () => Promise<T>): Promise<T> {
    return this.instants.run(instant, work);
  }
}
