import { Injectable } from '@nestjs/common';
import { Database, newId, together, UnitOfWork } from '../database';
import { OutboxNudge } from './nudge';

/** One signal that left with the transaction that caused it. */
export interface OutboxEntry {
  readonly id: string;
  readonly topic: string;
  readonly key: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

const PUT = together('insert into outbox (id, topic, key, payload) values ($1, $2, $3, $4)');

/** Outgoing signals, written with the state they speak of and delivered at least once by a worker. */
@Injectable()
export class Outbox {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly nudge: OutboxNudge,
  ) {}

  /**
   * Puts a signal into the ambient transaction, which fails where it cannot; the payload holds ids and codes only.
   * Whoever delivers it hears of it once it is committed.
   */
  put(topic: string, key: string, payload: Readonly<Record<string, unknown>>): void {
    this.database.sendTogether(PUT, [newId(), topic, key, JSON.stringify(payload)]);
    this.unitOfWork.afterCommit(() => {
      this.nudge.ring();
    });
  }

  /** Takes waiting entries of some topics, oldest first; another worker skips the ones taken. */
  async take(topics: readonly string[], limit: number): Promise<OutboxEntry[]> {
    return this.database.query<OutboxEntry>(
      `select id, topic, key, payload from outbox where delivered_at is null and topic = any($1)
       order by created_at, id limit $2 for update skip locked`,
      [topics, limit],
    );
  }

  /** Marks entries as delivered, in the transaction that took them. */
  async delivered(ids: readonly string[]): Promise<void> {
    await this.database.execute(`update outbox set delivered_at = now() where id = any($1)`, [ids]);
  }

  /** Forgets delivered entries older than the given instant; returns how many. */
  async forgetBefore(instant: Date): Promise<number> {
    return this.database.execute(`delete from outbox where delivered_at < $1`, [instant]);
  }
}
