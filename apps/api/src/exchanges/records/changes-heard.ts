import { Injectable } from '@nestjs/common';

/**
 * How often this process heard that some exchange changed: by its own hand as soon as that is committed, by another
 * process when its signal arrives. What was counted at one number holds while the number stands.
 */
@Injectable()
export class ChangesHeard {
  private times = 0;

  /** The number now; it only ever grows. */
  get number(): number {
    return this.times;
  }

  /** Something changed, or may have while nobody could be heard. */
  hear(): void {
    this.times += 1;
  }
}
