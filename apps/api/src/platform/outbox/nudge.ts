import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PreparedRead } from '../database';
import { Logger } from '../log';

/** What deliverers listen to. */
export const OUTBOX_CHANNEL = 'soc_outbox';
/** Moves made within this time are told of together. */
const TOGETHER_MS = 20;
const NUDGE = { name: 'soc-outbox-nudge', text: `select pg_notify('${OUTBOX_CHANNEL}', '')` };

/**
 * Tells deliverers that something waits, after it was committed. PostgreSQL lets one transaction with a NOTIFY commit
 * at a time, each with its own flush to the disk: inside a move it would keep all moves of the product in one row.
 * A nudge that is lost costs time and no signal, for deliverers look by the clock as well.
 */
@Injectable()
export class OutboxNudge implements OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly database: PreparedRead,
    private readonly logger: Logger,
  ) {}

  /** Something new waits. */
  ring(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      void this.send();
    }, TOGETHER_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer === null) return;
    clearTimeout(this.timer);
    this.timer = null;
    await this.send();
  }

  private async send(): Promise<void> {
    try {
      await this.database.one(NUDGE, []);
    } catch (error) {
      this.logger.failure(error);
    }
  }
}
