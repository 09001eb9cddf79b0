import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';

/** The second factor of an account: the confirmed one, and one that is being set up. */
export interface SecondFactorRow {
  readonly sealedSecret: string | null;
  readonly sealedPending: string | null;
  readonly lastStep: number | null;
}

/** Second factors and recovery codes. */
@Injectable()
export class SecondFactorRepository {
  constructor(private readonly database: Database) {}

  /** The second factor of an account, held until the transaction ends: one code is judged at a time. */
  async findForUpdate(accountId: string): Promise<SecondFactorRow | null> {
    return this.database.one<SecondFactorRow>(
      `select sealed_secret as "sealedSecret", sealed_pending as "sealedPending", last_step::float8 as "lastStep"
       from second_factor where account_id = $1 for update`,
      [accountId],
    );
  }

  /** Keeps a secret that is not confirmed yet; one begun before is forgotten. */
  async setPending(accountId: string, sealed: string): Promise<void> {
    await this.database.execute(
      `insert into second_factor (account_id, sealed_pending) values ($1, $2)
       on conflict (account_id) do update set sealed_pending = excluded.sealed_pending`,
      [accountId, sealed],
    );
  }

  /** Makes a secret the second factor; the step it was confirmed with is used. */
  async confirm(accountId: string, sealed: string, step: number | null, at: Date): Promise<void> {
    await this.database.execute(
      `insert into second_factor (account_id, sealed_secret, confirmed_at, last_step) values ($1, $2, $4, $3)
       on conflict (account_id) do update set sealed_secret = excluded.sealed_secret,
         confirmed_at = excluded.confirmed_at, last_step = excluded.last_step, sealed_pending = null`,
      [accountId, sealed, step, at],
    );
  }

  /** Marks a time step as used; false when it, or a later one, was used already. */
  async useStep(accountId: string, step: number): Promise<boolean> {
    const used = await this.database.execute(
      `update second_factor set last_step = $2
       where account_id = $1 and confirmed_at is not null and (last_step is null or last_step < $2)`,
      [accountId, step],
    );
    return used === 1;
  }

  /** Stores the same secret sealed anew. */
  async reseal(accountId: string, sealed: string): Promise<void> {
    await this.database.execute(`update second_factor set sealed_secret = $2 where account_id = $1`, [
      accountId,
      sealed,
    ]);
  }

  /** Replaces the recovery codes of an account. */
  async replaceRecoveryCodes(accountId: string, hashes: readonly Buffer[]): Promise<void> {
    await this.database.execute(`delete from recovery_code where account_id = $1`, [accountId]);
    await this.database.execute(
      `insert into recovery_code (account_id, hash) select $1, unnest($2::bytea[])`,
      [accountId, hashes],
    );
  }

  /** Uses a recovery code up; false when there is none like it. */
  async useRecoveryCode(accountId: string, hash: Buffer): Promise<boolean> {
    const used = await this.database.execute(
      `delete from recovery_code where account_id = $1 and hash = $2`,
      [accountId, hash],
    );
    return used === 1;
  }

  /** Removes second factor and recovery codes. */
  async remove(accountId: string): Promise<void> {
    await this.database.execute(`delete from recovery_code where account_id = $1`, [accountId]);
    await this.database.execute(`delete from second_factor where account_id = $1`, [accountId]);
  }
}
