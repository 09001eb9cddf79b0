/** Kept back of the time of a run, to say how it ended. */
const RESERVE_MS = 5_000;

/** The end of a run's time, however far it is. */
export class Cap {
  private readonly timer: NodeJS.Timeout;
  /** Settles when the time is over. */
  readonly reached: Promise<null>;

  /** @param startedAt when the run began, by `Date.now()` */
  constructor(startedAt: number, minutes: number) {
    const leftMs = Math.max(0, startedAt + minutes * 60_000 - RESERVE_MS - Date.now());
    const { promise, resolve } = Promise.withResolvers<null>();
    this.reached = promise;
    this.timer = setTimeout(() => {
      resolve(null);
    }, leftMs);
  }

  /** The run ended before. */
  lift(): void {
    clearTimeout(this.timer);
  }
}
