import { Injectable } from '@nestjs/common';
import { Database, type ReadStatement } from '../../platform/database';

/** The wrapped key of an exchange ($1). */
export const KEY_OF: ReadStatement = {
  text: `select wrapped_key as "wrappedKey" from exchange_key where exchange_id = $1`,
  instants: [],
};

/** Stores the wrapped data key of each exchange; nothing here can change one. */
@Injectable()
export class ExchangeKeyRepository {
  constructor(private readonly database: Database) {}

  /** The wrapped key of an exchange, or null while nothing of it is sealed. */
  async find(exchangeId: string): Promise<string | null> {
    const row = await this.database.one<{ wrappedKey: string }>(KEY_OF, [exchangeId]);
    return row?.wrappedKey ?? null;
  }

  /** Keeps the first wrapped key of an exchange and gives the one that stands: of two writers one wins. */
  async keep(exchangeId: string, wrappedKey: string): Promise<string> {
    await this.database.execute(
      `insert into exchange_key (exchange_id, wrapped_key) values ($1, $2) on conflict do nothing`,
      [exchangeId, wrappedKey],
    );
    return (await this.find(exchangeId)) ?? wrappedKey;
  }
}
