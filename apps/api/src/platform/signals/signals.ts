import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { CONFIG, type Config } from '../config';
import { Database } from '../database';
import { Logger } from '../log';

type Listener = (payload: string) => void;

/** Longest pause between two attempts to reach the database again. */
const MAX_PAUSE_MS = 5_000;

/**
 * Signals between processes over LISTEN/NOTIFY: ids only (a payload holds 8000 bytes at most), sent on commit,
 * lost while nobody listens. After a break in the connection every listener is called with an empty payload,
 * which means "look again yourself".
 */
@Injectable()
export class Signals implements OnApplicationShutdown {
  private readonly listeners = new Map<string, Set<Listener>>();
  private client: Client | null = null;
  private connecting: Promise<void> | null = null;
  private stopped = false;
  private pause: NodeJS.Timeout | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly logger: Logger,
  ) {}

  /** Sends a signal in the ambient transaction: it goes out on commit and never on rollback. */
  async publish(channel: string, payload: string): Promise<void> {
    await this.database.query('select pg_notify($1, $2)', [channel, payload]);
  }

  /** Listens to a channel until the returned function is called. */
  async listen(channel: string, listener: Listener): Promise<() => void> {
    const known = this.listeners.get(channel);
    const set = known ?? new Set<Listener>();
    set.add(listener);
    this.listeners.set(channel, set);
    if (this.client === null) await this.connectOnce();
    else if (known === undefined) await this.client.query(`listen ${this.client.escapeIdentifier(channel)}`);
    return () => void set.delete(listener);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.pause !== null) clearTimeout(this.pause);
    await this.client?.end();
  }

  /** Two rooms that begin to listen at once share the connection; after a break the pause decides when. */
  private async connectOnce(): Promise<void> {
    if (this.pause !== null) return;
    this.connecting ??= this.connect().finally(() => (this.connecting = null));
    await this.connecting;
  }

  private async connect(attempt = 0): Promise<void> {
    const client = new Client({
      connectionString: this.config.APP_DATABASE_URL ?? this.config.DATABASE_URL,
      connectionTimeoutMillis: 1_500,
      keepAlive: true,
      application_name: 'soc-coop signals',
    });
    client.on('error', () => {
      this.reconnect(attempt);
    });
    client.on('notification', ({ channel, payload }) => {
      this.listeners.get(channel)?.forEach((listener) => {
        listener(payload ?? '');
      });
    });
    try {
      await client.connect();
      for (const channel of this.listeners.keys())
        await client.query(`listen ${client.escapeIdentifier(channel)}`);
      this.client = client;
    } catch (error) {
      this.logger.failure(error);
      this.reconnect(attempt);
    }
  }

  private reconnect(attempt: number): void {
    this.client = null;
    if (this.stopped || this.pause !== null) return;
    this.pause = setTimeout(
      () => {
        this.pause = null;
        void this.connect(attempt + 1).then(() => {
          if (this.client !== null) this.callEverybody();
        });
      },
      Math.min(MAX_PAUSE_MS, 100 * 2 ** attempt),
    );
  }

  private callEverybody(): void {
    for (const set of this.listeners.values())
      set.forEach((listener) => {
        listener('');
      });
  }
}
