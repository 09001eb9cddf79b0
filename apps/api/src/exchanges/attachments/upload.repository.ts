import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import type { DraftPart } from '../records/draft';
import type { UploadPartRow, UploadRow } from './file.row';

const COLUMNS = `id, exchange_id as "exchangeId", part, unit_id as "unitId", account_id as "accountId",
  sealed_name as "sealedName", wrapped_key as "wrappedKey", length, received, file_id as "fileId",
  expires_at as "expiresAt"`;

/** Keeps account of uploads; row-level security hides those of other units. */
@Injectable()
export class UploadRepository {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<UploadRow | null> {
    return this.database.one<UploadRow>(`select ${COLUMNS} from exchange_upload where id = $1`, [id]);
  }

  /** The same, locked until the transaction ends: an upload becomes a file once. */
  async findLocked(id: string): Promise<UploadRow | null> {
    return this.database.one<UploadRow>(`select ${COLUMNS} from exchange_upload where id = $1 for update`, [
      id,
    ]);
  }

  async insert(upload: UploadRow, at: Date): Promise<void> {
    await this.database.execute(
      `insert into exchange_upload (id, exchange_id, part, unit_id, account_id, sealed_name, wrapped_key, length,
         created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        upload.id,
        upload.exchangeId,
        upload.part,
        upload.unitId,
        upload.accountId,
        upload.sealedName,
        upload.wrappedKey,
        upload.length,
        at,
        upload.expiresAt,
      ],
    );
  }

  /** Uploads to a draft that may still become files. */
  async countUnfinished(exchangeId: string, part: DraftPart, now: Date): Promise<number> {
    const row = await this.database.one<{ count: number }>(
      `select count(*)::int as count from exchange_upload
       where exchange_id = $1 and part = $2 and file_id is null and expires_at > $3`,
      [exchangeId, part, now],
    );
    return row?.count ?? 0;
  }

  /**
   * Counts bytes that are safe in the store.
   * @throws DomainError file.offsetWrong when another connection was faster: its bytes count, these do not.
   */
  async addPart(uploadId: string, { at, length, storeKey }: UploadPartRow): Promise<void> {
    const touched = await this.database.execute(
      `update exchange_upload set received = $2 + $3 where id = $1 and received = $2 and file_id is null`,
      [uploadId, at, length],
    );
    if (touched !== 1) throw new DomainError('file.offsetWrong');
    await this.database.execute(
      'insert into exchange_upload_part (upload_id, at, length, store_key) values ($1, $2, $3, $4)',
      [uploadId, at, length, storeKey],
    );
  }

  /** The parts in their order. */
  async parts(uploadId: string): Promise<UploadPartRow[]> {
    return this.database.query<UploadPartRow>(
      'select at, length, store_key as "storeKey" from exchange_upload_part where upload_id = $1 order by at',
      [uploadId],
    );
  }

  /** Notes that the bytes have become a file; the parts are of no use any more. */
  async finish(uploadId: string, fileId: string): Promise<void> {
    await this.database.execute('update exchange_upload set file_id = $2 where id = $1', [uploadId, fileId]);
    await this.database.execute('delete from exchange_upload_part where upload_id = $1', [uploadId]);
  }

  async remove(uploadId: string): Promise<void> {
    await this.database.execute('delete from exchange_upload where id = $1', [uploadId]);
  }

  /** Some of the uploads whose time is over. */
  async expired(now: Date, most: number): Promise<UploadRow[]> {
    return this.database.query<UploadRow>(
      `select ${COLUMNS} from exchange_upload where expires_at <= $1 order by expires_at limit $2`,
      [now, most],
    );
  }
}
