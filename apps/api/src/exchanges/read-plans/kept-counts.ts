import type { Clock } from '../../platform/clock/clock';
import type { ChangesHeard } from '../records/changes-heard';

/** How long a number is believed without a word from other processes: their signals may be broken off. */
const BELIEVED_MS = 30_000;

interface Counted {
  /** What this process had heard of before it asked. */
  readonly heard: number;
  readonly until: number;
}

/**
 * Which pages' lists need not be counted again: those counted since the last change this process heard of, within
 * half a minute. A change of another process is heard of when its signal is delivered, some hundredths of a second
 * after its commit; for as long the number of a long list may be behind, never its rows.
 */
export class KeptCounts<Page extends object> {
  private readonly counted = new WeakMap<Page, Counted>();

  constructor(
    private readonly changes: ChangesHeard,
    private readonly clock: Clock,
  ) {}

  /** True while the number of this page's list is believed. */
  hold(page: Page): boolean {
    const counted = this.counted.get(page);
    return (
      counted !== undefined &&
      counted.heard === this.changes.number &&
      counted.until > this.clock.now().getTime()
    );
  }

  /** Believes the number that was asked for after `heard`. */
  keep(page: Page, heard: number): void {
    this.counted.set(page, { heard, until: this.clock.now().getTime() + BELIEVED_MS });
  }
}
