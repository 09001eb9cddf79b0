import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { CONFIG, type Config } from '../config';
import { ClockWatch } from '../clock/clock-watch';
import { Logger } from '../log';
import { Presence } from './presence';

const TICK_MS = 100;
/** A beat follows the last answer after so many ticks. */
const REST_TICKS = 3;
/**
 * So many ticks without an answer, and the database is away. Ticks are counted and not time: a process that was too
 * busy to look has not waited.
 */
const SILENT_TICKS = 9;
const TOO_MANY_CONNECTIONS = '53300';

/**
 * Asks the database on a connection of its own whether it is there, so that an officer is told within two seconds
 * what a timeout would tell after ten. Nothing else uses that connection: a slow query does not look like absence.
 * The answer is the database's time, which is held against our own.
 */
@Injectable()
export class Heartbeat implements OnApplicationShutdown {
  private client: Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private asking = false;
  private ticks = 0;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly presence: Presence,
    private readonly watch: ClockWatch,
    private readonly logger: Logger,
  ) {}

  /** Begins to ask. */
  start(): void {
    this.timer ??= setInterval(() => {
      this.tick();
    }, TICK_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    const client = this.client;
    this.client = null;
    // A database that does not answer does not say goodbye either.
    if (this.asking) this.breakOff(client);
    else await client?.end().catch(() => undefined);
  }

  private tick(): void {
    this.ticks += 1;
    if (!this.asking && this.ticks >= REST_TICKS) void this.ask();
    else if (this.asking && this.ticks >= SILENT_TICKS) this.giveUp();
  }

  private async ask(): Promise<void> {
    this.asking = true;
    this.ticks = 0;
    const client = this.client ?? this.connection();
    try {
      if (this.client === null) {
        this.client = client;
        await client.connect();
      }
      const asked = this.watch.now();
      const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now');
      if (rows[0] !== undefined) this.watch.compare(asked, rows[0].now, this.watch.now());
      if (this.client === client) this.answered();
    } catch (error) {
      if (this.client === client) this.failed(error);
    }
  }

  private connection(): Client {
    const { APP_DATABASE_URL, DATABASE_URL } = this.config;
    const client = new Client({
      connectionString: APP_DATABASE_URL ?? DATABASE_URL,
      keepAlive: true,
      application_name: 'soc-coop heartbeat',
    });
    // Between two beats the server may end the connection; the next beat makes another.
    client.on('error', () => {
      if (this.client === client && !this.asking) this.client = null;
    });
    return client;
  }

  private answered(): void {
    this.rest();
    if (this.presence.isHere) return;
    this.logger.info('the database is there again');
    this.presence.found();
  }

  /** A server that has no place left for us is there all the same. */
  private failed(error: unknown): void {
    this.client = null;
    this.rest();
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code !== TOO_MANY_CONNECTIONS) this.away(error);
  }

  private giveUp(): void {
    this.breakOff(this.client);
    this.client = null;
    this.rest();
    this.away(new Error('the database does not answer'));
  }

  private away(error: unknown): void {
    if (this.presence.isHere) this.logger.failure(error);
    this.presence.lost();
  }

  private breakOff(client: Client | null): void {
    client?.connection.stream.destroy();
  }

  private rest(): void {
    this.asking = false;
    this.ticks = 0;
  }
}
