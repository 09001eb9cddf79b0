import { Clock } from '../platform/clock/clock';

/** A clock that demonstration data set back; untouched it tells the present. */
export class SeedClock extends Clock {
  private instant: Date | null = null;

  override now(): Date {
    return this.instant ?? super.now();
  }

  /** Stands still at an instant. */
  set(instant: Date): void {
    this.instant = instant;
  }

  /** Runs again. */
  reset(): void {
    this.instant = null;
  }
}
