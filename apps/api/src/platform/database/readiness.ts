import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Presence } from './presence';

/** A monitor that waits longer takes the process for dead. */
const PATIENCE_MS = 1_500;

/** Asks whether the database can do its work. */
@Injectable()
export class Readiness {
  constructor(
    private readonly dataSource: DataSource,
    private readonly presence: Presence,
  ) {}

  /** True when the database answers soon and is no standby; never throws. */
  async takesWrites(): Promise<boolean> {
    if (!this.presence.isHere) return false;
    const late = new AbortController();
    try {
      return await Promise.race([
        this.ask(),
        sleep(PATIENCE_MS, false, { signal: late.signal }).catch(() => false),
      ]);
    } finally {
      late.abort();
    }
  }

  private async ask(): Promise<boolean> {
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
