import type { Database } from '../platform/database';
import type { Row } from './rows';

/** A table that reference data go into: its columns, and those that name a row. */
export interface ReferenceTable {
  readonly name: string;
  readonly key: readonly string[];
  /** A condition on rows that belong to somebody else by now and stay as they are. */
  readonly keptBy?: string;
}

/** Writes rows of reference data; table and column names come from this folder only, never from outside. */
export class ReferenceRowsRepository {
  constructor(private readonly database: Database) {}

  /** Inserts rows, and brings rows that are there already up to date. Returns how many were written. */
  async upsert({ name, key, keptBy }: ReferenceTable, rows: readonly Row[]): Promise<number> {
    const columns = columnsOf(rows);
    const rest = columns.filter((column) => !key.includes(column));
    const old = rest.map((column) => `${name}.${column}`).join(', ');
    const changed = rest.map((column) => `excluded.${column}`).join(', ');
    return this.insert(
      name,
      rows,
      `on conflict (${key.join(', ')}) do update set ${rest.map((column) => `${column} = excluded.${column}`).join(', ')}
       where row(${old}) is distinct from row(${changed})${keptBy === undefined ? '' : ` and not ${name}.${keptBy}`}`,
    );
  }

  /** Inserts rows that are not there yet and leaves the others to whoever keeps them. Returns how many were new. */
  async insertMissing(name: string, rows: readonly Row[]): Promise<number> {
    return this.insert(name, rows, 'on conflict do nothing');
  }

  /** The ids of rows by their codes. */
  async idsByCode(table: string, column = 'code'): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ id: string; code: string }>(
      `select id, ${column} as code from ${table}`,
    );
    return new Map(rows.map(({ id, code }) => [code, id]));
  }

  private async insert(name: string, rows: readonly Row[], conflict: string): Promise<number> {
    if (rows.length === 0) return 0;
    const columns = columnsOf(rows).join(', ');
    return this.database.execute(
      `insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, $1) ${conflict}`,
      [JSON.stringify(rows)],
    );
  }
}

const columnsOf = ([first]: readonly Row[]): string[] => Object.keys(first ?? {});
