import { Injectable } from '@nestjs/common';
import type { Locale } from '@soc-coop/contracts';
import { Database } from '../../platform/database';
import { activeMemberships, type ActiveMembership } from '../membership';

/** What signing in needs of an account. */
export interface Credentials {
  readonly accountId: string;
  readonly active: boolean;
  readonly locale: Locale;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly hash: string;
  readonly enrolled: boolean;
  readonly memberships: readonly ActiveMembership[];
}

const SELECT = `
  select a.id as "accountId", a.active, a.locale, a.email, a.given_name as "givenName",
    a.family_name as "familyName", p.hash,
    exists (select from second_factor f where f.account_id = a.id and f.confirmed_at is not null) as enrolled,
    ${activeMemberships('a.id', '$2')} as memberships
  from account a join account_password p on p.account_id = a.id`;

/** Passwords, and what stands beside them when somebody signs in. */
@Injectable()
export class CredentialsRepository {
  constructor(private readonly database: Database) {}

  /** By e-mail address in small letters. */
  async findByEmail(email: string, day: string): Promise<Credentials | null> {
    return this.database.one<Credentials>(`${SELECT} where a.email = $1`, [email, day]);
  }

  /** By account. */
  async findByAccount(accountId: string, day: string): Promise<Credentials | null> {
    return this.database.one<Credentials>(`${SELECT} where a.id = $1`, [accountId, day]);
  }

  /** Sets a password. */
  async setHash(accountId: string, hash: string, mustChange: boolean, at: Date): Promise<void> {
    await this.database.execute(
      `insert into account_password (account_id, hash, must_change, changed_at) values ($1, $2, $3, $4)
       on conflict (account_id) do update
       set hash = excluded.hash, must_change = excluded.must_change, changed_at = excluded.changed_at`,
      [accountId, hash, mustChange, at],
    );
  }

  /** Stores the same password hashed anew, unless it was changed meanwhile. */
  async renewHash(accountId: string, from: string, to: string): Promise<void> {
    await this.database.execute(`update account_password set hash = $3 where account_id = $1 and hash = $2`, [
      accountId,
      from,
      to,
    ]);
  }
}
