import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { CONFIG, type Config } from '../../platform/config';
import { DomainError } from '../../platform/errors';
import type { DraftPart } from '../records/draft';
import { FileRepository } from './file.repository';
import { UploadRepository } from './upload.repository';

const MEGABYTE = 1024 * 1024;

/** How much is taken: bytes of a file, files of a message. */
@Injectable()
export class UploadLimits {
  constructor(
    private readonly files: FileRepository,
    private readonly uploads: UploadRepository,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Most bytes of one file. */
  get bytes(): number {
    return this.config.FILE_MEGABYTES * MEGABYTE;
  }

  /** Most files of one message. */
  get filesPerMessage(): number {
    return this.config.FILES_PER_MESSAGE;
  }

  /** @throws DomainError file.tooLarge, file.empty */
  requireLength(length: number): void {
    if (length > this.bytes) throw this.tooLarge();
    if (length === 0) throw new DomainError('file.empty');
  }

  /** What is answered to more bytes than are taken, or than were declared. */
  tooLarge(): DomainError {
    return new DomainError('file.tooLarge', { megabytes: this.config.FILE_MEGABYTES });
  }

  /**
   * Room for one more upload: those under way count, or twenty begun at once would all get in.
   * @throws DomainError file.tooMany
   */
  async requireRoom(unitId: string, exchangeId: string, part: DraftPart): Promise<void> {
    const there = await this.files.ofDraft({ exchangeId, part, unitId });
    const coming = await this.uploads.countUnfinished(exchangeId, part, this.clock.now());
    this.requireFewer(there.length + coming);
  }

  /**
   * Room for the file an upload becomes; it has been counted when it began.
   * @throws DomainError file.tooMany
   */
  async requireRoomForFile(unitId: string, exchangeId: string, part: DraftPart): Promise<void> {
    this.requireFewer((await this.files.ofDraft({ exchangeId, part, unitId })).length);
  }

  private requireFewer(count: number): void {
    const most = this.config.FILES_PER_MESSAGE;
    if (count >= most) throw new DomainError('file.tooMany', { most });
  }
}
