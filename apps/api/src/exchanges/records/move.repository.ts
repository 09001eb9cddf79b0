import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import type { MoveRow } from './exchange.row';

const COLUMNS = `id, exchange_id as "exchangeId", sequence, move, side, account_id as "accountId",
  client_id as "clientId", unit_id as "unitId", at, reason_code as "reasonCode", note,
  agreement_version_id as "agreementVersionId", agreement_clause as "agreementClause",
  message_id as "messageId", state_after as "stateAfter", idempotency_key as "idempotencyKey"`;

/** Appends and reads moves; nothing here can change one. */
@Injectable()
export class MoveRepository {
  constructor(private readonly database: Database) {}

  /** All moves of an exchange, in order. */
  async of(exchangeId: string): Promise<MoveRow[]> {
    return this.database.query<MoveRow>(
      `select ${COLUMNS} from exchange_move where exchange_id = $1 order by sequence`,
      [exchangeId],
    );
  }

  /** Appends the next move; its sequence number follows the last one, and a race for it fails as a conflict. */
  async append(move: Omit<MoveRow, 'sequence'>): Promise<void> {
    await this.database.execute(
      `insert into exchange_move (id, exchange_id, sequence, move, side, account_id, client_id, unit_id, at,
         reason_code, note, agreement_version_id, agreement_clause, message_id, state_after, idempotency_key)
       select $1, $2, coalesce(max(sequence), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15
       from exchange_move where exchange_id = $2`,
      [
        move.id,
        move.exchangeId,
        move.move,
        move.side,
        move.accountId,
        move.clientId,
        move.unitId,
        move.at,
        move.reasonCode,
        move.note,
        move.agreementVersionId,
        move.agreementClause,
        move.messageId,
        move.stateAfter,
        move.idempotencyKey,
      ],
    );
  }
}
