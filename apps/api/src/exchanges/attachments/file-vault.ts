import { Injectable } from '@nestjs/common';
import { SecretBox } from '../../platform/crypto';
import { newFileKey, openBytes, sealBytes } from '../../platform/files';
import type { FileLabel } from './file.row';

/** What the master key seals here, by the names under which it does. */
export const FILE_KEY_PURPOSE = 'file-key';
export const FILE_NAME_PURPOSE = 'file-name';
export const FILE_LABEL_PURPOSE = 'file-label';
const ADDRESS = 'file-address';

/** Seals and opens what belongs to files: keys, names, bytes. Knows no table and no store. */
@Injectable()
export class FileVault {
  constructor(private readonly box: SecretBox) {}

  /** A fresh key for one content, wrapped by the master key. */
  newKey(contentId: string): { readonly key: Buffer; readonly wrapped: string } {
    const key = newFileKey();
    return { key, wrapped: this.box.seal(FILE_KEY_PURPOSE, contentId, key) };
  }

  /** The key of a content. */
  openKey(contentId: string, wrapped: string): Buffer {
    return this.box.open(FILE_KEY_PURPOSE, contentId, wrapped);
  }

  /** The name of an upload, sealed. */
  sealName(uploadId: string, name: string): string {
    return this.box.seal(FILE_NAME_PURPOSE, uploadId, name);
  }

  openName(uploadId: string, sealed: string): string {
    return this.box.open(FILE_NAME_PURPOSE, uploadId, sealed).toString('utf8');
  }

  /** Name and hash of a file, sealed. */
  sealLabel(fileId: string, label: FileLabel): string {
    return this.box.seal(FILE_LABEL_PURPOSE, fileId, JSON.stringify(label));
  }

  openLabel(fileId: string, sealed: string): FileLabel {
    // Sealed by this class and nobody else, so the shape is known.
    return JSON.parse(this.box.open(FILE_LABEL_PURPOSE, fileId, sealed).toString('utf8')) as FileLabel;
  }

  /** Where equal contents of one exchange meet; made with a key, so that contents of two cannot be compared. */
  address(exchangeId: string, sha256: string): string {
    return this.box.mac(ADDRESS, `${exchangeId}:${sha256}`).toString('base64url');
  }

  sealPart(key: Buffer, uploadId: string, at: number, bytes: Buffer): Buffer {
    return sealBytes(key, partContext(uploadId, at), bytes);
  }

  openPart(key: Buffer, uploadId: string, at: number, sealed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    return openBytes(key, partContext(uploadId, at), sealed);
  }

  sealContent(key: Buffer, contentId: string, bytes: Buffer): Buffer {
    return sealBytes(key, contentContext(contentId), bytes);
  }

  openContent(key: Buffer, contentId: string, sealed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    return openBytes(key, contentContext(contentId), sealed);
  }
}

const partContext = (uploadId: string, at: number): string => `part ${uploadId} ${at}`;
const contentContext = (contentId: string): string => `content ${contentId}`;
