import type { Readable } from 'node:stream';
import { signalCommands } from '../tools/processes.ts';
import { done, say, since, working } from '../tools/ui.ts';

/** A terminal's Ctrl+C and the one npm passes on are the same one. */
const sameSignal = 1_500;
const parentCheck = 1_000;

/** Takes down what a start has brought up, the newest first, exactly once. */
export class Shutdown {
  private readonly steps: (() => Promise<void>)[] = [];
  private signalledAt: number | null = null;
  private running: Promise<void> | null = null;

  /** True once somebody asked for the end. */
  hasBegun(): boolean {
    return this.signalledAt !== null;
  }

  /** Adds what is to be taken down. */
  add(step: () => Promise<void>): void {
    this.steps.push(step);
  }

  /**
   * Resolves at the first SIGINT, SIGTERM or SIGHUP, when the process that started this one is gone, or when the
   * given input ends.
   */
  listen(input: Readable | null): Promise<void> {
    return new Promise((resolve) => {
      const ask = (why: string): void => {
        if (this.begin(why)) resolve();
      };
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
      input?.resume().once('close', () => {
        ask('the input closed');
      });
      // An open input would keep this process alive after everything is taken down.
      if (input !== null) this.add(async () => void input.destroy());
      const parent = process.ppid;
      const watch = setInterval(() => {
        if (process.ppid === parent) return;
        clearInterval(watch);
        ask('what started this is gone');
      }, parentCheck);
      watch.unref();
    });
  }

  /** Takes everything down, in order. A step that fails does not keep the others from running. */
  run(): Promise<void> {
    this.running ??= this.takeDown();
    return this.running;
  }

  /** @returns whether this was the first time somebody asked */
  private begin(why: string): boolean {
    if (this.signalledAt === null) {
      this.signalledAt = performance.now();
      say();
      working('stopping', why);
      signalCommands('SIGTERM');
      return true;
    }
    if (performance.now() - this.signalledAt > sameSignal) {
      working('stopping', 'a moment: the database is writing its data down');
    }
    return false;
  }

  private async takeDown(): Promise<void> {
    const started = performance.now();
    const steps = this.steps.splice(0).reverse();
    for (const step of steps) {
      await step().catch((error: unknown) =>
        say(`  ✗ ${error instanceof Error ? error.message : String(error)}`),
      );
    }
    if (steps.length > 1) done('stopped', since(started));
  }
}
