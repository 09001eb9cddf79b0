import { Injectable } from '@nestjs/common';
import { DomainError } from '../../platform/errors';
import { type DraftOfUnit, FileRepository } from './file.repository';
import { FileVault } from './file-vault';

/** A file as the hash of its message vouches for it. */
export interface SentFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

/** A file as an approval vouches for it. */
export interface ApprovedFile {
  readonly id: string;
  readonly sha256: string;
}

/** The files of a draft that is about to become a message. */
export interface OutgoingFiles {
  readonly ids: readonly string[];
  readonly approved: readonly ApprovedFile[];
  /** Who attached them. */
  readonly addedBy: readonly string[];
  readonly listed: readonly SentFile[];
}

/** Freezes the files of a draft with the message it becomes. */
@Injectable()
export class MessageFiles {
  constructor(
    private readonly files: FileRepository,
    private readonly vault: FileVault,
  ) {}

  /**
   * What leaves with the draft; every file must have left the quarantine. The caller holds the exchange's lock.
   * @throws DomainError file.quarantined, file.infected
   */
  async outgoing(draft: DraftOfUnit): Promise<OutgoingFiles> {
    const rows = await this.files.ofDraft(draft);
    if (rows.some(({ scan }) => scan === 'INFECTED')) throw new DomainError('file.infected');
    if (rows.some(({ scan }) => scan === 'PENDING')) throw new DomainError('file.quarantined');
    const opened = rows.map((row) => ({ ...row, ...this.vault.openLabel(row.id, row.sealed) }));
    return {
      ids: opened.map(({ id }) => id),
      approved: opened.map(({ id, sha256 }) => ({ id, sha256 })),
      addedBy: opened.map(({ addedBy }) => addedBy),
      listed: opened.map(({ name, mediaType, size, sha256 }) => ({ name, mediaType, size, sha256 })),
    };
  }

  /** Makes them the message's; from here on nobody changes or deletes them. */
  async send({ ids }: OutgoingFiles, messageId: string): Promise<void> {
    if (ids.length === 0) return;
    const sent = await this.files.send(ids, messageId);
    if (sent !== ids.length) throw new Error('a file of the message was gone when it was sent');
  }
}
