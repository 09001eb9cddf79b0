import type { Database } from '../database';

/** Where sealed values lie. Names come from code, never from input. */
export interface SealedPlace {
  readonly table: string;
  readonly column: string;
  /** The columns of the primary key with their types; joined by colons, they are the context values are sealed in. */
  readonly key: readonly (readonly [name: string, type: 'uuid' | 'text'])[];
}

/** One sealed value. */
export interface SealedRow {
  readonly context: string;
  readonly sealed: string;
}

/** Reads and replaces the sealed values of one column, whichever table they lie in. */
export class SealedColumnRepository {
  private readonly context: string;

  constructor(
    private readonly database: Database,
    private readonly place: SealedPlace,
  ) {
    this.context = place.key.map(([name]) => `${name}::text`).join(` || ':' || `);
  }

  /** How many values are not sealed by a key. */
  async countUnder(keyId: string): Promise<number> {
    const { table, column } = this.place;
    const row = await this.database.one<{ count: number }>(
      `select count(*)::int as count from ${table} where ${column} is not null and ${column} not like $1`,
      [`v1.${keyId}.%`],
    );
    return row?.count ?? 0;
  }

  /** Values not sealed by a key, in the order of their contexts, from a place on. */
  async under(keyId: string, after: string | null, size: number): Promise<SealedRow[]> {
    const { table, column } = this.place;
    return this.database.query<SealedRow>(
      `select * from (select ${this.context} as context, ${column} as sealed from ${table}
         where ${column} is not null and ${column} not like $1) found
       where $2::text is null or context > $2 order by context limit $3`,
      [`v1.${keyId}.%`, after, size],
    );
  }

  /** Replaces a value that is still the one that was read. */
  async replace(context: string, sealed: string, renewed: string): Promise<void> {
    const { table, column, key } = this.place;
    const parts = context.split(':');
    const where = key.map(([name, type], at) => `${name} = $${at + 3}::${type}`).join(' and ');
    await this.database.execute(`update ${table} set ${column} = $1 where ${column} = $2 and ${where}`, [
      renewed,
      sealed,
      ...parts,
    ]);
  }
}
