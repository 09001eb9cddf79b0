import { Injectable } from '@nestjs/common';
import { Database, prepared, together } from '../database';

/** What a key stands for: the act it was used for, the hash of its input, and how the act ended. */
export interface StoredOutcome {
  readonly action: string;
  readonly inputHash: string;
  readonly outcome: unknown;
}

const STORE = together('update idempotency_key set outcome = $3 where owner = $1 and key = $2');

/** Keys of acts already done, per owner (account or client). */
@Injectable()
export class IdempotencyRepository {
  constructor(private readonly database: Database) {}

  /**
   * Claims a key in the ambient transaction. A second request with the same key waits here for the first to
   * commit or roll back, because both want the same unique entry; false means the key is taken. An outcome that is
   * known before stands with the claim: where the act does not come about, neither does.
   */
  async claim(
    owner: string,
    key: string,
    action: string,
    inputHash: string,
    outcome?: unknown,
  ): Promise<boolean> {
    const rows = await this.database.query(
      prepared(`insert into idempotency_key (owner, key, action, input_hash, outcome) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning key`),
      [owner, key, action, inputHash, outcome === undefined ? null : JSON.stringify(outcome)],
    );
    return rows.length === 1;
  }

  /** The outcome stored under a key that was claimed before. */
  async find(owner: string, key: string): Promise<StoredOutcome | null> {
    return this.database.one<StoredOutcome>(
      `select action, input_hash as "inputHash", outcome from idempotency_key where owner = $1 and key = $2`,
      [owner, key],
    );
  }

  /** Stores how the act ended, in the transaction of the act; it travels with COMMIT. */
  store(owner: string, key: string, outcome: unknown): void {
    this.database.sendTogether(STORE, [owner, key, JSON.stringify(outcome ?? null)]);
  }

  /** Forgets keys older than the given instant; returns how many. */
  async forgetBefore(instant: Date): Promise<number> {
    return this.database.execute(`delete from idempotency_key where created_at < $1`, [instant]);
  }
}
