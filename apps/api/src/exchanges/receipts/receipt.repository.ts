import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import type { SignedReceipt } from './receipt';

/** Keeps receipts as they were given; nothing here can change one. */
@Injectable()
export class ReceiptRepository {
  constructor(private readonly database: Database) {}

  /** Adds a receipt; a second one for the same message fails as a conflict. */
  async insert({ receipt, protected: header, signature }: SignedReceipt): Promise<void> {
    await this.database.execute(
      `insert into exchange_receipt (id, exchange_id, message_id, receipt, protected, signature, accepted_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        receipt.id,
        receipt.exchange,
        receipt.message.id,
        JSON.stringify(receipt),
        header,
        signature,
        receipt.acceptedAt,
      ],
    );
  }

  /** A receipt within the actor's reach. */
  async find(id: string): Promise<SignedReceipt | null> {
    return this.database.one<SignedReceipt>(
      'select receipt, protected, signature from exchange_receipt where id = $1',
      [id],
    );
  }

  /** All receipts of an exchange, oldest first. */
  async of(exchangeId: string): Promise<SignedReceipt[]> {
    return this.database.query<SignedReceipt>(
      `select receipt, protected, signature from exchange_receipt where exchange_id = $1
       order by accepted_at, id`,
      [exchangeId],
    );
  }
}
