import { Injectable } from '@nestjs/common';
import type { FileScan } from '@soc-coop/contracts';
import { Database } from '../../platform/database';
import type { ContentRow } from './file.row';

const COLUMNS = `id, exchange_id as "exchangeId", address, size, wrapped_key as "wrappedKey", scan`;

/** Keeps account of stored contents. */
@Injectable()
export class ContentRepository {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<ContentRow | null> {
    return this.database.one<ContentRow>(`select ${COLUMNS} from exchange_file_content where id = $1`, [id]);
  }

  /**
   * Adds a content, or finds the equal one the exchange has already. The row is locked against being swept away
   * before the file that points to it is there; one that is being swept away just now is added anew.
   */
  async keep(content: ContentRow, at: Date): Promise<ContentRow> {
    for (;;) {
      await this.database.execute(
        `insert into exchange_file_content (id, exchange_id, address, size, wrapped_key, stored_at)
         values ($1, $2, $3, $4, $5, $6) on conflict (exchange_id, address) do nothing`,
        [content.id, content.exchangeId, content.address, content.size, content.wrappedKey, at],
      );
      const kept = await this.database.one<ContentRow>(
        `select ${COLUMNS} from exchange_file_content where exchange_id = $1 and address = $2 for key share`,
        [content.exchangeId, content.address],
      );
      if (kept !== null) return kept;
    }
  }

  /** Some of the contents no scanner has judged yet, in the order of their ids, from one on or from the first. */
  async unscanned(most: number, after: string | null): Promise<ContentRow[]> {
    return this.database.query<ContentRow>(
      `select ${COLUMNS} from exchange_file_content where scan = 'PENDING' and ($2::uuid is null or id > $2)
       order by id limit $1`,
      [most, after],
    );
  }

  /** Writes down what the scanner said, once; says whether it was the first to. */
  async judge(id: string, scan: Exclude<FileScan, 'PENDING'>, scanner: string, at: Date): Promise<boolean> {
    return (
      (await this.database.execute(
        `update exchange_file_content set scan = $2, scanner = $3, scanned_at = $4
         where id = $1 and scan = 'PENDING'`,
        [id, scan, scanner, at],
      )) === 1
    );
  }

  /**
   * Forgets contents no file points to any more and says which they were; those somebody is busy with are left for
   * the next time.
   */
  async removeUnused(most: number): Promise<readonly string[]> {
    const rows = await this.database.query<{ id: string }>(
      `with unused as (
         select id from exchange_file_content c
         where not exists (select from exchange_file f where f.content_id = c.id)
         order by stored_at limit $1 for update skip locked)
       delete from exchange_file_content where id in (select id from unused) returning id`,
      [most],
    );
    return rows.map(({ id }) => id);
  }
}
