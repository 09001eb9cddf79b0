import { createHash } from 'node:crypto';
import { canonicalJson } from '@soc-coop/domain';

/** Everything a message's hash vouches for; the receipt of the other side is given over this. */
export interface HashedMessage {
  readonly exchange: string;
  readonly type: string;
  readonly formVersion: number;
  readonly kind: 'REQUEST' | 'ANSWER';
  readonly version: number;
  readonly from: string;
  readonly to: string;
  readonly language: string;
  readonly subject: unknown;
  readonly content: unknown;
  readonly completeness: string | null;
  readonly qualityMark: string | null;
  readonly sentAt: string;
  /** The files that went with it; left out where there are none, as in messages from before there were files. */
  readonly files?: readonly HashedFile[];
}

/** What a message's hash says of a file. */
export interface HashedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

/** SHA-256, in hexadecimal, over the canonical JSON (RFC 8785) of a message. */
export const messageHash = (message: HashedMessage): string =>
  createHash('sha256')
    .update(canonicalJson({ v: 1, ...message }), 'utf8')
    .digest('hex');
