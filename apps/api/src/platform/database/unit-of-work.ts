import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { Client } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import { actorId, type Actor, reachOf } from '../context';

/** The transaction everything inside a unit of work shares. */
interface AmbientTransaction {
  readonly actor: Actor;
  readonly runner: QueryRunner;
  readonly afterCommit: (() => void)[];
}

const storage = new AsyncLocalStorage<AmbientTransaction>();

/** The ambient transaction; outside of one this is a programming error and says so loudly. */
export const ambientTransaction = (): AmbientTransaction => {
  const transaction = storage.getStore();
  if (transaction === undefined) throw new Error('database used outside a unit of work');
  return transaction;
};

/** What row-level security compares rows with; set for this transaction only. */
const SETTINGS = `select set_config('soc.scope', $1, true), set_config('soc.unit', $2, true),
  set_config('soc.country', $3, true), set_config('soc.actor', $4, true)`;

const settingsOf = (actor: Actor): string[] => {
  const reach = reachOf(actor);
  return [
    reach.scope,
    'unitId' in reach ? reach.unitId : '',
    'country' in reach ? reach.country : '',
    actorId(actor) ?? '',
  ];
};

/**
 * Owns transactions. The ambient one lives in AsyncLocalStorage: there is no context parameter a repository
 * could forget, and no way to write outside the transaction by accident.
 */
@Injectable()
export class UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs work in one transaction; a unit of work inside another joins it. Rolls back when work throws. */
  async run<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    if (storage.getStore() !== undefined) return work();
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as Client;
      // BEGIN and the settings travel together (pipelined): row-level security costs no extra round trip.
      await Promise.all([
        client.query('BEGIN'),
        client.query({ name: 'soc-settings', text: SETTINGS, values: settingsOf(actor) }),
      ]);
      const transaction: AmbientTransaction = { actor, runner, afterCommit: [] };
      const result = await this.settle(client, transaction, work);
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
    return storage.getStore() !== undefined;
  }

  /** Runs a callback once the ambient transaction has committed; never when it rolls back. */
  afterCommit(callback: () => void): void {
    ambientTransaction().afterCommit.push(callback);
  }

  private async settle<T>(
    client: Client,
    transaction: AmbientTransaction,
    work: () => Promise<T>,
  ): Promise<T> {
    let result: T;
    try {
      result = await storage.run(transaction, work);
    } catch (error) {
      // A connection that is gone has rolled back already; the first error is the one that matters.
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
    await client.query('COMMIT');
    return result;
  }
}
