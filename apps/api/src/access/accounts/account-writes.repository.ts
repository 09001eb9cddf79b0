import { Injectable } from '@nestjs/common';
import type { Country, Locale, Role } from '@soc-coop/contracts';
import { Database } from '../../platform/database';
import { DomainError } from '../../platform/errors';

/** A new account. */
export interface NewAccount {
  readonly id: string;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly searchKey: string;
  readonly country: Country;
  readonly locale: Locale;
}

/** A new role in a unit. */
export interface NewMembership {
  readonly id: string;
  readonly accountId: string;
  readonly unitId: string;
  readonly country: Country;
  readonly role: Role;
  readonly since: string;
  readonly until: string | null;
}

/** What an update leaves an account with. */
export interface AccountPatch {
  readonly givenName: string;
  readonly familyName: string;
  readonly searchKey: string;
  readonly locale: Locale;
  readonly active: boolean;
}

/** Writes accounts and memberships. */
@Injectable()
export class AccountWritesRepository {
  constructor(private readonly database: Database) {}

  /** Adds an account; false when its e-mail address is taken. */
  async insert(account: NewAccount): Promise<boolean> {
    const inserted = await this.database.execute(
      `insert into account (id, email, given_name, family_name, search_key, country, locale)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (email) do nothing`,
      [
        account.id,
        account.email,
        account.givenName,
        account.familyName,
        account.searchKey,
        account.country,
        account.locale,
      ],
    );
    return inserted === 1;
  }

  /**
   * Changes an account that still has the version the caller saw.
   * @throws DomainError request.stale
   */
  async update(id: string, version: number, patch: AccountPatch): Promise<void> {
    const updated = await this.database.execute(
      `update account set given_name = $3, family_name = $4, search_key = $5, locale = $6, active = $7,
         version = version + 1 where id = $1 and version = $2`,
      [id, version, patch.givenName, patch.familyName, patch.searchKey, patch.locale, patch.active],
    );
    if (updated !== 1) throw new DomainError('request.stale');
  }

  /** Sets the language a person chose; a choice of one's own is no edit others could clash with. */
  async setLocale(id: string, locale: Locale): Promise<void> {
    await this.database.execute(`update account set locale = $2 where id = $1`, [id, locale]);
  }

  /** Adds a membership. */
  async insertMembership(membership: NewMembership): Promise<void> {
    await this.database.execute(
      `insert into membership (id, account_id, unit_id, country, role, since, until)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        membership.id,
        membership.accountId,
        membership.unitId,
        membership.country,
        membership.role,
        membership.since,
        membership.until,
      ],
    );
  }

  /** Gives a membership another last day. */
  async setUntil(id: string, until: string | null): Promise<void> {
    await this.database.execute(`update membership set until = $2 where id = $1`, [id, until]);
  }

  /**
   * Ends a membership at once: yesterday was its last day. One that begins today or later has never held in the
   * past and goes altogether.
   */
  async endMembership(id: string, today: string): Promise<void> {
    await this.database.execute(`delete from membership where id = $1 and since >= $2::date`, [id, today]);
    await this.database.execute(`update membership set until = $2::date - 1 where id = $1`, [id, today]);
  }

  /**
   * Makes changes to the administrators of a country wait for each other, so that two of them cannot take the
   * role from one another at the same moment.
   */
  async lockAdministrators(country: Country): Promise<void> {
    await this.database.query(`select pg_advisory_xact_lock(hashtext($1))`, [`administrators ${country}`]);
  }

  /** How many active people administer the country today. */
  async countAdministrators(country: Country, day: string): Promise<number> {
    const row = await this.database.one<{ count: number }>(
      `select count(distinct a.id)::int as count from account a join membership m on m.account_id = a.id
       where a.country = $1 and a.active and m.role = 'ADMINISTRATOR'
         and m.since <= $2::date and (m.until is null or m.until >= $2::date)`,
      [country, day],
    );
    return row?.count ?? 0;
  }

  /** How many of them have a second factor to prove themselves with. */
  async countProvenAdministrators(country: Country, day: string): Promise<number> {
    const row = await this.database.one<{ count: number }>(
      `select count(distinct a.id)::int as count from account a join membership m on m.account_id = a.id
         join second_factor f on f.account_id = a.id and f.confirmed_at is not null
       where a.country = $1 and a.active and m.role = 'ADMINISTRATOR'
         and m.since <= $2::date and (m.until is null or m.until >= $2::date)`,
      [country, day],
    );
    return row?.count ?? 0;
  }
}
