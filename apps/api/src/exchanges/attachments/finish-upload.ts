import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Acts } from '../../platform/acts';
import type { Actor } from '../../platform/context';
import { UnitOfWork } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import { EXTENSIONS, inspectFile, Turnstile } from '../../platform/files';
import { AddFile } from './add-file';
import type { UploadRow } from './file.row';
import { FileVault } from './file-vault';
import { StoredFiles } from './stored-files';
import { UploadBytes } from './upload-bytes';
import { UploadRepository } from './upload.repository';

/** Files judged at once by a process: each is in memory whole while it is, three times at worst. */
const AT_ONCE = 2;

type Refusal = NonNullable<ReturnType<typeof inspectFile>['finding']>;

/** Turns an upload whose bytes have all arrived into a file: hashed, judged, sealed, in quarantine. */
@Injectable()
export class FinishUpload {
  private readonly turnstile = new Turnstile(AT_ONCE);

  constructor(
    private readonly acts: Acts,
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: UploadRepository,
    private readonly bytes: UploadBytes,
    private readonly stored: StoredFiles,
    private readonly vault: FileVault,
    private readonly adding: AddFile,
  ) {}

  /**
   * The id of the file. Doing it again, after a crash or from a second connection, gives the same file.
   * @throws DomainError file.typeMismatch, file.polyglot, file.activeContent, file.unreadable, and what speaks
   *   against attaching now
   */
  async finish(actor: Actor, upload: UploadRow): Promise<string> {
    if (upload.fileId !== null) return upload.fileId;
    return this.turnstile.through(async () => {
      const now = await this.unitOfWork.run(actor, () => this.uploads.find(upload.id));
      if (now?.fileId) return now.fileId;
      return this.judgeOrFind(actor, upload);
    });
  }

  /** Another connection may finish it meanwhile and take its parts away: then there is a file, and nothing is wrong. */
  private async judgeOrFind(actor: Actor, upload: UploadRow): Promise<string> {
    try {
      return await this.judge(actor, upload);
    } catch (error) {
      const now = await this.unitOfWork.run(actor, () => this.uploads.find(upload.id));
      if (now?.fileId) return now.fileId;
      throw error;
    }
  }

  private async judge(actor: Actor, upload: UploadRow): Promise<string> {
    const parts = await this.unitOfWork.run(actor, () => this.uploads.parts(upload.id));
    const bytes = await this.bytes.assemble(upload, parts);
    const name = this.vault.openName(upload.id, upload.sealedName);
    const inspection = inspectFile(name, bytes);
    if (inspection.finding !== null) return this.refuse(actor, upload, inspection.finding);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await this.stored.keep(upload, bytes);
    const fileId = await this.adding.add(actor, upload, { name, sha256, mediaType: inspection.mediaType });
    await this.stored.forgetParts(upload.id);
    return fileId;
  }

  /** The bytes go at once; the trail says that something was refused, and by which rule. */
  private async refuse(actor: Actor, upload: UploadRow, { code, rule }: Refusal): Promise<never> {
    await this.unitOfWork.run(actor, () => this.uploads.remove(upload.id));
    await this.stored.forgetParts(upload.id);
    const resource = { type: 'exchange', id: upload.exchangeId };
    return this.acts.perform(actor, { action: 'file.add', resource }, async (note) => {
      note.detail({ upload: upload.id, part: upload.part, bytes: upload.length, rule });
      throw new DomainError(code, code === 'file.typeNotAllowed' ? { allowed: EXTENSIONS } : {});
    });
  }
}
