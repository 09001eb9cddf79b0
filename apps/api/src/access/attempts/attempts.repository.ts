import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import type { LockState } from './lock.rules';

/** Counts of failed tries, shared by all processes. */
@Injectable()
export class AttemptsRepository {
  constructor(private readonly database: Database) {}

  /** The state under a key, held until the transaction ends: tries on one key are counted one after the other. */
  async findForUpdate(key: string, now: Date): Promise<LockState | null> {
    // The row is made first, so that two first tries at once wait for each other too.
    await this.database.execute(
      `insert into sign_in_attempt (key, failures, last_at) values ($1, 0, $2) on conflict do nothing`,
      [key, now],
    );
    return this.database.one<LockState>(
      `select failures, last_at as "lastAt", locked_until as "lockedUntil"
       from sign_in_attempt where key = $1 for update`,
      [key],
    );
  }

  /** Stores the state under a key. */
  async update(key: string, { failures, lastAt, lockedUntil }: LockState): Promise<void> {
    await this.database.execute(
      `update sign_in_attempt set failures = $2, last_at = $3, locked_until = $4 where key = $1`,
      [key, failures, lastAt, lockedUntil],
    );
  }

  /** Forgets a key. */
  async remove(key: string): Promise<void> {
    await this.database.execute(`delete from sign_in_attempt where key = $1`, [key]);
  }

  /** Forgets tries older than the given instant; returns how many. */
  async forgetBefore(instant: Date): Promise<number> {
    return this.database.execute(`delete from sign_in_attempt where last_at < $1`, [instant]);
  }
}
