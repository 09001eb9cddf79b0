import { Injectable } from '@nestjs/common';
import { SecretBox } from '../../platform/crypto';
import { Database } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import type { Draft, DraftContent, DraftKey, DraftSave } from './draft';

interface DraftRow {
  readonly sealed: string;
  readonly version: number;
  readonly savedAt: Date;
  readonly savedBy: string;
}

const PURPOSE = 'exchange-draft';
const contextOf = ({ exchangeId, part }: DraftKey): string => `${exchangeId}:${part}`;

/** Keeps drafts sealed at rest: they hold a person's numbers before anything was sent. */
@Injectable()
export class DraftRepository {
  constructor(
    private readonly database: Database,
    private readonly box: SecretBox,
  ) {}

  /** The draft of a part, or null; another unit's drafts are never found. */
  async find(key: DraftKey): Promise<Draft | null> {
    const row = await this.database.one<DraftRow>(
      `select sealed, version, saved_at as "savedAt", saved_by as "savedBy"
       from exchange_draft where exchange_id = $1 and part = $2`,
      [key.exchangeId, key.part],
    );
    if (row === null) return null;
    const { sealed, ...rest } = row;
    // Sealed by this class and nobody else, so the shape is known.
    const opened = JSON.parse(
      this.box.open(PURPOSE, contextOf(key), sealed).toString('utf8'),
    ) as DraftContent;
    return { ...opened, ...rest };
  }

  /**
   * Adds the first version of a draft.
   * @throws DomainError request.stale when somebody else has begun one meanwhile.
   */
  async insert(save: DraftSave, draft: DraftContent): Promise<void> {
    const { exchangeId, part, unitId, at, by } = save;
    const added = await this.database.execute(
      `insert into exchange_draft (exchange_id, part, unit_id, sealed, saved_at, saved_by)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [exchangeId, part, unitId, this.seal(save, draft), at, by],
    );
    if (added !== 1) throw new DomainError('request.stale');
  }

  /**
   * Replaces a draft that still has the version the officer saw.
   * @throws DomainError request.stale when somebody else saved meanwhile.
   */
  async replace(save: DraftSave, version: number, draft: DraftContent): Promise<void> {
    const touched = await this.database.execute(
      `update exchange_draft set sealed = $4, version = version + 1, saved_at = $5, saved_by = $6
       where exchange_id = $1 and part = $2 and version = $3`,
      [save.exchangeId, save.part, version, this.seal(save, draft), save.at, save.by],
    );
    if (touched !== 1) throw new DomainError('request.stale');
  }

  /** Removes a draft that has been sent or discarded. */
  async remove({ exchangeId, part }: DraftKey): Promise<void> {
    await this.database.execute(`delete from exchange_draft where exchange_id = $1 and part = $2`, [
      exchangeId,
      part,
    ]);
  }

  private seal(key: DraftKey, { content, subject }: DraftContent): string {
    return this.box.seal(PURPOSE, contextOf(key), JSON.stringify({ content, subject }));
  }
}
