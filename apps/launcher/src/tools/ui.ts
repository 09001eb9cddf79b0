/** Calm lines: one when a step begins, one when it ended, nothing that moves about. */

const nameWidth = 20;

/** A line of plain text. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** A finished step, with what there is to say about it. */
export function done(name: string, detail: string): void {
  say(`  ✓ ${name.padEnd(nameWidth)}${detail}`);
}

/** A step that takes long enough for a person to wonder. */
export function working(name: string, detail: string): void {
  say(`  … ${name.padEnd(nameWidth)}${detail}`);
}

/** A step that failed. */
export function failed(name: string, detail: string): void {
  say(`  ✗ ${name.padEnd(nameWidth)}${detail}`);
}

/** The time since `started`, as a person reads it. */
export function since(started: number): string {
  const seconds = (performance.now() - started) / 1000;
  return seconds < 90
    ? `${seconds.toFixed(1)} s`
    : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** An end that the person can do something about: shown without a stack. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
