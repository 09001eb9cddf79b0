import { appendFileSync } from 'node:fs';
import type { Acknowledged, HistoryEvent, Invoke, Refused, Unknown } from './events';

/** What became of a key in the end, as the client knows it. */
export interface Settled {
  readonly invoke: Invoke;
  readonly end: Acknowledged | Refused | Unknown;
}

/** The log of a run: what clients knew and when, and the faults between, in one order. */
export class HistoryLog {
  private readonly all: HistoryEvent[] = [];
  private acknowledgements = 0;

  /** @param file where it is kept for people, line by line; none in tests */
  constructor(private readonly file: string | null = null) {}

  /** Adds an event. */
  add(event: HistoryEvent): void {
    this.all.push(event);
    if (event.type === 'ok' || event.type === 'attached') this.acknowledgements += 1;
    if (this.file !== null) appendFileSync(this.file, `${JSON.stringify({ at: Date.now(), ...event })}\n`);
  }

  get events(): readonly HistoryEvent[] {
    return this.all;
  }

  /** How many operations and files were acknowledged so far. */
  get acknowledged(): number {
    return this.acknowledgements;
  }
}

/**
 * The end of every key. A later answer to the same key counts more than an earlier silence; an acknowledgement counts
 * more than anything, because it was given.
 */
export const settle = (events: readonly HistoryEvent[]): readonly Settled[] => {
  const invokes = new Map<string, Invoke>();
  const ends = new Map<string, Settled['end']>();
  for (const event of events) {
    if (event.type === 'invoke') invokes.set(event.key, event);
    if (event.type !== 'ok' && event.type !== 'fail' && event.type !== 'unknown') continue;
    if (ends.get(event.key)?.type !== 'ok') ends.set(event.key, event);
  }
  return [...invokes.values()].map((invoke) => ({
    invoke,
    end: ends.get(invoke.key) ?? { type: 'unknown', key: invoke.key, why: 'never answered' },
  }));
};
