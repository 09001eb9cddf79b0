import { Injectable } from '@nestjs/common';
import { type AccountRow, selectAccounts } from '../../access';
import { SELECT_UNITS, type UnitRow } from '../../directory';
import { Database, prepared, rowsAsJson } from '../../platform/database';
import type { ListLook } from '../records/list-request';
import type { ExchangeRow } from '../records/exchange.row';

/** The offices and people some rows name, as they lie in the table. */
export interface NamedRows {
  readonly units: readonly UnitRow[];
  readonly people: readonly AccountRow[];
}

const UNITS = rowsAsJson(`${SELECT_UNITS} where unit.id = any ($1::uuid[])`);
const PEOPLE = rowsAsJson(`${selectAccounts('$3')} where a.id = any ($2::uuid[])`);

/** What nobody asks for costs no look into its table. */
const NAMED = prepared(`select case when cardinality($1::uuid[]) > 0 then ${UNITS} end as units,
  case when cardinality($2::uuid[]) > 0 then ${PEOPLE} end as people`);

/** Looks up names for rows that were read without them, in one statement of the same transaction. */
@Injectable()
export class NamesRepository {
  constructor(private readonly database: Database) {}

  /** The offices and handlers of the rows, as far as a page shows them. */
  async of(rows: readonly ExchangeRow[], { units, people }: ListLook, day: string): Promise<NamedRows> {
    const unitIds = units ? idsOf(rows.flatMap((row) => [row.requestingUnitId, row.replyingUnitId])) : [];
    const accountIds = people
      ? idsOf(rows.flatMap((row) => [row.requesterHandlerId, row.replierHandlerId]))
      : [];
    if (unitIds.length + accountIds.length === 0) return { units: [], people: [] };
    const found = await this.database.one<Partial<{ [Name in keyof NamedRows]: NamedRows[Name] | null }>>(
      NAMED,
      [unitIds, accountIds, day],
    );
    return { units: found?.units ?? [], people: found?.people ?? [] };
  }
}

const idsOf = (ids: readonly (string | null)[]): string[] => [
  ...new Set(ids.filter((id): id is string => id !== null)),
];
