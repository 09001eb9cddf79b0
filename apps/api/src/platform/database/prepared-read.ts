import { Injectable } from '@nestjs/common';
import type { Client, QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';
import { Presence } from './presence';
import { Trips } from './trip';

/** A statement that is planned once per connection and then only run. */
export interface PreparedStatement {
  /** Unique in the product; the connection knows the plan by it. */
  readonly name: string;
  readonly text: string;
}

/**
 * Reads outside of any transaction, in one round trip and without planning anew: for what is asked before anybody
 * knows who is asking, once per request. No row-level security setting stands in such a read; it is for tables
 * that have none.
 */
@Injectable()
export class PreparedRead {
  constructor(
    private readonly dataSource: DataSource,
    private readonly presence: Presence,
  ) {}

  /** The first row of a statement, or null. */
  async one<Row extends QueryResultRow>(
    { name, text }: PreparedStatement,
    values: readonly unknown[],
  ): Promise<Row | null> {
    this.presence.require();
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as Client;
      const { rows } = await this.presence.during(client, () =>
        new Trips(client).ask({ name, text, values }),
      );
      // The statement names its columns, and so its row.
      return (rows[0] as Row | undefined) ?? null;
    } finally {
      await runner.release();
    }
  }
}
