import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { Client } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import { actorId, type Actor, reachOf } from '../context';
import { Presence } from './presence';
import { ReadAhead } from './read-ahead';
import { type Answer, Trips } from './trip';
import { staleOr, WriteBatch } from './write-batch';

/** The transaction everything inside a unit of work shares. */
interface AmbientTransaction {
  readonly actor: Actor;
  readonly runner: QueryRunner;
  readonly client: Client;
  readonly trips: Trips;
  /** Statements on their way that nobody waits for; the unit of work fails when one of them does. */
  readonly sent: Promise<unknown>[];
  readonly afterCommit: (() => void)[];
  readonly ahead: ReadAhead;
  /** Writes that wait for the next statement to leave with. */
  readonly writes: WriteBatch;
  /** False from the moment the end is on its way: a later statement would stand outside the transaction. */
  open: boolean;
}

const storage = new AsyncLocalStorage<AmbientTransaction>();

/** The ambient transaction; outside of one this is a programming error and says so loudly. */
export const ambientTransaction = (): AmbientTransaction => {
  const transaction = storage.getStore();
  if (transaction === undefined) throw new Error('database used outside a unit of work');
  if (!transaction.open) throw new Error('database used after its unit of work had ended');
  return transaction;
};

/** What row-level security compares rows with; set for this transaction only. */
const SETTINGS = `select set_config('soc.scope', $1, true), set_config('soc.unit', $2, true),
  set_config('soc.country', $3, true), set_config('soc.actor', $4, true)`;

const BEGIN = { name: 'soc-begin', text: 'begin' } as const;
const COMMIT = { name: 'soc-commit', text: 'commit' } as const;

const settingsOf = (actor: Actor): string[] => {
  const reach = reachOf(actor);
  return [
    reach.scope,
    'unitId' in reach ? reach.unitId : '',
    'country' in reach ? reach.country : '',
    actorId(actor) ?? '',
  ];
};

/** Asks a statement; what is asked before the process waits leaves as one trip. */
export const ask = async (
  { trips, runner }: AmbientTransaction,
  statement: { readonly text: string; readonly name?: string },
  values: unknown[],
): Promise<Answer> => {
  runner.dataSource.logger.logQuery(statement.text, values, runner);
  return trips.ask({ ...statement, values });
};

/** Lets the writes that wait leave, before whatever comes next. */
export const letGo = (transaction: AmbientTransaction): void => {
  const batch = transaction.writes.take();
  if (batch === null) return;
  const sent = ask(transaction, batch.statement, batch.values);
  transaction.sent.push(sent);
  // Whoever ends the transaction asks for it; until then a failure must not count as unhandled.
  void sent.catch(() => undefined);
};

/** Waits for all of them, and gives the reason of the first that failed. */
const firstFailure = async (promises: readonly Promise<unknown>[]): Promise<{ reason: unknown } | null> => {
  const ends = await Promise.allSettled(promises);
  return ends.find((end) => end.status === 'rejected') ?? null;
};

/** Begins a transaction without waiting: BEGIN and the settings travel with the first statement of the work. */
const begin = (actor: Actor, runner: QueryRunner, client: Client): AmbientTransaction => {
  const trips = new Trips(client);
  const sent: Promise<unknown>[] = [
    trips.ask(BEGIN),
    trips.ask({ name: 'soc-settings', text: SETTINGS, values: settingsOf(actor) }),
  ];
  // Whoever ends the transaction asks them; until then a failure must not count as unhandled.
  sent.forEach((promise) => void promise.catch(() => undefined));
  return {
    actor,
    runner,
    client,
    trips,
    sent,
    afterCommit: [],
    ahead: new ReadAhead(),
    writes: new WriteBatch(),
    open: true,
  };
};

const commit = async (transaction: AmbientTransaction): Promise<void> => {
  transaction.open = false;
  letGo(transaction);
  const committed = transaction.trips.ask(COMMIT);
  const failure = await firstFailure([...transaction.sent, committed]);
  if (failure !== null) {
    // COMMIT was skipped with whatever stood behind the statement that failed.
    await transaction.client.query('ROLLBACK').catch(() => undefined);
    throw staleOr(failure.reason);
  }
  // PostgreSQL answers COMMIT with ROLLBACK where a statement had failed, whoever kept quiet about it.
  if ((await committed).command !== 'COMMIT') throw new Error('the transaction had failed before its end');
};

const rollBack = async (transaction: AmbientTransaction, error: unknown): Promise<never> => {
  transaction.open = false;
  transaction.trips.leave();
  // A connection that is gone has rolled back already; the first error is the one that matters.
  await transaction.client.query('ROLLBACK').catch(() => undefined);
  const failure = await firstFailure(transaction.sent);
  // A statement nobody waited for failed first: what came after it is only its consequence.
  throw failure === null ? error : staleOr(failure.reason);
};

/**
 * Owns transactions. The ambient one lives in AsyncLocalStorage: there is no context parameter a repository
 * could forget, and no way to write outside the transaction by accident. Statements are pipelined: beginning costs
 * no round trip, and neither does ending behind statements that were only sent.
 */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly presence: Presence = new Presence(),
  ) {}

  /** Runs work in one transaction; a unit of work inside another joins it. Rolls back when work throws. */
  async run<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    if (storage.getStore()?.open === true) return work();
    this.presence.require();
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as Client;
      const transaction = begin(actor, runner, client);
      const result = await this.presence.during(client, () => this.settle(transaction, work));
      transaction.afterCommit.forEach((callback) => {
        callback();
      });
      return result;
    } finally {
      await runner.release();
    }
  }

  /** True inside a unit of work. */
  get isOpen(): boolean {
    return storage.getStore()?.open === true;
  }

  /** Runs a callback once the ambient transaction has committed; never when it rolls back. */
  afterCommit(callback: () => void): void {
    ambientTransaction().afterCommit.push(callback);
  }

  private async settle<T>(transaction: AmbientTransaction, work: () => Promise<T>): Promise<T> {
    let result: T;
    try {
      result = await storage.run(transaction, work);
    } catch (error) {
      return await rollBack(transaction, error);
    }
    await commit(transaction);
    return result;
  }
}
