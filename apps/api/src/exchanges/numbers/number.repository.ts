import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';

/** Gives numbers for life: per unit and year, running, without gaps. */
@Injectable()
export class NumberRepository {
  constructor(private readonly database: Database) {}

  /**
   * Takes the next running number in the ambient transaction. The row stays locked until it ends: two units of
   * work that send at once get neighbouring numbers, and a rollback gives its number back.
   */
  async next(unitId: string, year: number): Promise<number> {
    const [row] = await this.database.query<{ last: number }>(
      `insert into exchange_number (unit_id, year, last) values ($1, $2, 1)
       on conflict (unit_id, year) do update set last = exchange_number.last + 1 returning last`,
      [unitId, year],
    );
    if (row === undefined) throw new Error('the number table answered nothing');
    return row.last;
  }
}
