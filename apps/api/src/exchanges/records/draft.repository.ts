import { Injectable } from '@nestjs/common';
import type { ExchangeState } from '@soc-coop/contracts';
import { SecretBox } from '../../platform/crypto';
import { Database, type ReadStatement } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import type { Draft, DraftContent, DraftKey, DraftSave } from './draft';

interface DraftRow extends Omit<Draft, keyof DraftContent> {
  readonly sealed: string;
}

/** What is noted of a draft that goes to a second officer. */
interface Submission {
  readonly by: string;
  readonly at: Date;
  readonly sha256: string;
  /** Who attached its files: they have a hand in it like those who wrote. */
  readonly attachedBy: readonly string[];
}

/** The draft of a part ($2) of an exchange ($1), sealed. */
export const DRAFT_OF: ReadStatement = {
  text: `select sealed, version, saved_at as "savedAt", saved_by as "savedBy", writers,
      submitted_by as "submittedBy", submitted_at as "submittedAt", submitted_sha256 as "submittedSha256",
      approved_by as "approvedBy",
      approved_at as "approvedAt", approved_sha256 as "approvedSha256"
    from exchange_draft where exchange_id = $1 and part = $2`,
  instants: ['savedAt', 'submittedAt', 'approvedAt'],
};

/** What the master key seals drafts for. */
export const DRAFT_PURPOSE = 'exchange-draft';
const contextOf = ({ exchangeId, part }: DraftKey): string => `${exchangeId}:${part}`;

/** Keeps drafts sealed at rest: they hold a person's numbers before anything was sent. */
@Injectable()
export class DraftRepository {
  /** What was opened of a row hangs on it: a row that is told once is opened once (docs/adr/0033). */
  private readonly opened = new WeakMap<DraftRow, Draft>();

  constructor(
    private readonly database: Database,
    private readonly box: SecretBox,
  ) {}

  /** The draft of a part, or null; another unit's drafts are never found. */
  async find(key: DraftKey): Promise<Draft | null> {
    const row = await this.database.one<DraftRow>(DRAFT_OF, [key.exchangeId, key.part]);
    if (row === null) return null;
    const draft = this.opened.get(row) ?? this.open(key, row);
    this.opened.set(row, draft);
    return draft;
  }

  /** Everybody who had a hand in a draft: wrote in it, attached to it or submitted it; nothing of it is opened. */
  async handsIn({ exchangeId, part }: DraftKey): Promise<readonly string[]> {
    const row = await this.database.one<{ hands: readonly string[] }>(
      `select array_remove(writers || saved_by || submitted_by, null) as hands
       from exchange_draft where exchange_id = $1 and part = $2`,
      [exchangeId, part],
    );
    return row?.hands ?? [];
  }

  /**
   * Adds the first version of a draft.
   * @throws DomainError exchange.changedMeanwhile when somebody else has begun one meanwhile.
   */
  async insert(save: DraftSave, draft: DraftContent): Promise<void> {
    const { exchangeId, part, unitId, at, by } = save;
    const added = await this.database.execute(
      `insert into exchange_draft (exchange_id, part, unit_id, sealed, saved_at, saved_by, writers)
       values ($1, $2, $3, $4, $5, $6, array[$6::uuid]) on conflict do nothing`,
      [exchangeId, part, unitId, this.seal(save, draft), at, by],
    );
    if (added !== 1) throw await this.changedMeanwhile(save);
  }

  /**
   * Replaces a draft that still has the version the officer saw.
   * @throws DomainError exchange.changedMeanwhile when somebody else saved meanwhile.
   */
  async replace(save: DraftSave, version: number, draft: DraftContent): Promise<void> {
    const touched = await this.database.execute(
      `update exchange_draft set sealed = $4, version = version + 1, saved_at = $5, saved_by = $6,
         writers = case when $6::uuid = any(writers) then writers else writers || array[saved_by, $6::uuid] end
       where exchange_id = $1 and part = $2 and version = $3`,
      [save.exchangeId, save.part, version, this.seal(save, draft), save.at, save.by],
    );
    if (touched !== 1) throw await this.changedMeanwhile(save);
  }

  /** Notes that a draft waits for a second officer. */
  async submit({ exchangeId, part }: DraftKey, { by, at, sha256, attachedBy }: Submission): Promise<void> {
    await this.database.execute(
      `update exchange_draft set submitted_by = $3, submitted_at = $4, submitted_sha256 = $5, approved_by = null,
         approved_at = null, approved_sha256 = null,
         writers = array(select distinct unnest(writers || saved_by || $6::uuid[]))
       where exchange_id = $1 and part = $2`,
      [exchangeId, part, by, at, sha256, attachedBy],
    );
  }

  /** Notes that somebody had a hand in a draft without saving it: a file was taken out of it. */
  async addWriter({ exchangeId, part }: DraftKey, by: string): Promise<void> {
    await this.database.execute(
      `update exchange_draft set writers = writers || array[saved_by, $3::uuid]
       where exchange_id = $1 and part = $2 and not ($3::uuid = any(writers))`,
      [exchangeId, part, by],
    );
  }

  /** Notes who approved a draft, and the hash of what was approved. */
  async approve({ exchangeId, part }: DraftKey, by: string, at: Date, sha256: string): Promise<void> {
    await this.database.execute(
      `update exchange_draft set approved_by = $3, approved_at = $4, approved_sha256 = $5
       where exchange_id = $1 and part = $2`,
      [exchangeId, part, by, at, sha256],
    );
  }

  /** Forgets that a draft was submitted or approved: it was sent back to be written on. */
  async sendBack({ exchangeId, part }: DraftKey): Promise<void> {
    await this.database.execute(
      `update exchange_draft set submitted_by = null, submitted_at = null, submitted_sha256 = null,
         approved_by = null, approved_at = null, approved_sha256 = null where exchange_id = $1 and part = $2`,
      [exchangeId, part],
    );
  }

  /** Removes a draft that has been sent or discarded. */
  remove({ exchangeId, part }: DraftKey): void {
    this.database.send(`delete from exchange_draft where exchange_id = $1 and part = $2`, [exchangeId, part]);
  }

  /** The same answer as for a move on what is no longer so: where the case stands, and when the draft was saved last. */
  private async changedMeanwhile({ exchangeId, part }: DraftKey): Promise<DomainError> {
    const now = await this.database.one<{ state: ExchangeState; at: Date }>(
      `select e.state, coalesce(d.saved_at, e.state_since) as at
       from exchange e left join exchange_draft d on d.exchange_id = e.id and d.part = $2 where e.id = $1`,
      [exchangeId, part],
    );
    if (now === null) return new DomainError('exchange.notFound');
    return new DomainError('exchange.changedMeanwhile', { state: now.state, at: now.at.toISOString() });
  }

  private open(key: DraftKey, { sealed, ...rest }: DraftRow): Draft {
    // Sealed by this class and nobody else, so the shape is known.
    const content = JSON.parse(
      this.box.open(DRAFT_PURPOSE, contextOf(key), sealed).toString('utf8'),
    ) as DraftContent;
    return { ...content, ...rest };
  }

  private seal(key: DraftKey, { content, subject, marks, said }: DraftContent): string {
    return this.box.seal(DRAFT_PURPOSE, contextOf(key), JSON.stringify({ content, subject, marks, said }));
  }
}
