import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Policy } from '../../access';
import { Acts } from '../../platform/acts';
import { CONFIG, type Config } from '../../platform/config';
import { systemActor } from '../../platform/context';
import { type SocketConnection, SocketConnections } from '../../platform/graphql';
import { Logger } from '../../platform/log';
import { factsOf } from '../moves/exchange-rights';
import { ExchangeRepository } from '../records/exchange.repository';
import type { ExchangeRow } from '../records/exchange.row';
import { ChangeQueue } from './change-queue';
import { changeFor, concerns, type ExchangeChange, LOOK_AGAIN } from './change';
import { type ExchangeSignal, ExchangeSignals } from './exchange-signals';

/** Somebody who listens: on a connection, to one exchange or to all within reach. */
interface Subscriber {
  readonly connection: SocketConnection;
  readonly exchangeId: string | null;
  readonly queue: ChangeQueue<ExchangeChange>;
}

const READER = systemActor('live-changes');
/** Signals kept while the database cannot be asked; more are told as "look again". */
const WAITING_LIMIT = 500;
const RETRY_MS = 1_000;

/**
 * Hands changes of exchanges to the pages open at this process. Nothing is handed out on the word of the moment somebody
 * subscribed: for each batch of signals all sessions and tokens are read again, then the exchanges, then the policy is
 * asked, actor by actor. Two statements a batch, however many listen.
 */
@Injectable()
export class ChangeHub implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly subscribers = new Set<Subscriber>();
  private waiting: (ExchangeSignal | null)[] = [];
  private working = false;
  private retry: NodeJS.Timeout | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly acts: Acts,
    private readonly policy: Policy,
    private readonly exchanges: ExchangeRepository,
    private readonly signals: ExchangeSignals,
    private readonly connections: SocketConnections,
    private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    // A worker has no pages.
    if (this.config.ROLE === 'worker') return;
    await this.signals.listen((signal) => {
      this.hear(signal);
    });
  }

  onApplicationShutdown(): void {
    if (this.retry !== null) clearTimeout(this.retry);
    this.retry = null;
    this.subscribers.clear();
  }

  /** Listens on a connection until the reader leaves; the caller has asked whether it may. */
  subscribe(connection: SocketConnection, exchangeId: string | null): AsyncIterableIterator<ExchangeChange> {
    const queue = new ChangeQueue<ExchangeChange>(LOOK_AGAIN, () => this.subscribers.delete(subscriber));
    const subscriber: Subscriber = { connection, exchangeId, queue };
    this.subscribers.add(subscriber);
    return queue;
  }

  /** How many listen at this process. */
  get listening(): number {
    return this.subscribers.size;
  }

  private hear(signal: ExchangeSignal | null): void {
    if (this.subscribers.size === 0) return;
    this.waiting = this.waiting.length < WAITING_LIMIT ? [...this.waiting, signal] : [null];
    if (this.retry === null) void this.work();
  }

  private async work(): Promise<void> {
    if (this.working) return;
    this.working = true;
    try {
      while (this.waiting.length > 0) {
        const batch = this.waiting;
        this.waiting = [];
        await this.deliver(batch);
      }
    } catch (error) {
      // Not knowing whether they may hear it, nobody hears anything; later all are told to look again.
      this.logger.failure(error);
      this.waiting = [null];
      this.retry ??= setTimeout(() => {
        this.retry = null;
        void this.work();
      }, RETRY_MS);
    } finally {
      this.working = false;
    }
  }

  private async deliver(batch: readonly (ExchangeSignal | null)[]): Promise<void> {
    await this.connections.refresh();
    const signals = batch.filter((signal) => signal !== null);
    const rows = await this.read(signals);
    const missed = signals.length < batch.length;
    for (const subscriber of this.subscribers) {
      if (subscriber.connection.isClosed) continue;
      if (missed) subscriber.queue.push(LOOK_AGAIN);
      for (const signal of signals) this.offer(subscriber, signal, rows.get(signal.exchangeId));
    }
  }

  /** Exchanges as they are now, by id; the policy decides who hears of them. */
  private async read(signals: readonly ExchangeSignal[]): Promise<ReadonlyMap<string, ExchangeRow>> {
    const ids = [...new Set(signals.map(({ exchangeId }) => exchangeId))];
    if (ids.length === 0) return new Map();
    const rows = await this.acts.look(READER, () => this.exchanges.findMany(ids));
    return new Map(rows.map((row) => [row.id, row]));
  }

  private offer(subscriber: Subscriber, signal: ExchangeSignal, row: ExchangeRow | undefined): void {
    const { connection, exchangeId, queue } = subscriber;
    if (row === undefined || (exchangeId !== null && exchangeId !== row.id)) return;
    const { actor } = connection;
    if (!this.policy.may(actor, 'exchange:view', factsOf(row)) || !concerns(actor, signal, row)) return;
    queue.push(changeFor(actor, signal, row));
  }
}
