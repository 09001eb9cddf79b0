import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { checkedKey, FileAbsent, FileStore } from './file-store';

const isAbsent = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** Keeps objects in a folder of the machine. Only the account the product runs as may read them. */
export class FolderStore extends FileStore {
  constructor(private readonly root: string) {
    super();
  }

  /** Written beside its place, flushed to disk, then renamed: a crash leaves the whole object or none. */
  override async put(key: string, bytes: Buffer): Promise<void> {
    const path = this.pathOf(key);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const beside = `${path}.${randomBytes(6).toString('hex')}.part`;
    try {
      const file = await open(beside, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(beside, path);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
    await this.flushFolder(dirname(path));
  }

  override async get(key: string): Promise<AsyncIterable<Buffer>> {
    const stream = createReadStream(this.pathOf(key), { highWaterMark: 256 * 1024 });
    try {
      await once(stream, 'open');
    } catch (error) {
      if (isAbsent(error)) throw new FileAbsent();
      throw error;
    }
    return stream;
  }

  override async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  override async removeAll(folder: string): Promise<void> {
    await rm(this.pathOf(folder), { recursive: true, force: true });
  }

  private pathOf(key: string): string {
    return join(this.root, ...checkedKey(key).split('/'));
  }

  /** A renamed file survives a power cut only when its folder was flushed too. */
  private async flushFolder(path: string): Promise<void> {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }
}
