import { Inject, Injectable } from '@nestjs/common';
import { Acts } from '../../platform/acts';
import { Clock } from '../../platform/clock/clock';
import { CONFIG, type Config } from '../../platform/config';
import type { Actor } from '../../platform/context';
import { isUuid, newId } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import { cleanName, EXTENSIONS, isDeceptive, splitName } from '../../platform/files';
import { officerOf } from '../moves/officer';
import type { DraftPart } from '../records/draft';
import { DraftFiles } from './draft-files';
import type { UploadRow } from './file.row';
import { FileVault } from './file-vault';
import { UploadLimits } from './upload-limits';
import { UploadRepository } from './upload.repository';

const HOUR_MS = 3_600_000;

/** What somebody wants to upload. */
export interface NewUpload {
  readonly exchangeId: string;
  readonly part: DraftPart;
  readonly name: string;
  readonly length: number;
}

/** The upload's own clerk: begins, finds and abandons it. Bytes are `UploadBytes`' business. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly acts: Acts,
    private readonly drafts: DraftFiles,
    private readonly uploads: UploadRepository,
    private readonly limits: UploadLimits,
    private readonly vault: FileVault,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Begins an upload to a draft; what is too large is refused by its declared length, before a byte is taken.
   * @throws DomainError what `DraftFiles.open` throws, file.tooLarge, file.empty, file.tooMany, file.nameInvalid,
   *   file.typeNotAllowed
   */
  async begin(actor: Actor, wanted: NewUpload): Promise<UploadRow> {
    const { exchangeId, part, length } = wanted;
    const resource = { type: 'exchange', id: isUuid(exchangeId) ? exchangeId : null };
    return this.acts.perform(actor, { action: 'file.begin', resource }, async (note) => {
      await this.drafts.open(actor, exchangeId, part);
      this.limits.requireLength(length);
      const name = nameOf(wanted.name);
      await this.limits.requireRoom(officerOf(actor).unitId, exchangeId, part);
      const upload = this.newUpload(actor, wanted, name);
      await this.uploads.insert(upload, this.clock.now());
      note.detail({ upload: upload.id, part, bytes: length });
      return upload;
    });
  }

  /**
   * The officer's own upload.
   * @throws DomainError access.signInRequired, file.uploadNotFound, also where it is somebody else's.
   */
  async find(actor: Actor, id: string): Promise<UploadRow> {
    return this.acts.look(actor, async () =>
      this.own(actor, isUuid(id) ? await this.uploads.find(id) : null),
    );
  }

  /**
   * Gives an upload up; the bytes go with it. One that has become a file is no upload any more.
   * @throws DomainError file.uploadNotFound
   */
  async abandon(actor: Actor, id: string): Promise<UploadRow> {
    return this.acts.perform(actor, { action: 'file.abandon' }, async (note) => {
      const upload = this.own(actor, isUuid(id) ? await this.uploads.findLocked(id) : null);
      if (upload.fileId !== null) throw new DomainError('file.uploadNotFound');
      note.resource('exchange', upload.exchangeId);
      note.detail({ upload: upload.id });
      await this.uploads.remove(upload.id);
      return upload;
    });
  }

  private own(actor: Actor, upload: UploadRow | null): UploadRow {
    const { accountId } = officerOf(actor);
    const alive = upload !== null && upload.expiresAt > this.clock.now();
    if (!alive || upload.accountId !== accountId) throw new DomainError('file.uploadNotFound');
    return upload;
  }

  private newUpload(actor: Actor, { exchangeId, part, length }: NewUpload, name: string): UploadRow {
    const { accountId, unitId } = officerOf(actor);
    const now = this.clock.now().getTime();
    const id = newId(now);
    return {
      id,
      exchangeId,
      part,
      unitId,
      accountId,
      length,
      received: 0,
      fileId: null,
      sealedName: this.vault.sealName(id, name),
      wrappedKey: this.vault.newKey(id).wrapped,
      expiresAt: new Date(now + this.config.FILE_UPLOAD_HOURS * HOUR_MS),
    };
  }
}

/**
 * The name a file will have.
 * @throws DomainError file.typeNotAllowed, file.nameInvalid
 */
const nameOf = (given: string): string => {
  const name = cleanName(given);
  if (name !== null && !isDeceptive(name)) return name;
  const { extension } = splitName(given.trim());
  if (name === null && !EXTENSIONS.includes(extension))
    throw new DomainError('file.typeNotAllowed', { allowed: EXTENSIONS });
  throw new DomainError('file.nameInvalid');
};
