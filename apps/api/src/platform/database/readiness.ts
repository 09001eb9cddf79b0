import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Asks whether the database can do its work. */
@Injectable()
export class Readiness {
  constructor(private readonly dataSource: DataSource) {}

  /** True when the database answers and is no standby; never throws. */
  async takesWrites(): Promise<boolean> {
    try {
      const rows: { standby: boolean }[] = await this.dataSource.query(
        'select pg_is_in_recovery() as standby',
      );
      return rows[0]?.standby === false;
    } catch {
      return false;
    }
  }
}
