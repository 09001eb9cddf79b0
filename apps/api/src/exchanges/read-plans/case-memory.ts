import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import type { KnownRead } from '../../platform/database';

/** What was read of a case, as long as it is worth keeping. */
interface KeptRead {
  readonly read: KnownRead;
  readonly weight: number;
  readonly until: number;
}

/** Opened contents are in memory no longer than this after they were last read from the database. */
const KEPT_MS = 10 * 60_000;
/** Enough for what a busy process shows in ten minutes. */
const MOST_READS = 500;
/** What all of it may weigh, in bytes as estimated below. */
const MOST_BYTES = 48 * 1024 * 1024;

/** A row with its model and what is written of it. */
const ROW_BYTES = 1_000;
/** A sealed text becomes a text, an object, and what is written of it. */
const TIMES_SEALED = 4;

const lengthOf = (value: unknown): number => (typeof value === 'string' ? value.length : 0);

const weightOf = ({ answers }: KnownRead): number => {
  let weight = 0;
  for (const told of answers.values())
    for (const { rows } of told)
      for (const row of rows as readonly Readonly<Record<string, unknown>>[])
        weight += ROW_BYTES + TIMES_SEALED * (lengthOf(row['sealed']) + lengthOf(row['sealedNote']));
  return weight;
};

/**
 * Remembers what was read of cases, so that a case asked for again costs the database its mark and not its rows, and
 * nothing is opened twice (docs/adr/0033). What is remembered decides nothing: it counts only where the database says,
 * under the reader's own policies, that every row is in the state it was read in. What was opened, put together and
 * written of the rows hangs on them, and goes with them.
 */
@Injectable()
export class CaseMemory implements OnModuleDestroy {
  private readonly kept = new Map<string, KeptRead>();
  private bytes = 0;
  private sweeping: NodeJS.Timeout | null = null;

  constructor(private readonly clock: Clock) {}

  /** What was read under this key, or null. */
  find(key: string): KnownRead | null {
    const kept = this.kept.get(key);
    return kept !== undefined && kept.until > this.now() ? kept.read : null;
  }

  /** Keeps what was just read; null forgets. The same read keeps the time it was first kept. */
  keep(key: string, read: KnownRead | null): void {
    const known = this.kept.get(key);
    if (known !== undefined && known.read === read) return;
    this.drop(key);
    if (read === null || read.mark === null) return;
    const weight = weightOf(read);
    this.kept.set(key, { read, weight, until: this.now() + KEPT_MS });
    this.bytes += weight;
    while (this.kept.size > MOST_READS || this.bytes > MOST_BYTES) this.dropOldest();
    this.sweepLater();
  }

  /** How much is remembered. */
  get size(): { readonly reads: number; readonly bytes: number } {
    return { reads: this.kept.size, bytes: this.bytes };
  }

  /** Forgets what has been kept long enough; the oldest stand first. */
  sweep(): void {
    const now = this.now();
    for (const [key, { until }] of this.kept) {
      if (until > now) return;
      this.drop(key);
    }
  }

  onModuleDestroy(): void {
    if (this.sweeping !== null) clearTimeout(this.sweeping);
  }

  private now(): number {
    return this.clock.now().getTime();
  }

  private drop(key: string): void {
    this.bytes -= this.kept.get(key)?.weight ?? 0;
    this.kept.delete(key);
  }

  private dropOldest(): void {
    const [oldest] = this.kept.keys();
    if (oldest !== undefined) this.drop(oldest);
  }

  /** Nobody may ask for ten minutes: what is opened does not stay for that. */
  private sweepLater(): void {
    if (this.sweeping !== null) return;
    this.sweeping = setTimeout(() => {
      this.sweeping = null;
      this.sweep();
      if (this.kept.size > 0) this.sweepLater();
    }, SWEEP_MS).unref();
  }
}

const SWEEP_MS = 60_000;
