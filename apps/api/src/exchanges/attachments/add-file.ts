import { Injectable } from '@nestjs/common';
import { Acts } from '../../platform/acts';
import { Clock } from '../../platform/clock/clock';
import type { Actor } from '../../platform/context';
import { newId } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import { DraftFiles } from './draft-files';
import type { FileLabel, UploadRow } from './file.row';
import { FileRecords } from './file-records';
import { FileVault } from './file-vault';
import { Quarantine } from './quarantine';
import { UploadLimits } from './upload-limits';

/** What was found out about the bytes. */
export interface JudgedFile extends FileLabel {
  readonly mediaType: string;
}

/** Adds the file an upload has become to its draft. */
@Injectable()
export class AddFile {
  constructor(
    private readonly acts: Acts,
    private readonly drafts: DraftFiles,
    private readonly limits: UploadLimits,
    private readonly records: FileRecords,
    private readonly vault: FileVault,
    private readonly quarantine: Quarantine,
    private readonly clock: Clock,
  ) {}

  /**
   * Once per upload, however often it is asked for.
   * @throws DomainError what `DraftFiles.open` throws, file.uploadNotFound, file.tooMany
   */
  async add(actor: Actor, upload: UploadRow, judged: JudgedFile): Promise<string> {
    const resource = { type: 'exchange', id: upload.exchangeId };
    const once = { key: `file.add:${upload.id}`, input: { upload: upload.id } };
    const fileId = await this.acts.perform(actor, { action: 'file.add', resource, once }, async (note) => {
      const { exchangeId, part, unitId, length } = upload;
      await this.drafts.open(actor, exchangeId, part);
      const now = await this.records.uploads.findLocked(upload.id);
      if (now === null) throw new DomainError('file.uploadNotFound');
      await this.limits.requireRoomForFile(unitId, exchangeId, part);
      const id = await this.insert(upload, judged);
      await this.records.uploads.finish(upload.id, id);
      note.detail({ upload: upload.id, file: id, part, bytes: length, mediaType: judged.mediaType });
      return id;
    });
    this.quarantine.hurry();
    return fileId;
  }

  private async insert(upload: UploadRow, { name, sha256, mediaType }: JudgedFile): Promise<string> {
    const at = this.clock.now();
    const { exchangeId, part, unitId, accountId, length, wrappedKey } = upload;
    const address = this.vault.address(exchangeId, sha256);
    const content = await this.records.contents.keep(
      { id: upload.id, exchangeId, address, size: length, wrappedKey, scan: 'PENDING' },
      at,
    );
    const id = newId(at.getTime());
    await this.records.files.insert({
      id,
      exchangeId,
      part,
      unitId,
      messageId: null,
      contentId: content.id,
      sealed: this.vault.sealLabel(id, { name, sha256 }),
      mediaType,
      size: length,
      addedAt: at,
      addedBy: accountId,
    });
    return id;
  }
}
