import { Injectable } from '@nestjs/common';
import { Database, prepared, type ReadStatement } from '../../platform/database';
import { type ExchangeBox, ExchangeKeys } from './exchange-keys';
import type { MessageHead, MessageRow } from './exchange.row';

/** What contents are sealed for, beside the exchange and the message they belong to. */
export const CONTENT_PURPOSE = 'message-content';

const HEAD = `m.id, m.exchange_id as "exchangeId", m.kind, m.version, m.side, m.author_id as "authorId",
  m.author_unit_id as "authorUnitId", m.language, m.content_sha256 as "contentSha256",
  m.completeness, m.quality_mark as "qualityMark", m.sent_at as "sentAt"`;

/** The messages of an exchange ($1) without their contents, oldest first. */
export const MESSAGE_HEADS_OF: ReadStatement = {
  text: `select ${HEAD} from exchange_message m where m.exchange_id = $1 order by m.sent_at, m.version`,
  instants: ['sentAt'],
};

/** The same with the contents as they lie in the table. */
export const MESSAGES_OF: ReadStatement = {
  text: `select ${HEAD}, m.content, m.sealed, k.wrapped_key as "wrappedKey"
    from exchange_message m left join exchange_key k on k.exchange_id = m.exchange_id
    where m.exchange_id = $1 order by m.sent_at, m.version`,
  instants: ['sentAt'],
};

/** A content as it lies in the table: sealed, or in clear where it was sent before contents were sealed. */
interface StoredMessage extends MessageHead {
  readonly content: Record<string, unknown> | null;
  readonly sealed: string | null;
  readonly wrappedKey: string | null;
}

/** Adds and reads sent contents, sealed at rest under the key of their exchange; nothing here can change one. */
@Injectable()
export class MessageRepository {
  /** What was opened of a row hangs on it: a row that is told once is opened once (docs/adr/0033). */
  private readonly opened = new WeakMap<StoredMessage, MessageRow>();

  constructor(
    private readonly database: Database,
    private readonly keys: ExchangeKeys,
  ) {}

  /** All messages of an exchange without their contents, oldest first: for those who may not read them. */
  async heads(exchangeId: string): Promise<MessageHead[]> {
    return this.database.query<MessageHead>(MESSAGE_HEADS_OF, [exchangeId]);
  }

  /** All messages of an exchange with their contents opened, oldest first; the policy has let the reader pass. */
  async of(exchangeId: string): Promise<MessageRow[]> {
    const rows = await this.database.query<StoredMessage>(MESSAGES_OF, [exchangeId]);
    const boxOf = this.keys.opener(exchangeId);
    return rows.map((row) => {
      const known = this.opened.get(row) ?? withContent(boxOf, row);
      this.opened.set(row, known);
      return known;
    });
  }

  /** Adds the next version of a kind of message; a race for it fails as a conflict. It travels with whatever comes next. */
  async insert(message: MessageRow): Promise<void> {
    const box = await this.keys.forWriting(message.exchangeId);
    this.database.send(
      prepared(`insert into exchange_message (id, exchange_id, kind, version, side, author_id, author_unit_id, language,
         sealed, content_sha256, completeness, quality_mark, sent_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`),
      [
        message.id,
        message.exchangeId,
        message.kind,
        message.version,
        message.side,
        message.authorId,
        message.authorUnitId,
        message.language,
        box.seal(CONTENT_PURPOSE, message.id, JSON.stringify(message.content)),
        message.contentSha256,
        message.completeness,
        message.qualityMark,
        message.sentAt,
      ],
    );
  }
}

const withContent = (
  boxOf: (wrappedKey: string) => ExchangeBox,
  { sealed, wrappedKey, content, ...head }: StoredMessage,
): MessageRow => ({ ...head, content: content ?? opened(boxOf, head, sealed, wrappedKey) });

const opened = (
  boxOf: (wrappedKey: string) => ExchangeBox,
  { id }: MessageHead,
  sealed: string | null,
  wrappedKey: string | null,
): Record<string, unknown> => {
  if (sealed === null || wrappedKey === null) throw new Error(`the content of message ${id} is gone`);
  // Sealed by the repository and nobody else, so the shape is known.
  return JSON.parse(boxOf(wrappedKey).open(CONTENT_PURPOSE, id, sealed)) as Record<string, unknown>;
};
