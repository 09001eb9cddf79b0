import type { FileScan } from '@soc-coop/contracts';
import type { DraftPart } from '../records/draft';

/** An upload under way, or one that has become a file and still answers late questions. */
export interface UploadRow {
  readonly id: string;
  readonly exchangeId: string;
  readonly part: DraftPart;
  readonly unitId: string;
  readonly accountId: string;
  readonly sealedName: string;
  readonly wrappedKey: string;
  readonly length: number;
  readonly received: number;
  readonly fileId: string | null;
  readonly expiresAt: Date;
}

/** Bytes of an upload that are safe in the store. */
export interface UploadPartRow {
  readonly at: number;
  readonly length: number;
  readonly storeKey: string;
}

/** A stored content. */
export interface ContentRow {
  readonly id: string;
  readonly exchangeId: string;
  readonly address: string;
  readonly size: number;
  readonly wrappedKey: string;
  readonly scan: FileScan;
}

/** A file of a draft or, with a message, of what was sent. */
export interface FileRow {
  readonly id: string;
  readonly exchangeId: string;
  readonly part: DraftPart;
  readonly unitId: string;
  readonly messageId: string | null;
  readonly contentId: string;
  readonly sealed: string;
  readonly mediaType: string;
  readonly size: number;
  readonly addedAt: Date;
  readonly addedBy: string;
}

/** The same with what the scanner says. */
export interface ScannedFileRow extends FileRow {
  readonly scan: FileScan;
}

/** What is sealed of a file: its name may name a person, its hash would tell equal contents apart. */
export interface FileLabel {
  readonly name: string;
  readonly sha256: string;
}
