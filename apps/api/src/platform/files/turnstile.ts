/** Lets a few through at a time; the others wait their turn, first come first served. */
export class Turnstile {
  private inside = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly places: number) {}

  /** Runs work once there is a place. */
  async through<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside >= this.places) await new Promise<void>((enter) => this.waiting.push(enter));
    else this.inside += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      // The place goes straight to whoever waits longest.
      if (next === undefined) this.inside -= 1;
      else next();
    }
  }
}
