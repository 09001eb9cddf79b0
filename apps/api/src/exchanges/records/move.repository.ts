import { Injectable } from '@nestjs/common';
import { Database, type ReadStatement, together } from '../../platform/database';
import { type ExchangeBox, ExchangeKeys } from './exchange-keys';
import type { MoveRow } from './exchange.row';

/** What remarks are sealed for, beside the exchange and the move they belong to. */
export const NOTE_PURPOSE = 'move-note';

const COLUMNS = `id, exchange_id as "exchangeId", sequence, move, side, account_id as "accountId",
  client_id as "clientId", unit_id as "unitId", at, reason_code as "reasonCode",
  agreement_version_id as "agreementVersionId", agreement_clause as "agreementClause",
  message_id as "messageId", date::text as date, to_unit_id as "toUnitId",
  to_account_id as "toAccountId", content_sha256 as "contentSha256", internal,
  state_after as "stateAfter", idempotency_key as "idempotencyKey"`;

/** The moves of an exchange ($1), every remark left closed. */
export const MOVES_OF: ReadStatement = {
  text: `select ${COLUMNS}, null as note from exchange_move where exchange_id = $1 order by sequence`,
  instants: ['at'],
};

/** The same with the remarks as they lie in the table. */
export const MOVES_WITH_NOTES: ReadStatement = {
  text: `select ${COLUMNS}, note, sealed_note as "sealedNote",
      (select k.wrapped_key from exchange_key k where k.exchange_id = $1) as "wrappedKey"
    from exchange_move where exchange_id = $1 order by sequence`,
  instants: ['at'],
};

const APPEND =
  together(`insert into exchange_move (id, exchange_id, sequence, move, side, account_id, client_id, unit_id, at,
    reason_code, sealed_note, agreement_version_id, agreement_clause, message_id, date, state_after, idempotency_key,
    to_unit_id, to_account_id, content_sha256, internal)
  values ($1, $2, soc_next_sequence($2), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
    $17, $18, $19, $20)`);

/** A remark as it lies in the table, with the key of its exchange. */
interface SealedNote {
  readonly sealedNote: string | null;
  readonly wrappedKey: string | null;
}

/** Appends and reads moves; nothing here can change one. */
@Injectable()
export class MoveRepository {
  /** What was opened of a row hangs on it: a row that is told once is opened once (docs/adr/0033). */
  private readonly opened = new WeakMap<MoveRow & SealedNote, MoveRow>();

  constructor(
    private readonly database: Database,
    private readonly keys: ExchangeKeys,
  ) {}

  /** All moves of an exchange, in order, with every remark left closed: for rules, which need none. */
  async of(exchangeId: string): Promise<MoveRow[]> {
    return this.database.query<MoveRow>(MOVES_OF, [exchangeId]);
  }

  /** When the last move of an exchange was made, as it stands now and not as it was read ahead. */
  async lastAt(exchangeId: string): Promise<Date | null> {
    const last = await this.database.one<{ at: Date }>(
      'select at from exchange_move where exchange_id = $1 order by sequence desc limit 1',
      [exchangeId],
    );
    return last?.at ?? null;
  }

  /** The same with the remarks opened; the policy has let the reader pass. */
  async withNotes(exchangeId: string): Promise<MoveRow[]> {
    const rows = await this.database.query<MoveRow & SealedNote>(MOVES_WITH_NOTES, [exchangeId]);
    const boxOf = this.keys.opener(exchangeId);
    return rows.map((row) => {
      const known = this.opened.get(row) ?? withNote(boxOf, row);
      this.opened.set(row, known);
      return known;
    });
  }

  /**
   * Appends the next move; its sequence number follows the last one, and a race for it fails as a conflict. It
   * travels with whatever comes next.
   */
  async append(move: Omit<MoveRow, 'sequence'>): Promise<void> {
    const sealedNote = await this.sealed(move);
    this.database.sendTogether(APPEND, [
      move.id,
      move.exchangeId,
      move.move,
      move.side,
      move.accountId,
      move.clientId,
      move.unitId,
      move.at,
      move.reasonCode,
      sealedNote,
      move.agreementVersionId,
      move.agreementClause,
      move.messageId,
      move.date,
      move.stateAfter,
      move.idempotencyKey,
      move.toUnitId,
      move.toAccountId,
      move.contentSha256,
      move.internal,
    ]);
  }

  /** Remarks are written by officers about persons, so they lie sealed like contents do. */
  private async sealed({
    id,
    exchangeId,
    note,
  }: Pick<MoveRow, 'id' | 'exchangeId' | 'note'>): Promise<string | null> {
    if (note === null || note === '') return null;
    return (await this.keys.forWriting(exchangeId)).seal(NOTE_PURPOSE, id, note);
  }
}

const withNote = (
  boxOf: (wrappedKey: string) => ExchangeBox,
  { sealedNote, wrappedKey, ...row }: MoveRow & SealedNote,
): MoveRow =>
  sealedNote === null || wrappedKey === null
    ? row
    : { ...row, note: boxOf(wrappedKey).open(NOTE_PURPOSE, row.id, sealedNote) };
