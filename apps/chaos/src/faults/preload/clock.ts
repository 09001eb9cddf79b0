import { readFileSync } from 'node:fs';

/** How soon the process notices what the file says. */
const LOOK_EVERY_MS = 100;

/**
 * Loaded before the product: its clock is wrong by as many milliseconds as a file says. The database has a clock of its own, as on another machine.
 */
const file = process.env['CHAOS_CLOCK_FILE'] ?? '';
const TrueDate = Date;
let wrongBy = 0;

class WrongDate extends TrueDate {
  constructor(...parts: readonly unknown[]) {
    if (parts.length === 0) super(TrueDate.now() + wrongBy);
    // Whatever a date was made of, it is made of the same.
    else super(...(parts as [number]));
  }

  static override now(): number {
    return TrueDate.now() + wrongBy;
  }
}

globalThis.Date = WrongDate as DateConstructor;
setInterval(() => {
  wrongBy = Number(readFileSync(file, 'utf8'));
}, LOOK_EVERY_MS).unref();
