import { setTimeout as pause } from 'node:timers/promises';

/** Tries until the expectation holds, for what travels in its own time: notices, logs, the other process. */
export async function soon(expectation: () => Promise<void> | void, milliseconds = 60_000): Promise<void> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    try {
      await expectation();
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await pause(100);
    }
  }
}
