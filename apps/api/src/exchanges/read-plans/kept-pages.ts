import type { Clock } from '../../platform/clock/clock';

interface Kept<T> {
  readonly value: T;
  readonly until: number;
}

/** A bounded number of things by their keys, each up to an instant; those not asked for the longest leave first. */
export class KeptPages<T> {
  private readonly kept = new Map<string, Kept<T>>();

  constructor(
    private readonly most: number,
    private readonly clock: Clock,
  ) {}

  /** What is kept under a key, or null. */
  of(key: string): T | null {
    const found = this.kept.get(key);
    if (found === undefined) return null;
    this.kept.delete(key);
    if (found.until <= this.clock.now().getTime()) return null;
    this.kept.set(key, found);
    return found.value;
  }

  /** Keeps it until an instant, in milliseconds since 1970. */
  keep(key: string, value: T, until: number): void {
    this.kept.delete(key);
    this.kept.set(key, { value, until });
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.most && oldest !== undefined) this.kept.delete(oldest);
  }
}
