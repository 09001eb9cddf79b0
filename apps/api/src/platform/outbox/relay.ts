import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { systemActor } from '../context';
import { UnitOfWork } from '../database';
import { Logger } from '../log';
import { Metrics } from '../rest/metrics';
import { Signals } from '../signals/signals';
import { OUTBOX_CHANNEL } from './nudge';
import { Outbox, type OutboxEntry } from './outbox.repository';

/** Handles one kind of signal; called at least once per entry, so it must bear repetition. */
export type OutboxHandler = (entry: OutboxEntry) => Promise<void>;

const BATCH = 50;
/** A look without a signal, for notifications lost while the listener was away. */
const IDLE_LOOK_MS = 5_000;
const RELAY = systemActor('outbox-relay');

/** Delivers the outbox: woken by NOTIFY, and by the clock as a fallback. */
@Injectable()
export class OutboxRelay implements OnApplicationShutdown {
  private readonly handlers = new Map<string, OutboxHandler[]>();
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private again = false;

  constructor(
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly signals: Signals,
    private readonly metrics: Metrics,
    private readonly logger: Logger,
  ) {}

  /**
   * Adds a handler of a topic; entries of a topic without one wait until a process comes that has one. Several handlers
   * of a topic share the transaction of the entry.
   */
  handle(topic: string, handler: OutboxHandler): void {
    this.handlers.set(topic, [...(this.handlers.get(topic) ?? []), handler]);
  }

  /** Starts delivering in this process. */
  async start(): Promise<void> {
    await this.signals.listen(OUTBOX_CHANNEL, () => {
      this.wake();
    });
    this.timer = setInterval(() => {
      this.wake();
    }, IDLE_LOOK_MS);
    this.wake();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    await this.running;
  }

  /** Delivers whatever waits; calls while it runs make it look once more. */
  private wake(): void {
    if (this.running !== null) {
      this.again = true;
      return;
    }
    this.running = this.drain()
      .catch((error: unknown) => {
        this.logger.failure(error);
      })
      .finally(() => {
        this.running = null;
        if (this.again && this.timer !== null) {
          this.again = false;
          this.wake();
        }
      });
  }

  private async drain(): Promise<void> {
    let taken = BATCH;
    while (taken === BATCH && this.timer !== null) taken = await this.deliverBatch();
  }

  /** One transaction a batch: a handler's own writes and the mark commit together. */
  private async deliverBatch(): Promise<number> {
    return this.unitOfWork.run(RELAY, async () => {
      const entries = await this.outbox.take([...this.handlers.keys()], BATCH);
      for (const entry of entries) {
        for (const handler of this.handlers.get(entry.topic) ?? []) await handler(entry);
        this.metrics.delivered(entry.topic);
      }
      if (entries.length > 0) await this.outbox.delivered(entries.map(({ id }) => id));
      return entries.length;
    });
  }
}
