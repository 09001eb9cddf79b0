import type { Database } from '../../platform/database';

const BEGUN = 'demonstration cases';
const TOLD = 'demonstration cases told';

/** Remembers how far the demonstration cases are told. */
export class DemoProgressRepository {
  constructor(private readonly database: Database) {}

  /** True while there is something to tell: not yet told to the end, in a database without cases of its own. */
  async isOpen(): Promise<boolean> {
    if ((await this.at(TOLD)) !== null) return false;
    if ((await this.at(BEGUN)) !== null) return true;
    return (await this.database.one('select 1 from exchange limit 1')) === null;
  }

  /** The instant the story looks back from: when it was begun, also for a seed that was killed and goes on days later. */
  async begin(now: Date): Promise<Date> {
    await this.mark(BEGUN, now);
    return (await this.at(BEGUN)) ?? now;
  }

  /** The exchanges of steps that were made, by the steps' keys. Facts stay; idempotency keys are forgotten one day. */
  async made(prefix: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ key: string; id: string }>(
      `select idempotency_key as key, exchange_id as id from exchange_move where starts_with(idempotency_key, $1)`,
      [prefix],
    );
    return new Map(rows.map(({ key, id }) => [key, id]));
  }

  /** True while signals of moves wait for delivery. */
  async isDelivering(): Promise<boolean> {
    return (
      (await this.database.one(
        `select 1 from outbox where delivered_at is null and topic = 'exchange.moved' limit 1`,
      )) !== null
    );
  }

  /** Everything is told: from now on the cases belong to the people who try the product. */
  async finish(at: Date): Promise<void> {
    await this.mark(TOLD, at);
  }

  private async at(name: string): Promise<Date | null> {
    const row = await this.database.one<{ at: Date }>(
      'select loaded_at as at from data_set where name = $1',
      [name],
    );
    return row === null ? null : new Date(row.at);
  }

  private async mark(name: string, at: Date): Promise<void> {
    await this.database.execute(
      'insert into data_set (name, loaded_at) values ($1, $2) on conflict do nothing',
      [name, at],
    );
  }
}
