const units = {
  milliseconds: 1,
  seconds: 1_000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
} as const;

type Span = Partial<Record<keyof typeof units, number>>;

/** A clock that stands still until a test moves it; fits wherever the API's `Clock` does. */
export class FakeClock {
  private instant: number;

  constructor(start: string | Date = '2026-11-23T08:00:00Z') {
    this.instant = instantOf(start);
  }

  /** The instant the test has set. */
  now(): Date {
    return new Date(this.instant);
  }

  /** Moves to an instant, forwards or back. */
  set(instant: string | Date): void {
    this.instant = instantOf(instant);
  }

  /** Moves forwards. */
  advance(span: Span): void {
    for (const unit of Object.keys(units) as (keyof typeof units)[]) {
      this.instant += (span[unit] ?? 0) * units[unit];
    }
  }
}

function instantOf(value: string | Date): number {
  const instant = new Date(value).getTime();
  if (Number.isNaN(instant)) throw new Error(`FakeClock: ${String(value)} is no instant`);
  return instant;
}
