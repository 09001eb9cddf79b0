import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FileCipherError, FileStore } from '../../platform/files';
import type { ContentRow, UploadRow } from './file.row';
import { FileVault } from './file-vault';
import { contentKey, uploadFolder } from './store-keys';

/** Contents in the store: sealed on their way in, opened and verified on their way out. */
@Injectable()
export class StoredFiles {
  constructor(
    private readonly store: FileStore,
    private readonly vault: FileVault,
  ) {}

  /** Keeps the bytes of an upload under its id and its key; again if need be, with the same result. */
  async keep({ id, wrappedKey }: UploadRow, bytes: Buffer): Promise<void> {
    const key = this.vault.openKey(id, wrappedKey);
    await this.store.put(contentKey(id), this.vault.sealContent(key, id, bytes));
  }

  /** The bytes of a content as they are opened; every frame is verified before it leaves. */
  async open({ id, wrappedKey }: Pick<ContentRow, 'id' | 'wrappedKey'>): Promise<AsyncGenerator<Buffer>> {
    const key = this.vault.openKey(id, wrappedKey);
    return this.vault.openContent(key, id, await this.store.get(contentKey(id)));
  }

  /**
   * The same, held against the hash that was sent: the last piece leaves only once the whole has been proved, so
   * that a reader never takes something else for complete.
   * @throws FileCipherError
   */
  async *openProved(content: Pick<ContentRow, 'id' | 'wrappedKey'>, sha256: string): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    let held: Buffer | null = null;
    for await (const piece of await this.open(content)) {
      if (held !== null) yield held;
      hash.update(piece);
      held = piece;
    }
    if (hash.digest('hex') !== sha256)
      throw new FileCipherError('a stored file is not the one that was sent');
    if (held !== null) yield held;
  }

  /** Forgets the parts of an upload. */
  async forgetParts(uploadId: string): Promise<void> {
    await this.store.removeAll(uploadFolder(uploadId));
  }

  /** Forgets a content. */
  async forget(contentId: string): Promise<void> {
    await this.store.remove(contentKey(contentId));
  }
}
