import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';

/** Where words lie in clear, and where they belong. Names come from code, never from input. */
export interface WordsPlace {
  readonly table: string;
  readonly clear: string;
  readonly sealed: string;
}

/** Words in clear. */
export interface ClearRow {
  readonly id: string;
  readonly exchangeId: string;
  readonly text: string;
}

/** Reads and changes what the app role cannot: `rekey` runs as the owner role. */
@Injectable()
export class RekeyRepository {
  constructor(private readonly database: Database) {}

  async countClear({ table, clear }: WordsPlace): Promise<number> {
    return this.count(
      `select count(*)::int as count from ${table} where ${clear} is not null and ${clear}::text <> ''`,
    );
  }

  /** Words in clear, by id from a place on. */
  async clear({ table, clear }: WordsPlace, after: string | null, size: number): Promise<ClearRow[]> {
    return this.database.query<ClearRow>(
      `select id, exchange_id as "exchangeId", ${clear}::text as text from ${table}
       where ${clear} is not null and ${clear}::text <> '' and ($1::uuid is null or id > $1::uuid) order by id limit $2`,
      [after, size],
    );
  }

  /** Puts sealed words in the place of clear ones. */
  async seal({ table, clear, sealed }: WordsPlace, id: string, text: string): Promise<void> {
    await this.database.execute(
      `update ${table} set ${sealed} = $2, ${clear} = null where id = $1 and ${clear} is not null`,
      [id, text],
    );
  }

  async countStaleSubjects(keyId: string): Promise<number> {
    return this.count(
      `select count(distinct subject_id)::int as count from subject_identifier where key_id is distinct from $1`,
      keyId,
    );
  }

  /** Persons with a number hashed by another key. */
  async staleSubjects(
    keyId: string,
    after: string | null,
    size: number,
  ): Promise<{ id: string; exchangeId: string }[]> {
    return this.database.query(
      `select s.id, s.exchange_id as "exchangeId" from subject s
       where ($2::uuid is null or s.id > $2::uuid) and exists (
         select from subject_identifier i where i.subject_id = s.id and i.key_id is distinct from $1)
       order by s.id limit $3`,
      [keyId, after, size],
    );
  }

  /** Removes the hashes of a person's numbers, to be made anew in the same transaction. */
  async forgetNumbers(subjectId: string): Promise<void> {
    await this.database.execute('delete from subject_identifier where subject_id = $1', [subjectId]);
  }

  async countStaleSearches(keyId: string): Promise<number> {
    return this.count(
      `select count(distinct exchange_id)::int as count from exchange_search where blind_key is distinct from $1`,
      keyId,
    );
  }

  /** Exchanges whose search rows were written under another key, or by a migration. */
  async staleSearches(keyId: string, after: string | null, size: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select distinct exchange_id as id from exchange_search
       where blind_key is distinct from $1 and ($2::uuid is null or exchange_id > $2::uuid) order by 1 limit $3`,
      [keyId, after, size],
    );
    return rows.map(({ id }) => id);
  }

  private async count(sql: string, ...params: readonly unknown[]): Promise<number> {
    return (await this.database.one<{ count: number }>(sql, params))?.count ?? 0;
  }
}
