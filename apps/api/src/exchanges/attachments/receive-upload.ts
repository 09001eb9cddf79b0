import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import type { UploadRow } from './file.row';
import { FinishUpload } from './finish-upload';
import { StoredFiles } from './stored-files';
import { UploadBytes } from './upload-bytes';
import { UploadLimits } from './upload-limits';
import { UploadsService } from './uploads.service';

/** Where a part begins, and how long it says it is; null where it does not say. */
export interface Part {
  readonly offset: number;
  readonly length: number | null;
}

/** Carries an upload from its first byte to its end, through whatever breaks off in between. */
@Injectable()
export class ReceiveUpload {
  constructor(
    private readonly uploads: UploadsService,
    private readonly bytes: UploadBytes,
    private readonly finishing: FinishUpload,
    private readonly stored: StoredFiles,
    private readonly limits: UploadLimits,
  ) {}

  /**
   * Takes the next bytes; with the last one the upload becomes a file.
   * @throws DomainError file.uploadNotFound, file.offsetWrong, file.tooLarge, and what speaks against the file
   */
  async receive(actor: Actor, id: string, part: Part, body: AsyncIterable<Buffer>): Promise<UploadRow> {
    const upload = await this.uploads.find(actor, id);
    if (part.offset !== upload.received) throw new DomainError('file.offsetWrong');
    // Refused by what it says of itself, before a byte is read; what says nothing is counted.
    if (part.offset + (part.length ?? 0) > upload.length) throw this.limits.tooLarge();
    const received = await this.bytes.receive(actor, upload, body);
    return this.finished(actor, { ...upload, received });
  }

  /**
   * How far an upload came. One whose last answer was lost, in a crash say, is finished now.
   * @throws DomainError file.uploadNotFound, and what speaks against the file
   */
  async settle(actor: Actor, id: string): Promise<UploadRow> {
    return this.finished(actor, await this.uploads.find(actor, id));
  }

  /** @throws DomainError file.uploadNotFound */
  async abandon(actor: Actor, id: string): Promise<void> {
    await this.uploads.abandon(actor, id);
    await this.stored.forgetParts(id);
  }

  private async finished(actor: Actor, upload: UploadRow): Promise<UploadRow> {
    if (upload.received < upload.length) return upload;
    return { ...upload, fileId: await this.finishing.finish(actor, upload) };
  }
}
