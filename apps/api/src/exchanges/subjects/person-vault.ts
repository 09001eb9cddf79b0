import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SecretBox } from '../../platform/crypto';
import type { Identifier, SubjectBlock } from './subject';

/** A person block at rest: sealed with a key of this person's own, which the master key wraps. */
export interface SealedPerson {
  readonly wrappedKey: string;
  readonly sealed: string;
}

const KEY_BYTES = 32;
/** What the master key wraps; `rekey` wraps the same keys anew. */
export const SUBJECT_KEY_PURPOSE = 'subject-key';
const BODY = 'subject';
const BLIND = 'identifier-blind-index';

/** Seals and opens person blocks. Destroying a wrapped key makes that one person unreadable, in backups too. */
@Injectable()
export class PersonVault {
  constructor(private readonly box: SecretBox) {}

  /** Seals a person block under a fresh key. */
  seal(subjectId: string, block: SubjectBlock): SealedPerson {
    const key = randomBytes(KEY_BYTES);
    return {
      wrappedKey: this.box.seal(SUBJECT_KEY_PURPOSE, subjectId, key.toString('base64')),
      sealed: this.personal(key).seal(BODY, subjectId, JSON.stringify(block)),
    };
  }

  /** Opens a person block. */
  open(subjectId: string, { wrappedKey, sealed }: SealedPerson): SubjectBlock {
    const key = Buffer.from(
      this.box.open(SUBJECT_KEY_PURPOSE, subjectId, wrappedKey).toString('utf8'),
      'base64',
    );
    // Sealed by this class and nobody else, so the shape is known.
    return JSON.parse(this.personal(key).open(BODY, subjectId, sealed).toString('utf8')) as SubjectBlock;
  }

  /** The keyed hash a number is found by; equal numbers of one kind have equal hashes, and nobody can go back. */
  blindIndex({ type, value }: Pick<Identifier, 'type' | 'value'>): string {
    return this.box.mac(BLIND, `${type}:${value}`).toString('base64url');
  }

  /** The hashes of a number by every listed key: numbers kept before a rotation are found until they are indexed anew. */
  blindIndexes({ type, value }: Pick<Identifier, 'type' | 'value'>): string[] {
    return this.box.macs(BLIND, `${type}:${value}`).map((mac) => mac.toString('base64url'));
  }

  /** The key new blind indexes are made by. */
  get indexKeyId(): string {
    return this.box.currentKeyId;
  }

  private personal(key: Buffer): SecretBox {
    return new SecretBox([{ id: 'person', key }]);
  }
}
