import { Injectable } from '@nestjs/common';
import { LIMITS } from '@soc-coop/contracts';
import { Database } from '../../platform/database';
import type { AccountNoticeRow } from './account-notice.row';

/** What people are told of their sign-in; row-level security shows each person their own. */
@Injectable()
export class AccountNoticesRepository {
  constructor(private readonly database: Database) {}

  /** Adds a notice for somebody else. */
  async insert(accountId: string, { id, kind, reason, byAccountId, at }: AccountNoticeRow): Promise<void> {
    await this.database.execute(
      `insert into account_notice (id, account_id, kind, reason, by_account_id, at) values ($1, $2, $3, $4, $5, $6)`,
      [id, accountId, kind, reason, byAccountId, at],
    );
  }

  /** What a person has not read yet, the newest first. */
  async unseen(accountId: string): Promise<AccountNoticeRow[]> {
    return this.database.query<AccountNoticeRow>(
      `select id, kind, reason, by_account_id as "byAccountId", at from account_notice
       where account_id = $1 and seen_at is null order by at desc, id desc limit ${LIMITS.pageSize}`,
      [accountId],
    );
  }

  /** Marks a person's notices as read; returns how many were not yet. */
  async markSeen(accountId: string, ids: readonly string[], at: Date): Promise<number> {
    return this.database.execute(
      `update account_notice set seen_at = $3 where account_id = $1 and id = any($2::uuid[]) and seen_at is null`,
      [accountId, ids, at],
    );
  }
}
