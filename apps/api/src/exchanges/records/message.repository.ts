import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import type { MessageRow } from './exchange.row';

const COLUMNS = `id, exchange_id as "exchangeId", kind, version, side, author_id as "authorId",
  author_unit_id as "authorUnitId", language, content, content_sha256 as "contentSha256",
  completeness, quality_mark as "qualityMark", sent_at as "sentAt"`;

/** Adds and reads sent contents; nothing here can change one. */
@Injectable()
export class MessageRepository {
  constructor(private readonly database: Database) {}

  /** All messages of an exchange, oldest first. */
  async of(exchangeId: string): Promise<MessageRow[]> {
    return this.database.query<MessageRow>(
      `select ${COLUMNS} from exchange_message where exchange_id = $1 order by sent_at, version`,
      [exchangeId],
    );
  }

  /** Adds the next version of a kind of message; a race for it fails as a conflict. */
  async insert(message: MessageRow): Promise<void> {
    await this.database.execute(
      `insert into exchange_message (id, exchange_id, kind, version, side, author_id, author_unit_id, language,
         content, content_sha256, completeness, quality_mark, sent_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        message.id,
        message.exchangeId,
        message.kind,
        message.version,
        message.side,
        message.authorId,
        message.authorUnitId,
        message.language,
        JSON.stringify(message.content),
        message.contentSha256,
        message.completeness,
        message.qualityMark,
        message.sentAt,
      ],
    );
  }
}
