import { Injectable } from '@nestjs/common';
import { Database, prepared, type ReadStatement } from '../../platform/database';
import type { DraftPart } from '../records/draft';
import type { FileRow, ScannedFileRow } from './file.row';

const SELECT = `select f.id, f.exchange_id as "exchangeId", f.part, f.unit_id as "unitId",
    f.message_id as "messageId", f.content_id as "contentId", f.sealed, f.media_type as "mediaType", f.size,
    f.added_at as "addedAt", f.added_by as "addedBy", c.scan
  from exchange_file f join exchange_file_content c on c.id = f.content_id`;

/** Every file of an exchange ($1) within reach: those that were sent, and those in drafts of the own unit. */
export const FILES_OF: ReadStatement = {
  text: `${SELECT} where f.exchange_id = $1 order by f.added_at, f.id`,
  instants: ['addedAt'],
};

/** Which draft of whose. */
export interface DraftOfUnit {
  readonly exchangeId: string;
  readonly part: DraftPart;
  readonly unitId: string;
}

/** Reads and writes the files of drafts and messages; what was sent can only be read. */
@Injectable()
export class FileRepository {
  constructor(private readonly database: Database) {}

  /** A file within reach, or null: sent ones of the case, and those of drafts of the own unit. */
  async find(id: string): Promise<ScannedFileRow | null> {
    return this.database.one<ScannedFileRow>(`${SELECT} where f.id = $1`, [id]);
  }

  /** The files of a draft, in the order they were added. */
  async ofDraft({ exchangeId, part, unitId }: DraftOfUnit): Promise<ScannedFileRow[]> {
    return this.database.query<ScannedFileRow>(
      prepared(`${SELECT} where f.exchange_id = $1 and f.part = $2 and f.unit_id = $3 and f.message_id is null
       order by f.added_at, f.id`),
      [exchangeId, part, unitId],
    );
  }

  /** The files a unit has in whatever drafts of exchanges. */
  async inDrafts(exchangeIds: readonly string[], unitId: string): Promise<ScannedFileRow[]> {
    return this.database.query<ScannedFileRow>(
      prepared(`${SELECT} where f.exchange_id = any($1) and f.unit_id = $2 and f.message_id is null
       order by f.added_at, f.id`),
      [exchangeIds, unitId],
    );
  }

  /** Every file of an exchange within reach, in the order they were added. */
  async ofExchange(exchangeId: string): Promise<ScannedFileRow[]> {
    return this.database.query<ScannedFileRow>(FILES_OF, [exchangeId]);
  }

  /** The files of messages, each message's in the order they were added. */
  async ofMessages(messageIds: readonly string[]): Promise<ScannedFileRow[]> {
    return this.database.query<ScannedFileRow>(
      prepared(`${SELECT} where f.message_id = any($1) order by f.added_at, f.id`),
      [messageIds],
    );
  }

  async insert(file: FileRow): Promise<void> {
    await this.database.execute(
      `insert into exchange_file (id, exchange_id, part, unit_id, content_id, sealed, media_type, size, added_at,
         added_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        file.id,
        file.exchangeId,
        file.part,
        file.unitId,
        file.contentId,
        file.sealed,
        file.mediaType,
        file.size,
        file.addedAt,
        file.addedBy,
      ],
    );
  }

  /** Makes files of a draft those of the message it became. */
  async send(ids: readonly string[], messageId: string): Promise<number> {
    return this.database.execute(
      'update exchange_file set message_id = $2 where id = any($1) and message_id is null',
      [ids, messageId],
    );
  }

  /** Takes a file out of its draft; says whether there was one. */
  async remove(id: string): Promise<boolean> {
    return (
      (await this.database.execute('delete from exchange_file where id = $1 and message_id is null', [
        id,
      ])) === 1
    );
  }

  /** Takes the files out of drafts nobody can finish any more. */
  async removeAbandoned(): Promise<number> {
    return this.database.execute(
      `delete from exchange_file f using exchange e
       where e.id = f.exchange_id and f.message_id is null
         and e.state in ('DELETED', 'WITHDRAWN', 'INVALIDATED', 'BLOCKED')`,
    );
  }
}
