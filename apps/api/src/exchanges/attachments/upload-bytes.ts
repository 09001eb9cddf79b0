import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/context';
import { UnitOfWork } from '../../platform/database';
import { toDomainError } from '../../platform/errors';
import { FileStore } from '../../platform/files';
import type { UploadPartRow, UploadRow } from './file.row';
import { FileVault } from './file-vault';
import { newPartKey } from './store-keys';
import { UploadLimits } from './upload-limits';
import { UploadRepository } from './upload.repository';

/** Bytes kept in memory before they go to the store; what a broken connection can lose is less. */
const PART_BYTES = 1024 * 1024;

/** The bytes as they arrive. A connection that breaks off ends them: what has arrived is kept. */
async function* arriving(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    for await (const piece of body) yield piece;
  } catch {
    // The sender is gone and will ask how far it came.
  }
}

/**
 * Takes bytes of an upload into the store, part by part, each sealed before it is written and counted after. The
 * parts are not acts of their own: the upload's beginning and its end stand in the trail.
 */
@Injectable()
export class UploadBytes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: UploadRepository,
    private readonly store: FileStore,
    private readonly vault: FileVault,
    private readonly limits: UploadLimits,
  ) {}

  /**
   * Takes what arrives and says how many bytes of the upload are safe now.
   * @throws DomainError file.tooLarge for more bytes than were declared, file.offsetWrong when another connection
   *   sends the same.
   */
  async receive(actor: Actor, upload: UploadRow, body: AsyncIterable<Buffer>): Promise<number> {
    let at = upload.received;
    let waiting: Buffer[] = [];
    let size = 0;
    const keep = async (): Promise<void> => {
      if (size === 0) return;
      const bytes = Buffer.concat(waiting);
      [waiting, size] = [[], 0];
      await this.keep(actor, upload, at, bytes);
      at += bytes.length;
    };
    for await (const piece of arriving(body)) {
      if (at + size + piece.length > upload.length) throw this.limits.tooLarge();
      waiting.push(piece);
      size += piece.length;
      if (size >= PART_BYTES) await keep();
    }
    await keep();
    return at;
  }

  /** All the bytes of an upload, opened and joined. */
  async assemble(upload: UploadRow, parts: readonly UploadPartRow[]): Promise<Buffer> {
    const key = this.vault.openKey(upload.id, upload.wrappedKey);
    const pieces: Buffer[] = [];
    for (const { at, storeKey } of parts)
      for await (const piece of this.vault.openPart(key, upload.id, at, await this.store.get(storeKey)))
        pieces.push(piece);
    const bytes = Buffer.concat(pieces);
    if (bytes.length !== upload.length) throw new Error('an upload does not have the bytes it counted');
    return bytes;
  }

  private async keep(actor: Actor, upload: UploadRow, at: number, bytes: Buffer): Promise<void> {
    const key = this.vault.openKey(upload.id, upload.wrappedKey);
    const storeKey = newPartKey(upload.id, at);
    await this.store.put(storeKey, this.vault.sealPart(key, upload.id, at, bytes));
    try {
      const part = { at, length: bytes.length, storeKey };
      await this.unitOfWork.run(actor, () => this.uploads.addPart(upload.id, part));
    } catch (error) {
      // Nobody counts these bytes: they would only lie there until the upload expires. Where the database fell silent, they
      // may be counted all the same, and must stay.
      if (toDomainError(error).kind !== 'SERVICE_UNAVAILABLE') await this.store.remove(storeKey);
      throw error;
    }
  }
}
