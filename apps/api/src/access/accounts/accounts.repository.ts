import { Injectable } from '@nestjs/common';
import { LIMITS, type Role } from '@soc-coop/contracts';
import { Database } from '../../platform/database';
import type { SqlPredicate } from '../policy';
import { holdsOn, selectAccounts } from './account.columns';
import type { AccountQuery, AccountRow, MembershipRow } from './account.row';

/** $1 the day, $2 the words, $3 the unit, $4 the role; a condition that is not asked for is null. */
const MATCHES = `a.search_key like all ($2::text[])
  and (($3::uuid is null and $4::text is null) or exists (
    select from membership m where m.account_id = a.id and ${holdsOn('$1')}
      and ($3::uuid is null or m.unit_id = $3) and ($4::text is null or m.role = $4)))`;
/** Where the predicate of the rights begins to number its parameters. */
export const FIRST_FREE_PARAMETER = 5;

const paramsOf = (day: string, { words, unit, role }: AccountQuery): unknown[] => [
  day,
  words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`),
  unit,
  role,
];

/** One page of a list of accounts: what is looked for, what may be seen, and where the page begins. */
export interface AccountPageQuery {
  readonly day: string;
  readonly query: AccountQuery;
  readonly rights: SqlPredicate;
  /** False where names are hidden: then the order must not tell them either. */
  readonly byName: boolean;
  readonly after: readonly string[] | null;
  readonly limit: number;
}

/** Reads accounts and memberships. */
@Injectable()
export class AccountsRepository {
  constructor(private readonly database: Database) {}

  /** One page of the accounts that match and may be seen, by name. */
  async find({ day, query, rights, byName, after, limit }: AccountPageQuery): Promise<AccountRow[]> {
    const next = FIRST_FREE_PARAMETER + rights.params.length;
    const order = byName ? 'a.search_key' : `''::text`;
    return this.database.query<AccountRow>(
      `${selectAccounts('$1')}
       where ${MATCHES} and ${rights.sql}
         and ($${next}::text is null or (${order}, a.id) > ($${next}, $${next + 1}::uuid))
       order by ${byName ? 'a.search_key, ' : ''}a.id limit $${next + 2}`,
      [...paramsOf(day, query), ...rights.params, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  /** How many accounts match and may be seen, counted up to one more than the cap. */
  async count(day: string, query: AccountQuery, rights: SqlPredicate): Promise<number> {
    const row = await this.database.one<{ count: number }>(
      `select count(*)::int as count from (select from account a where ${MATCHES} and ${rights.sql}
         limit ${LIMITS.countCap + 1}) counted`,
      [...paramsOf(day, query), ...rights.params],
    );
    return row?.count ?? 0;
  }

  /** The accounts with these ids, in no order. */
  async findByIds(ids: readonly string[], day: string): Promise<AccountRow[]> {
    return this.database.query<AccountRow>(`${selectAccounts('$2')} where a.id = any($1::uuid[])`, [
      ids,
      day,
    ]);
  }

  /** The memberships of these accounts that have not ended, oldest first. */
  async findMemberships(accountIds: readonly string[], day: string): Promise<MembershipRow[]> {
    return this.database.query<MembershipRow>(
      `select m.id, m.account_id as "accountId", m.unit_id as "unitId", m.role, m.since::text, m.until::text
       from membership m where m.account_id = any($1::uuid[]) and (m.until is null or m.until >= $2::date)
       order by m.since, m.id`,
      [accountIds, day],
    );
  }

  /** Those of these accounts that have a confirmed second factor. */
  async findProven(ids: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select account_id as id from second_factor where account_id = any($1::uuid[]) and confirmed_at is not null`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** True where an active account holds one of these roles in a unit on a day. */
  async holdsRole(wanted: {
    readonly id: string;
    readonly unitId: string;
    readonly roles: readonly Role[];
    readonly day: string;
  }): Promise<boolean> {
    const row = await this.database.one(
      `select 1 from account a join membership m on m.account_id = a.id
       where a.id = $1 and a.active and m.unit_id = $2 and m.role = any($3)
         and ${holdsOn('$4')} limit 1`,
      [wanted.id, wanted.unitId, wanted.roles, wanted.day],
    );
    return row !== null;
  }

  /** Active accounts that hold one of these roles in a unit on a day. */
  async holdersOf(unitId: string, roles: readonly Role[], day: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select distinct a.id from account a join membership m on m.account_id = a.id
       where a.active and m.unit_id = $1 and m.role = any($2) and ${holdsOn('$3')} order by a.id`,
      [unitId, roles, day],
    );
    return rows.map(({ id }) => id);
  }

  /** How many of these units belong to the country. */
  async countUnits(ids: readonly string[], country: string): Promise<number> {
    const row = await this.database.one<{ count: number }>(
      `select count(*)::int as count from unit where id = any($1::uuid[]) and country = $2`,
      [ids, country],
    );
    return row?.count ?? 0;
  }
}
