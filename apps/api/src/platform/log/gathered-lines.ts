import { type DestinationStream, destination } from 'pino';

/** Where lines go at last; `flushSync` waits until they are there. */
export interface Output extends DestinationStream {
  flushSync(): void;
}

/** How long a line may wait for others. */
const LONGEST_WAIT_MS = 100;
/** Lines that are this many characters together wait no longer. */
const ENOUGH = 8_192;

/**
 * Lets lines leave together: to hand one line to the operating system costs as much as all the rest that is done for it.
 * What went wrong does not wait, nothing waits once the application ends, and a process that fails writes what it has; only one
 * that is killed outright takes the last tenth of a second with it.
 */
export class GatheredLines implements DestinationStream {
  private waiting = '';
  private timer: NodeJS.Timeout | null = null;
  private ended = false;

  constructor(private readonly output: Output) {}

  write(line: string): void {
    this.waiting += line;
    if (this.ended) this.end();
    else if (this.waiting.length >= ENOUGH) this.leave();
    else
      this.timer ??= setTimeout(() => {
        this.timer = null;
        this.leave();
      }, LONGEST_WAIT_MS).unref();
  }

  /** Lets what waits leave now. */
  leave(): void {
    const lines = this.waiting;
    this.waiting = '';
    if (lines !== '') this.output.write(lines);
  }

  /** Writes what waits, and from now on every line at once. */
  end(): void {
    this.ended = true;
    this.leave();
    this.output.flushSync();
  }
}

let standard: GatheredLines | null = null;

/** Standard output, which all loggers of a process share. */
export const standardOutput = (): GatheredLines => {
  if (standard !== null) return standard;
  const made = new GatheredLines(destination({ fd: process.stdout.fd, sync: false }));
  process.once('exit', () => {
    made.end();
  });
  standard = made;
  return made;
};
